package opensearch

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/index/internal/engine"
)

// kept is how long an index that was replaced stays.
const kept = 24 * time.Hour

// Report says what a cluster has beside the store.
type Report struct {
	Sources   int // of the store
	Documents int // of the cluster
	Missing   int // sources that the cluster had not
	Other     int // sources of which it had something else
	Extra     int // sources that only it had
	Loose     int // sources whose writer had died
}

// Good reports whether both have the same.
func (r *Report) Good() bool { return r.Missing+r.Other+r.Extra+r.Loose == 0 }

// Fill makes a new index of the sources behind the one in use and returns its name.
// Nobody sees it before Swap.
func Fill(ctx context.Context, o Options, sources engine.Sources) (name string, err error) {
	c, err := dial(o)
	if err != nil {
		return "", err
	}
	if err := c.check(ctx); err != nil {
		return "", err
	}
	if name, err = c.nextName(ctx); err != nil {
		return "", err
	}
	if err := c.do(ctx, "PUT", "/"+name, c.settings(), nil); err != nil {
		return "", err
	}
	x := &Index{conn: c}
	if err := x.fill(ctx, name, sources); err != nil {
		later, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return "", errors.Join(err, c.do(later, "DELETE", "/"+name, nil, nil))
	}
	return name, nil
}

// nextName returns a name with the number behind the highest one.
func (c *conn) nextName(ctx context.Context) (string, error) {
	all, err := c.indexes(ctx, c.alias())
	if err != nil {
		return "", err
	}
	last := 0
	for name := range all {
		if n, err := strconv.Atoi(strings.TrimPrefix(name, c.alias()+"-")); err == nil {
			last = max(last, n)
		}
	}
	return fmt.Sprintf("%s-%06d", c.alias(), last+1), nil
}

// indexState is what the cluster says of an index.
type indexState struct {
	Aliases  map[string]any `json:"aliases"`
	Mappings struct {
		Meta struct {
			Retired time.Time `json:"retired"` // when another took its place
		} `json:"_meta"`
	} `json:"mappings"`
}

func (c *conn) indexes(ctx context.Context, prefix string) (all map[string]indexState, err error) {
	err = c.do(ctx, "GET", "/"+prefix+"-*", nil, &all)
	return all, err
}

// fill puts sources into a new index that nobody reads.
func (x *Index) fill(ctx context.Context, name string, sources engine.Sources) error {
	err := engine.Feed(ctx, sources, func(ctx context.Context, queue <-chan engine.Make) error { return x.pour(ctx, name, queue) })
	if err != nil {
		return err
	}
	if err := x.do(ctx, "POST", "/"+name+"/_refresh", nil, nil); err != nil {
		return err
	}
	return x.do(ctx, "PUT", "/"+name+"/_settings", clause{"number_of_replicas": x.Replicas}, nil)
}

// pour writes the sources of a queue, each with its manifest behind it.
func (x *Index) pour(ctx context.Context, name string, queue <-chan engine.Make) error {
	b := &bulk{x: x, ctx: ctx, name: name}
	for make := range queue {
		s, err := make()
		if err != nil {
			return err
		}
		w := writing{source: &s, generation: 1}
		if err := w.documents(b); err != nil {
			return err
		}
		body, err := manifestBody(&manifest{Live: 1, Size: w.size, Digest: w.digest})
		if err != nil {
			return err
		}
		if err := b.index(s.ID, s.ID, steps+clean, body); err != nil {
			return err
		}
	}
	return b.flush()
}

