package index

import (
	"context"
	"fmt"
	"iter"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/internal/engine"
	"github.com/telaah/telaah/index/internal/opensearch"
)

// EngineError says in one line why an engine on another machine gave no answer. Its
// method Message takes the language, "id" or "en".
type EngineError = engine.Trouble

// Remote is an index in a cluster of OpenSearch, which any number of machines may
// read and write.
type Remote struct{ options opensearch.Options }

// Report says what a cluster has beside the records of a store.
type Report = opensearch.Report

// RemoteOptions say how a cluster is asked and what a new index in it is like.
type RemoteOptions struct {
	PasswordFile string        // a file of one line, USER:PASSWORD; "" for none
	CAFile       string        // certificates in PEM that are trusted beside none other; "" for those of the system
	Timeout      time.Duration // of one request; 0 is 30 s
	Shards       int           // of a new index; 0 is 1
	Replicas     int           // of each shard of a new index
}

// NewRemote returns the index at an address: those of one or more nodes, with
// commas between, such as "https://a:9200,https://b:9200/telaah". The path of the
// last is how the names of the indexes begin, "telaah" where there is none. Nothing
// is asked yet. A password belongs into the file, not into the address.
func NewRemote(address string, o RemoteOptions) (*Remote, error) {
	r := &Remote{opensearch.Options{Base: "telaah", Version: version(), Timeout: o.Timeout, Shards: o.Shards, Replicas: o.Replicas}}
	for part := range strings.SplitSeq(address, ",") {
		u, err := url.Parse(strings.TrimSpace(part))
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" {
			return nil, &EngineError{Code: engine.Misconfigured, Where: redacted(part), Detail: "https://HOST:9200, https://HOST:9200/telaah"}
		}
		if base := strings.Trim(u.Path, "/"); base != "" {
			if strings.Trim(base, "abcdefghijklmnopqrstuvwxyz0123456789_-") != "" || strings.Trim(base[:1], "_-") == "" {
				return nil, &EngineError{Code: engine.Misconfigured, Where: redacted(part), Detail: "a-z 0-9 - _"}
			}
			r.options.Base = base
		}
		r.options.URLs = append(r.options.URLs, u.Scheme+"://"+u.Host)
	}
	if o.PasswordFile != "" {
		data, err := os.ReadFile(o.PasswordFile)
		if err != nil {
			return nil, fmt.Errorf("reading the password: %w", err)
		}
		var ok bool
		if r.options.User, r.options.Password, ok = strings.Cut(strings.TrimRight(string(data), "\r\n"), ":"); !ok {
			return nil, &EngineError{Code: engine.Misconfigured, Where: o.PasswordFile, Detail: "USER:PASSWORD"}
		}
	}
	if o.CAFile != "" {
		data, err := os.ReadFile(o.CAFile)
		if err != nil {
			return nil, fmt.Errorf("reading the certificates: %w", err)
		}
		r.options.CA = data
	}
	return r, nil
}

// redacted returns an address without what may be a password.
func redacted(address string) string {
	if at := strings.LastIndex(address, "@"); at >= 0 {
		return "...@" + address[at+1:]
	}
	return address
}

// Shape says how many shards a new index has, and how many copies of each.
func (r *Remote) Shape(shards, replicas int) { r.options.Shards, r.options.Replicas = shards, replicas }

// Open opens the index in use, for reading and writing. The error is an
// [*EngineError] where the cluster or the index cannot be used.
func (r *Remote) Open(ctx context.Context) (*Index, error) {
	x, err := opensearch.Open(ctx, r.options)
	if err != nil {
		return nil, err
	}
	return &Index{x}, nil
}

// Fill makes a new index of the records, which nobody sees before [Remote.Swap],
// and returns its name. progress, if not nil, is told how many records are done.
func (r *Remote) Fill(ctx context.Context, records iter.Seq2[*circular.Record, error], progress func(done int)) (name string, err error) {
	return opensearch.Fill(ctx, r.options, sources(records, progress))
}

// Swap makes an index that Fill made the one in use, for everybody at once; "" is
// the newest. The one that was in use stays for a day.
func (r *Remote) Swap(ctx context.Context, name string) (string, error) {
	if name == "" {
		var err error
		if name, err = opensearch.Latest(ctx, r.options); err != nil {
			return "", err
		}
	}
	return name, opensearch.Swap(ctx, r.options, name)
}

// Check holds an index against the records of the store, and makes it have the
// same where mend says so. "" is the index in use.
func (r *Remote) Check(ctx context.Context, name string, records iter.Seq2[*circular.Record, error], mend bool) (*Report, error) {
	return opensearch.Sync(ctx, r.options, name, sources(records, nil), mend)
}
