package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/telaah/telaah/index/internal/engine"
)

// A manifest is the document of a source that says what is shown of it. Its
// version in the cluster is three times the generation of the last write, plus how
// far that came: begun, shown, clean. A write goes
//
//  1. begun: the manifest names the new generation among those that are hidden,
//  2. the documents of the new generation,
//  3. shown: the manifest shows it and hides the one before,
//  4. the hidden documents go,
//  5. clean: the manifest hides nothing.
//
// Each step is sent when the one before was taken by all copies, so that what a
// reader sees of a shard, which is a state of it between two operations, is one
// whole generation, and a writer that dies leaves nothing that is seen. Whoever
// writes the source next takes a higher generation and clears up. Two writers of
// one source cannot have the same generation: the cluster takes a version once.
type manifest struct {
	Live   int64    `json:"live"`   // generation that is shown; 0 is none
	Size   int      `json:"size"`   // its documents
	Digest string   `json:"digest"` // of its documents
	Hidden []hidden `json:"hidden"` // generations of which some documents may be there
}

type hidden struct {
	Generation int64 `json:"generation"`
	Size       int   `json:"size"`
}

const (
	begun = iota
	shown
	clean
	steps
)

// maxBulk is about how many bytes go to the cluster at once.
const maxBulk = 8 << 20

// writing is a source on its way into the cluster.
type writing struct {
	source     *engine.Source
	generation int64
	before     manifest
	size       int
	digest     string
}

// Apply replaces what the index has of each source. On error, each source shows as
// it was or as it is to be.
func (x *Index) Apply(ctx context.Context, sources []engine.Source) error {
	for {
		name, err := x.current(ctx)
		if err != nil {
			return err
		}
		if err := x.applyTo(ctx, name, sources); err != nil {
			return err
		}
		x.forget()
		now, err := x.current(ctx)
		if err != nil || now == name {
			return err
		}
		// A new index came into its place meanwhile, which may not have it.
	}
}

// contention is how often a write begins anew because another machine writes the
// same source.
const contention = 8

// applyTo is Apply for one index.
func (x *Index) applyTo(ctx context.Context, name string, sources []engine.Source) error {
	left := latest(sources)
	for try := range contention {
		if len(left) == 0 {
			return nil
		}
		if try > 0 {
			if err := wait(ctx, time.Duration(try)*20*time.Millisecond); err != nil {
				return err
			}
		}
		var err error
		if left, err = x.write(ctx, name, left); err != nil {
			return err
		}
	}
	if len(left) == 0 {
		return nil
	}
	return &engine.Trouble{Code: engine.Contended, Where: x.where, Detail: left[0].ID}
}

// latest returns the last of each source.
func latest(sources []engine.Source) []*engine.Source {
	place := map[string]int{}
	var out []*engine.Source
	for i := range sources {
		s := &sources[i]
		if at, ok := place[s.ID]; ok {
			out[at] = s
			continue
		}
		place[s.ID] = len(out)
		out = append(out, s)
	}
	return out
}

// write replaces sources and returns those that another machine writes too.
func (x *Index) write(ctx context.Context, name string, sources []*engine.Source) (lost []*engine.Source, err error) {
	work, err := x.look(ctx, name, sources)
	if err != nil {
		return nil, err
	}
	begin := func(w *writing) manifest {
		m := w.before
		m.Hidden = append(slices.Clone(m.Hidden), hidden{w.generation, len(w.source.Documents)})
		return m
	}
	if work, lost, err = x.manifests(ctx, name, work, begun, begin); err != nil {
		return nil, err
	}
	b := &bulk{x: x, ctx: ctx, name: name}
	for i := range work {
		if err := work[i].documents(b); err != nil {
			return nil, err
		}
	}
	if err := b.flush(); err != nil {
		return nil, err
	}
	var fresh, old []writing
	for _, w := range work {
		if len(w.before.Hidden) == 0 && w.before.Live == 0 {
			fresh = append(fresh, w)
		} else {
			old = append(old, w)
		}
	}
	show := func(w *writing) manifest {
		return manifest{Live: w.generation, Size: w.size, Digest: w.digest, Hidden: w.stale()}
	}
	old, more, err := x.manifests(ctx, name, old, shown, show)
	if err != nil {
		return nil, err
	}
	lost = append(lost, more...)
	for i := range old {
		for _, h := range old[i].stale() {
			for n := range h.Size {
				if err := b.remove(old[i].source.ID, documentID(engine.NewKey(old[i].source.ID, n), h.Generation)); err != nil {
					return nil, err
				}
			}
		}
	}
	if err := b.flush(); err != nil {
		return nil, err
	}
	tidy := func(w *writing) manifest { return manifest{Live: w.generation, Size: w.size, Digest: w.digest} }
	_, more, err = x.manifests(ctx, name, append(fresh, old...), clean, tidy)
	for _, s := range more { // another machine hides what was shown, or goes on from it
		if slices.ContainsFunc(fresh, func(w writing) bool { return w.source == s }) {
			lost = append(lost, s)
		}
	}
	return lost, err
}

// stale returns the generations that are to go once that of the writing is shown.
func (w *writing) stale() []hidden {
	out := slices.Clone(w.before.Hidden)
	if w.before.Live > 0 {
		out = append(out, hidden{w.before.Live, w.before.Size})
	}
	return out
}

// documents puts the documents into a bulk.
func (w *writing) documents(b *bulk) error {
	sum := newDigest()
	for _, d := range w.source.Documents {
		body, err := documentBody(w.source, d, w.generation)
		if err != nil {
			return fmt.Errorf("indexing %s: %w", w.source.Path, err)
		}
		sum.add(d)
		if err := b.index(w.source.ID, documentID(d.Key, w.generation), 0, body); err != nil {
			return err
		}
	}
	w.size, w.digest = len(w.source.Documents), sum.String()
	return nil
}

