// Package opensearch carries an index in a cluster of OpenSearch, which any number
// of machines read and write. What is special to it:
//
//   - Each document has the terms that our own analysis found, joined by blanks; the
//     cluster analyses nothing. A word comes with its factor of the score, which the
//     cluster takes for its frequency, so that scores are ours to the last digit
//     that a float32 has; the best are scored once more here.
//   - A source has one manifest, which says which generation of its documents is
//     shown. All of a source lie in one shard, where what was written first is seen
//     first: a manifest that is busy hides what is half written (write.go).
//   - A search reads a point in time, so that all its requests see one state, and
//     never takes the answer of some shards for that of all.
package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/telaah/telaah/index/internal/engine"

	"github.com/opensearch-project/opensearch-go/v4"
)

// Options say where a cluster is and who asks it.
type Options struct {
	URLs     []string // of its nodes: scheme, host and port
	Base     string   // how the names of our indexes begin
	Version  string   // of the fields, the analysis and the lexicon
	User     string   // "" for none
	Password string
	CA       []byte        // certificates in PEM that are trusted beside none other; nil for those of the system
	Timeout  time.Duration // of one request; 0 is 30 s
	Shards   int           // of a new index; 0 is 1
	Replicas int           // of each shard of a new index
}

// alias names the index in use of our version.
func (o *Options) alias() string { return o.Base + "-" + o.Version }

// conn speaks with a cluster.
type conn struct {
	Options
	client *opensearch.Client
	where  string // for messages
}

func dial(o Options) (*conn, error) {
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.Shards == 0 {
		o.Shards = 1
	}
	client, err := opensearch.NewClient(opensearch.Config{
		Addresses: o.URLs, Username: o.User, Password: o.Password, CACert: o.CA,
		RequestTimeout: o.Timeout, RetryOnStatus: []int{http.StatusBadGateway, http.StatusGatewayTimeout},
		MaxRetries: 2 * len(o.URLs),
	})
	if err != nil {
		return nil, &engine.Trouble{Code: engine.Misconfigured, Where: strings.Join(o.URLs, ","), Detail: err.Error()}
	}
	return &conn{Options: o, client: client, where: strings.Join(o.URLs, ",")}, nil
}

// failure is an answer of the cluster that is no success.
type failure struct {
	Status int `json:"status"`
	Reason struct {
		Type   string  `json:"type"`
		Reason string  `json:"reason"`
		Cause  []cause `json:"root_cause"`
	} `json:"error"`
}

type cause struct {
	Type   string `json:"type"`
	Reason string `json:"reason"`
}

// Error says what the cluster says.
func (f *failure) Error() string {
	for _, c := range f.Reason.Cause {
		return fmt.Sprintf("%d %s: %s", f.Status, c.Type, c.Reason)
	}
	return fmt.Sprintf("%d %s: %s", f.Status, f.Reason.Type, f.Reason.Reason)
}

// has reports whether the cluster names such a cause.
func (f *failure) has(kind string) bool {
	for _, c := range f.Reason.Cause {
		if c.Type == kind {
			return true
		}
	}
	return f.Reason.Type == kind
}

// do sends a request and reads the answer into out. A body is sent as JSON, or,
// where it is of bytes, as lines of JSON. Errors are [*engine.Trouble], which hold
// what the cluster said, or that of a context that ended.
func (c *conn) do(ctx context.Context, method, path string, body, out any) error {
	var data []byte
	kind := "application/json"
	switch b := body.(type) {
	case nil:
	case []byte:
		data, kind = b, "application/x-ndjson"
	default:
		var err error
		if data, err = json.Marshal(b); err != nil {
			return err
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	if data != nil {
		req.Header.Set("Content-Type", kind)
	}
	res, err := c.client.Stream(req)
	if err != nil {
		return c.trouble(ctx, err)
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	if err != nil {
		return c.trouble(ctx, err)
	}
	if res.StatusCode >= 300 {
		f := &failure{}
		if json.Unmarshal(answer, f) != nil || f.Reason.Type == "" {
			f.Reason.Reason = strings.TrimSpace(string(answer[:min(len(answer), 300)]))
		}
		f.Status = res.StatusCode
		return c.trouble(ctx, f)
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return &engine.Trouble{Code: engine.Strange, Where: c.where, Detail: err.Error(), Err: err}
	}
	return nil
}

// trouble says in our terms what went wrong.
func (c *conn) trouble(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	t := &engine.Trouble{Code: engine.Away, Where: c.where, Detail: oneLine(err.Error()), Err: err}
	var f *failure
	var network net.Error
	switch {
	case errors.As(err, &f):
		t.Code = f.code()
	case errors.As(err, &network) && network.Timeout(), errors.Is(err, context.DeadlineExceeded):
		t.Code = engine.Slow
	}
	return t
}

// code returns what a failure means for whoever asked.
func (f *failure) code() string {
	switch {
	case f.Status == http.StatusUnauthorized, f.Status == http.StatusForbidden && strings.Contains(f.Reason.Type, "security"):
		return engine.Denied
	case f.has("index_not_found_exception"):
		return engine.NoIndex
	case f.Status == http.StatusTooManyRequests, f.has("cluster_block_exception"), f.has("circuit_breaking_exception"), f.Status == http.StatusInsufficientStorage:
		return engine.Full
	case f.has("too_many_clauses"), f.has("too_many_nested_clauses"):
		return engine.TooComplex
	case f.Status == http.StatusForbidden:
		return engine.Denied
	case f.Status >= 500, f.has("search_context_missing_exception"):
		return engine.Away
	}
	return engine.Strange
}

// oneLine makes a message fit a line.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "") + "..."
	}
	return s
}

// check holds the cluster to be one that we can use.
func (c *conn) check(ctx context.Context) error {
	var info struct {
		Version struct {
			Distribution string `json:"distribution"`
			Number       string `json:"number"`
		} `json:"version"`
	}
	if err := c.do(ctx, "GET", "/", nil, &info); err != nil {
		return err
	}
	v := info.Version
	var major, minor int
	if _, err := fmt.Sscanf(v.Number, "%d.%d", &major, &minor); err != nil || v.Distribution != "opensearch" || major < 2 || major > 3 || major == 2 && minor < 10 {
		return &engine.Trouble{Code: engine.OtherServer, Where: c.where, Detail: oneLine(strings.TrimSpace(v.Distribution + " " + v.Number))}
	}
	return nil
}
