package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/telaah/telaah/index/internal/engine"
)

// Index is an index in a cluster.
type Index struct {
	*conn
	mu     sync.Mutex
	shared *point
}

var _ engine.Engine = (*Index)(nil)

// Open opens the index in use. The error is an [*engine.Trouble] where the cluster
// or the index cannot be used.
func Open(ctx context.Context, o Options) (*Index, error) {
	c, err := dial(o)
	if err != nil {
		return nil, err
	}
	if err := c.check(ctx); err != nil {
		return nil, err
	}
	x := &Index{conn: c}
	if _, err := x.current(ctx); err != nil {
		return nil, err
	}
	return x, nil
}

// current returns the name of the index in use.
func (c *conn) current(ctx context.Context) (string, error) {
	var got map[string]any
	err := c.do(ctx, "GET", "/_alias/"+c.alias(), nil, &got)
	var f *failure
	if err == nil && len(got) == 1 {
		return slices.Collect(maps.Keys(got))[0], nil
	}
	if err != nil && !(errors.As(err, &f) && f.Status == 404) {
		return "", err
	}
	var others map[string]any
	if err := c.do(ctx, "GET", "/_alias/"+c.Base+"-v*", nil, &others); err == nil && len(others) > 0 {
		return "", &engine.Trouble{Code: engine.OtherVersion, Where: c.where, Detail: slices.Sorted(maps.Keys(others))[0], Err: engine.ErrRebuild}
	}
	return "", &engine.Trouble{Code: engine.NoIndex, Where: c.where, Detail: c.alias()}
}

// point is a point in time of the index, which searches share for a moment.
type point struct {
	id      string
	made    time.Time
	users   int
	old     bool     // nobody new may use it
	hide    []string // terms of generations that are not to be seen
	docs    uint64   // documents that are
	mu      sync.Mutex
	counted map[string]uint64 // documents of a unit, by its key
}

const (
	// pointAge is how long a point serves new searches: what other machines write
	// shows after it.
	pointAge = time.Second

	// keepAlive is how long the cluster keeps a point that nobody asks for.
	keepAlive = "2m"

	// maxBusy is how many sources may be half written at once.
	maxBusy = 10_000
)

// forget makes later searches see what was written.
func (x *Index) forget() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.retire()
}

// retire takes the shared point out of use. The caller holds the lock.
func (x *Index) retire() {
	if p := x.shared; p != nil {
		p.old, x.shared = true, nil
		if p.users == 0 {
			x.drop(p)
		}
	}
}

// drop tells the cluster that a point is needed no more. If that fails, it finds
// out by itself.
func (x *Index) drop(p *point) {
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = x.do(ctx, "DELETE", "/_search/point_in_time", map[string]any{"pit_id": []string{p.id}}, nil)
	}()
}

// take returns a point for one user.
func (x *Index) take(ctx context.Context) (*point, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.shared != nil && time.Since(x.shared.made) > pointAge {
		x.retire()
	}
	if x.shared == nil {
		p, err := x.newPoint(ctx)
		if err != nil {
			return nil, err
		}
		x.shared = p
	}
	x.shared.users++
	return x.shared, nil
}

// release ends a use; lost says that the cluster no longer has the point.
func (x *Index) release(p *point, lost bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	p.users--
	if lost && x.shared == p {
		p.old, x.shared = true, nil
	}
	if p.old && p.users == 0 {
		x.drop(p)
	}
}

// newPoint opens a point and reads what is not to be seen of it.
func (x *Index) newPoint(ctx context.Context) (*point, error) {
	var opened struct {
		ID string `json:"pit_id"`
	}
	path := "/" + x.alias() + "/_search/point_in_time?allow_partial_pit_creation=false&keep_alive=" + keepAlive
	if err := x.do(ctx, "POST", path, nil, &opened); err != nil {
		var t *engine.Trouble
		if errors.As(err, &t) && t.Code == engine.NoIndex {
			_, err = x.conn.current(ctx)
		}
		return nil, err
	}
	p := &point{id: opened.ID, made: time.Now(), counted: map[string]uint64{}}
	got, err := x.search(ctx, p,
		map[string]any{"size": maxBusy, "track_total_hits": true, "query": term(fieldBusy, true), "_source": []string{"manifest"}},
		map[string]any{"size": 0, "query": map[string]any{"match_all": map[string]any{}}, "aggs": map[string]any{"size": map[string]any{"sum": map[string]any{"field": fieldSize}}}})
	if err != nil {
		x.drop(p)
		return nil, err
	}
	if got[0].Hits.Total.Value > maxBusy {
		x.drop(p)
		return nil, &engine.Trouble{Code: engine.Strange, Where: x.where, Detail: fmt.Sprintf("%d half-written sources", got[0].Hits.Total.Value)}
	}
	for _, h := range got[0].Hits.Hits {
		for _, v := range h.Source.Manifest.Hidden {
			p.hide = append(p.hide, versionTerm(h.ID, v.Generation))
		}
	}
	p.docs = uint64(got[1].Aggregations.Size.Value)
	return p, nil
}