// look reads the manifests of sources, as they are this moment.
func (x *Index) look(ctx context.Context, name string, sources []*engine.Source) ([]writing, error) {
	type id struct {
		ID      string `json:"_id"`
		Routing string `json:"routing"`
	}
	var ask struct {
		Docs []id `json:"docs"`
	}
	for _, s := range sources {
		ask.Docs = append(ask.Docs, id{s.ID, s.ID})
	}
	var got struct {
		Docs []struct {
			Found   bool  `json:"found"`
			Version int64 `json:"_version"`
			Source  struct {
				Manifest manifest `json:"manifest"`
			} `json:"_source"`
			Error *cause `json:"error"`
		} `json:"docs"`
	}
	if err := x.do(ctx, "POST", "/"+name+"/_mget", ask, &got); err != nil {
		return nil, err
	}
	out := make([]writing, len(sources))
	for i, d := range got.Docs {
		if d.Error != nil {
			return nil, x.trouble(ctx, errors.New(d.Error.Reason))
		}
		out[i] = writing{source: sources[i], generation: 1}
		if d.Found {
			out[i].generation, out[i].before = d.Version/steps+1, d.Source.Manifest
		}
	}
	return out, nil
}

// manifests writes the manifest of each source for a step, and parts those that
// could be written from those that another machine was faster with.
func (x *Index) manifests(ctx context.Context, name string, work []writing, step int64, make func(*writing) manifest) (done []writing, lost []*engine.Source, err error) {
	if len(work) == 0 {
		return nil, nil, nil
	}
	b := &bulk{x: x, ctx: ctx, name: name, refresh: step == clean, conflicts: map[string]bool{}}
	for i := range work {
		w := &work[i]
		m := make(w)
		body, err := manifestBody(&m)
		if err != nil {
			return nil, nil, err
		}
		if err := b.index(w.source.ID, w.source.ID, w.generation*steps+step, body); err != nil {
			return nil, nil, err
		}
	}
	if err := b.flush(); err != nil {
		return nil, nil, err
	}
	for _, w := range work {
		if b.conflicts[w.source.ID] {
			lost = append(lost, w.source)
		} else {
			done = append(done, w)
		}
	}
	return done, lost, nil
}

// manifestBody returns a manifest as the cluster takes it.
func manifestBody(m *manifest) ([]byte, error) {
	return json.Marshal(map[string]any{"manifest": m, fieldBusy: len(m.Hidden) > 0, fieldSize: m.Size})
}

// bulk sends operations, as many at once as fit. An operation that the cluster had
// no room for is sent again: all of them may be repeated.
type bulk struct {
	x         *Index
	ctx       context.Context
	name      string
	refresh   bool
	conflicts map[string]bool // ids whose version was there already; nil where there are none
	lines     bytes.Buffer
}

type operation struct {
	ID      string `json:"_id"`
	Routing string `json:"routing"`
	Version int64  `json:"version,omitempty"`
	Type    string `json:"version_type,omitempty"`
}

// index adds a document; version 0 is none.
func (b *bulk) index(source, id string, version int64, body []byte) error {
	op := operation{ID: id, Routing: source, Version: version}
	if version > 0 {
		op.Type = "external"
	}
	if err := b.line(map[string]operation{"index": op}); err != nil {
		return err
	}
	b.lines.Write(body)
	b.lines.WriteByte('\n')
	return b.full()
}

// remove takes a document out.
func (b *bulk) remove(source, id string) error {
	if err := b.line(map[string]operation{"delete": {ID: id, Routing: source}}); err != nil {
		return err
	}
	return b.full()
}

func (b *bulk) line(v any) error {
	data, err := json.Marshal(v)
	b.lines.Write(data)
	b.lines.WriteByte('\n')
	return err
}

func (b *bulk) full() error {
	if b.lines.Len() < maxBulk {
		return nil
	}
	return b.flush()
}

// patience is how often a cluster without room is asked again.
const patience = 6

// flush sends what is there.
func (b *bulk) flush() error {
	if b.lines.Len() == 0 {
		return nil
	}
	defer b.lines.Reset()
	for try := 0; ; try++ {
		err := b.send()
		var t *engine.Trouble
		if err == nil || !errors.As(err, &t) || t.Code != engine.Full && t.Code != engine.Away || try == patience || try == 2 && alone(t) {
			return err
		}
		if err := wait(b.ctx, 100*time.Millisecond<<try); err != nil {
			return err
		}
	}
}

func (b *bulk) send() error {
	var got struct {
		Errors bool `json:"errors"`
		Items  []map[string]struct {
			ID     string `json:"_id"`
			Status int    `json:"status"`
			Error  *cause `json:"error"`
		} `json:"items"`
	}
	path := "/" + b.name + "/_bulk"
	if b.refresh {
		path += "?refresh=true"
	}
	if err := b.x.do(b.ctx, "POST", path, b.lines.Bytes(), &got); err != nil || !got.Errors {
		return err
	}
	for _, item := range got.Items {
		for _, r := range item {
			switch {
			case r.Error == nil:
			case r.Status == http.StatusConflict && b.conflicts != nil:
				b.conflicts[r.ID] = true
			default:
				f := &failure{Status: r.Status}
				f.Reason.Type, f.Reason.Reason = r.Error.Type, r.Error.Reason
				return b.x.trouble(b.ctx, f)
			}
		}
	}
	return nil
}

// wait waits, unless the context ends.
func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
