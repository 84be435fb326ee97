package command

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
)

// writeResult prints the hits of a search to be read, what was found marked.
func (a *app) writeResult(w io.Writer, res *index.Result, offset int, mark func(string) string) {
	if res.Total == 0 {
		fmt.Fprintln(w, a.t("search.none", res.Query))
		return
	}
	if res.Relaxed {
		fmt.Fprintln(w, a.t("search.relaxed"))
	}
	fmt.Fprintln(w, a.t("search.total", res.Total, offset+1, offset+len(res.Hits)))
	for i := range res.Hits {
		h := &res.Hits[i]
		fmt.Fprintf(w, "\n%d. %s · %s\n", offset+i+1, a.word("kind", h.Kind), oneLine(a.hitName(h)))
		fmt.Fprintf(w, "   %s\n", oneLine(highlight(h, mark)))
		fmt.Fprintf(w, "   %s (%s) id %.12s\n", a.where(h.Source, h.Span), a.word("grade", h.Source.Grade), h.Source.SHA256)
		if also := a.copies(h); len(also) > 0 {
			fmt.Fprintf(w, "   %s\n", a.t("search.also", strings.Join(also, "; ")))
		}
	}
	if res.Facets != nil {
		a.writeFacets(w, res.Facets)
	}
}

// where names the document and the page of a hit.
func (a *app) where(source index.HitSource, span circular.Span) string {
	if span.Page == 0 {
		return oneLine(source.Path)
	}
	return oneLine(source.Path) + ", " + a.t("record.page", span.Page)
}

// copies lists where else the same stands.
func (a *app) copies(h *index.Hit) []string {
	var out []string
	for _, c := range h.Also {
		out = append(out, a.where(c.Source, c.Span))
	}
	return out
}

// hitName returns how the circular of a hit is called.
func (a *app) hitName(h *index.Hit) string {
	if h.Circular == (index.HitCircular{}) {
		return a.name(nil)
	}
	if c := h.Circular; c.Type != "" {
		return a.lang.Own(&circular.Document{Kind: circular.DocumentAct, Type: c.Type, Number: c.Number, Year: c.Year})
	}
	return a.name(&circular.Circular{Type: "SE", Number: h.Circular.Number, Year: h.Circular.Year, Issuer: h.Circular.Issuer})
}

// maxFacet is how many values of a count are printed; JSON has all.
const maxFacet = 15

// writeFacets prints how many circulars and hits there are by region and kind.
func (a *app) writeFacets(w io.Writer, f *index.Facets) {
	fmt.Fprintf(w, "\n%s\n", a.t("facets.total", f.Circulars))
	if f.Approximate {
		fmt.Fprintln(w, a.t("facets.approximate"))
	}
	line := func(name string, n index.Count) {
		fmt.Fprintf(w, "   %s: %s\n", oneLine(name), a.t("facets.count", n.Circulars, n.Hits))
	}
	section := func(key string, n int) {
		if n > maxFacet {
			fmt.Fprintln(w, a.t(key)+" "+a.t("facets.first", maxFacet, n))
		} else if n > 0 {
			fmt.Fprintln(w, a.t(key))
		}
	}
	section("facets.regions", len(f.Regions))
	for _, r := range f.Regions[:min(maxFacet, len(f.Regions))] {
		line(r.Region.Name, r.Count)
	}
	section("facets.kinds", len(f.Kinds))
	for _, k := range f.Kinds {
		line(a.word("kind", circular.Kind(k.Value)), k)
	}
	section("facets.years", len(f.Years))
	for _, y := range f.Years[:min(maxFacet, len(f.Years))] {
		line(y.Value, y)
	}
}

// maxHit is about how many bytes of a hit are shown.
const maxHit = 300

// highlight returns the text of a hit with what was found made to stand out;
// of a long text, the part around it.
func highlight(h *index.Hit, mark func(string) string) string {
	from, to := 0, len(h.Text)
	if len(h.Highlight) > 0 {
		from = max(0, h.Highlight[0].Start-maxHit/3)
	}
	to = min(to, from+maxHit)
	for from > 0 && !(utf8.RuneStart(h.Text[from]) && h.Text[from-1] == ' ') {
		from--
	}
	for to < len(h.Text) && h.Text[to] != ' ' {
		to++
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	at := from
	for _, r := range h.Highlight {
		if r.Start < at || r.End > to {
			continue
		}
		b.WriteString(h.Text[at:r.Start] + mark(h.Text[r.Start:r.End]))
		at = r.End
	}
	b.WriteString(h.Text[at:to])
	if to < len(h.Text) {
		b.WriteString(" …")
	}
	return b.String()
}