// answer is what the cluster says to one search.
type answer struct {
	Status   int   `json:"status"`
	TimedOut bool  `json:"timed_out"`
	Error    any   `json:"error"`
	Shards   total `json:"_shards"`
	Hits     struct {
		Total struct {
			Value int `json:"value"`
		} `json:"total"`
		Hits []document `json:"hits"`
	} `json:"hits"`
	Aggregations aggregations `json:"aggregations"`
	Suggest      struct {
		Like []struct {
			Options []struct {
				Text string `json:"text"`
				Freq uint64 `json:"freq"`
			} `json:"options"`
		} `json:"like"`
	} `json:"suggest"`
}

type total struct {
	Failed int `json:"failed"`
}

// search sends searches of a point at once; all succeed or there is an error.
func (x *Index) search(ctx context.Context, p *point, bodies ...map[string]any) ([]answer, error) {
	var lines strings.Builder
	e := json.NewEncoder(&lines)
	for _, b := range bodies {
		b["pit"] = map[string]any{"id": p.id, "keep_alive": keepAlive}
		lines.WriteString(`{"allow_partial_search_results":false}` + "\n")
		if err := e.Encode(b); err != nil {
			return nil, err
		}
	}
	var got struct {
		Responses []json.RawMessage `json:"responses"`
	}
	if err := x.do(ctx, "POST", "/_msearch", []byte(lines.String()), &got); err != nil {
		return nil, err
	}
	if len(got.Responses) != len(bodies) {
		return nil, &engine.Trouble{Code: engine.Strange, Where: x.where, Detail: fmt.Sprintf("%d answers to %d searches", len(got.Responses), len(bodies))}
	}
	out := make([]answer, len(bodies))
	for i, data := range got.Responses {
		var f failure
		if err := json.Unmarshal(data, &f); err == nil && f.Reason.Type != "" {
			return nil, x.trouble(ctx, &f)
		}
		if err := json.Unmarshal(data, &out[i]); err != nil {
			return nil, &engine.Trouble{Code: engine.Strange, Where: x.where, Detail: err.Error(), Err: err}
		}
		if out[i].TimedOut || out[i].Shards.Failed > 0 {
			return nil, &engine.Trouble{Code: engine.Slow, Where: x.where, Detail: "not all shards answered"}
		}
	}
	return out, nil
}

// Count returns the number of documents.
func (x *Index) Count(ctx context.Context) (int, error) {
	n := 0
	err := x.on(ctx, func(p *point) error { n = int(p.docs); return nil })
	return n, err
}

// lostFor is how long a search is begun anew when the cluster loses points or
// nodes; then it is away.
const lostFor = 20 * time.Second

// on calls do with a point, and again with a new one where the cluster has lost
// it: a node that held it has gone.
func (x *Index) on(ctx context.Context, do func(*point) error) error {
	begin := time.Now()
	for try := 0; ; try++ {
		p, err := x.take(ctx)
		if err == nil {
			err = do(p)
			x.release(p, err != nil)
		}
		var t *engine.Trouble
		if err == nil || !errors.As(err, &t) || t.Code != engine.Away && t.Code != engine.Slow || t.Code == engine.Away && try > 2 && alone(t) || time.Since(begin) > lostFor {
			return err
		}
		if err := wait(ctx, min(time.Second, 20*time.Millisecond<<min(try, 6))); err != nil {
			return err
		}
	}
}

// alone reports whether no node answers at all: there is nothing to wait for.
func alone(t *engine.Trouble) bool {
	var f *failure
	return !errors.As(t, &f)
}

// Close leaves the cluster.
func (x *Index) Close() error {
	x.forget()
	return nil
}

// View returns the index as it stands, or stood at most pointAge ago.
func (x *Index) View(context.Context) (engine.View, error) {
	return &view{x: x, loaded: map[engine.Key]engine.Stored{}}, nil
}
