package command

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/clip"
	"github.com/telaah/telaah/internal/worker"
)

// clipWidth is the width in pixels at which pages are drawn to be clipped; most
// clips in a report are maxClips.
const (
	clipWidth = 1240
	maxClips  = 60
)

// illustrated are the formats of reports that show pictures.
var illustrated = []string{"html", "docx"}

// clipping returns what draws passages of records, and what ends it.
type clipping func(records []circular.Record) (draw func(circular.Source, circular.Span) []byte, done func())

// clipper draws passages of documents, each page once.
type clipper struct {
	ctx     context.Context
	records []circular.Record
	others  []string // files in which documents may be found that are not where they were
	pool    *worker.Pool
	corpus  string
	pages   map[clipPage]*document.View // nil: there is no picture
	files   map[string][]byte           // by SHA-256
	n       int                         // clips made
}

type clipPage struct {
	sha  string
	page int
}

// clips returns what draws passages for a report. A document that is neither
// where it was, nor among others, nor in the corpus has no pictures.
func (a *app) clips(ctx context.Context, others []string) clipping {
	return func(records []circular.Record) (func(circular.Source, circular.Span) []byte, func()) {
		c := &clipper{ctx: ctx, records: records, others: others, pool: worker.New(1), corpus: a.corpusPath(), pages: map[clipPage]*document.View{}, files: map[string][]byte{}}
		return c.clip, func() { _ = c.pool.Close() }
	}
}

func (c *clipper) clip(s circular.Source, span circular.Span) []byte {
	i := slices.IndexFunc(c.records, func(r circular.Record) bool { return r.Source.SHA256 == s.SHA256 })
	if i < 0 || c.records[i].Text == nil || c.n >= maxClips {
		return nil
	}
	view := c.page(s, span.Page)
	if view == nil {
		return nil
	}
	data, err := clip.Of(c.records[i].Text, span, *view)
	if err != nil {
		return nil
	}
	c.n++
	return data
}

// page draws a page of a source, or returns nil where it has no picture.
func (c *clipper) page(s circular.Source, page int) *document.View {
	key := clipPage{s.SHA256, page}
	if v, ok := c.pages[key]; ok {
		return v
	}
	c.pages[key] = nil
	data := c.file(s)
	if data == nil {
		return nil
	}
	v, err := c.pool.Show(c.ctx, s.Path, data, page, clipWidth, document.Options{})
	if err == nil {
		c.pages[key] = &v
	}
	return c.pages[key]
}

// file returns the bytes of a source, or nil.
func (c *clipper) file(s circular.Source) []byte {
	data, ok := c.files[s.SHA256]
	for _, name := range append([]string{s.Path}, c.others...) {
		if ok {
			break
		}
		found, err := os.ReadFile(name)
		if sum := sha256.Sum256(found); err == nil && hex.EncodeToString(sum[:]) == s.SHA256 {
			data, ok = found, true
		}
	}
	if !ok {
		if st, err := corpus.Open(c.corpus); err == nil {
			data, _ = st.Original(s.SHA256) // without it there is no picture
		}
	}
	c.files[s.SHA256] = data
	return data
}