// Swap makes an index that Fill made the one in use, at once for everybody. What was
// in use stays for a day, and older ones go.
func Swap(ctx context.Context, o Options, name string) error {
	c, err := dial(o)
	if err != nil {
		return err
	}
	all, err := c.indexes(ctx, c.Base+"-v*")
	if err != nil {
		return err
	}
	if _, ok := all[name]; !ok || !strings.HasPrefix(name, c.alias()+"-") {
		return &engine.Trouble{Code: engine.NoIndex, Where: c.where, Detail: name}
	}
	actions := []clause{{"add": clause{"index": name, "alias": c.alias(), "is_write_index": true}}}
	now := time.Now().UTC()
	for other, state := range all {
		if _, used := state.Aliases[c.alias()]; used && other != name {
			actions = append(actions, clause{"remove": clause{"index": other, "alias": c.alias()}})
			meta := clause{"_meta": clause{"retired": now.Format(time.RFC3339)}}
			if err := c.do(ctx, "PUT", "/"+other+"/_mapping", meta, nil); err != nil {
				return err
			}
		}
	}
	if err := c.do(ctx, "POST", "/_aliases", clause{"actions": actions}, nil); err != nil {
		return err
	}
	for other, state := range all {
		if gone := state.Mappings.Meta.Retired; other != name && len(state.Aliases) == 0 && !gone.IsZero() && now.Sub(gone) > kept {
			if err := c.do(ctx, "DELETE", "/"+other, nil, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// Latest returns the newest index of our version, in use or not.
func Latest(ctx context.Context, o Options) (string, error) {
	c, err := dial(o)
	if err != nil {
		return "", err
	}
	all, err := c.indexes(ctx, c.alias())
	if err != nil {
		return "", err
	}
	var names []string
	for name := range all {
		names = append(names, name)
	}
	if len(names) == 0 {
		return "", &engine.Trouble{Code: engine.NoIndex, Where: c.where, Detail: c.alias()}
	}
	return slices.Max(names), nil
}

// Sync holds the index against the sources of the store and, where mend says so,
// makes it have the same. "" is the name of the index in use.
func Sync(ctx context.Context, o Options, name string, sources engine.Sources, mend bool) (*Report, error) {
	c, err := dial(o)
	if err != nil {
		return nil, err
	}
	x := &Index{conn: c}
	if name == "" {
		if name, err = c.current(ctx); err != nil {
			return nil, err
		}
	}
	have, err := x.manifestsOf(ctx, name)
	if err != nil {
		return nil, err
	}
	r := &Report{}
	var batch []engine.Source // to be mended
	flush := func() error {
		defer func() { batch = nil }()
		return x.applyTo(ctx, name, batch)
	}
	for make, err := range sources {
		if err != nil {
			return nil, err
		}
		s, err := make()
		if err != nil {
			return nil, err
		}
		r.Sources++
		m, known := have[s.ID]
		delete(have, s.ID)
		switch {
		case known && len(m.Hidden) > 0:
			r.Loose++
		case !known || m.Size == 0:
			r.Missing++
		case m.Digest != digestOf(&s):
			r.Other++
		default:
			r.Documents += m.Size
			continue
		}
		r.Documents += m.Size
		if mend {
			if batch = append(batch, s); len(batch) == 50 {
				if err := flush(); err != nil {
					return nil, err
				}
			}
		}
	}
	for id, m := range have {
		if m.Size > 0 || len(m.Hidden) > 0 {
			r.Extra++
			r.Documents += m.Size
			if mend {
				batch = append(batch, engine.Source{ID: id})
			}
		}
	}
	if err := flush(); err != nil {
		return nil, err
	}
	x.forget()
	return r, nil
}

// manifestsOf reads every manifest of an index.
func (x *Index) manifestsOf(ctx context.Context, name string) (map[string]manifest, error) {
	if err := x.do(ctx, "POST", "/"+name+"/_refresh", nil, nil); err != nil {
		return nil, err
	}
	out := map[string]manifest{}
	body := clause{"size": page, "query": clause{"exists": clause{"field": fieldSize}}, "_source": []string{"manifest"}}
	var got struct {
		Scroll string `json:"_scroll_id"`
		answer
	}
	if err := x.do(ctx, "POST", "/"+name+"/_search?scroll=2m&allow_partial_search_results=false", body, &got); err != nil {
		return nil, err
	}
	for len(got.Hits.Hits) > 0 {
		for _, h := range got.Hits.Hits {
			out[h.ID] = h.Source.Manifest
		}
		scroll := got.Scroll
		got.Hits.Hits = nil
		if err := x.do(ctx, "POST", "/_search/scroll", clause{"scroll": "2m", "scroll_id": scroll}, &got); err != nil {
			return nil, err
		}
	}
	return out, x.do(ctx, "DELETE", "/_search/scroll", clause{"scroll_id": []string{got.Scroll}}, nil)
}
