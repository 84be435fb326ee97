package web

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/say"
)

// clauseGroup is the clauses of one kind.
type clauseGroup struct {
	Kind    circular.Kind
	Clauses []clauseView
}

// clauseView is one clause as the page of its document shows it.
type clauseView struct {
	page
	*circular.Clause
	N       int    // from 1
	Href    string // its place in the text
	Fix     string // where it is corrected, "" for a draft
	Note    string // where a note is made of it, "" for a draft
	Name    string // of the circular
	Notes   []correctionView
	History []correctionView
}

// Quotation is the clause with its source, to be copied.
func (c clauseView) Quotation() string {
	place := c.Clause.Path
	if c.Span.Page > 0 {
		place = say.Join(", ", place, c.T("card.page", c.Span.Page))
	}
	return "“" + say.OneLine(c.Clause.Text) + "” (" + say.Join(", ", c.Name, place) + ")"
}

// On returns a moment as a day in words.
func (c clauseView) On(t time.Time) string { return when(c.page, t) }

// correctionView is a correction as it is shown.
type correctionView struct {
	page
	corpus.Event
	Undo string // where it is taken back
	Back string // where the reader returns to
}

// Confirms reports whether the value was found to be right.
func (c correctionView) Confirms() bool { return c.Correction != nil && c.Correction.Confirms() }

// Label says which field was corrected.
func (c correctionView) Label() string {
	if c.Correction == nil {
		return c.T("doc.noted")
	}
	name := c.Correction.Field[strings.LastIndex(c.Correction.Field, ".")+1:]
	return c.T("field." + name)
}

// When returns the day on which it was made.
func (c correctionView) When() string { return when(c.page, c.At) }

// Short returns what the clause rules, in short.
func (c clauseView) Short() string {
	return say.Join(": ", c.Lang.Value(c.Clause), "")
}

// clauses returns the clauses that are rules, by kind, and those that are none:
// of all pages, or of the one that is shown.
func (p *documentPage) clauses() (groups []clauseGroup, others []clauseView) {
	byKind := map[circular.Kind][]clauseView{}
	for i := range p.Text.Rec.Clauses {
		c := &p.Text.Rec.Clauses[i]
		if !p.Whole && c.Span.Page != p.Page {
			continue
		}
		v := clauseView{page: p.page, Clause: c, N: i + 1, Name: p.Title, Href: p.place(c.Span, i+1)}
		if p.Text.Doc != nil {
			v.Note = fmt.Sprintf("%s/catatan?butir=%d", p.Text.Base, i+1)
			v.Notes = notesOf(p.page, p.Text.Doc, c.Span, p.Text.Base, fmt.Sprintf("?halaman=%d#b%d", max(1, c.Span.Page), i+1))
			v.Fix = fmt.Sprintf("%s/koreksi?bidang=clauses.%d", p.Text.Base, i+1)
			v.History = historyOf(p.page, p.Text.Doc, fmt.Sprintf("clauses.%d", i+1), p.Text.Base, fmt.Sprintf("?halaman=%d#b%d", max(1, c.Span.Page), i+1))
		}
		if c.Assertion == circular.AssertRule {
			byKind[c.Kind] = append(byKind[c.Kind], v)
		} else {
			others = append(others, v)
		}
	}
	for _, k := range circular.Kinds {
		if len(byKind[k]) > 0 {
			groups = append(groups, clauseGroup{k, byKind[k]})
		}
	}
	return groups, others
}

// place returns the address of a passage: on the page that is shown, no more
// than its name.
func (p *documentPage) place(s circular.Span, clause int) string {
	if page := max(1, s.Page); page != p.Page || !pictured(p.Text.Rec.Source.MediaType) {
		to := "?halaman=" + strconv.Itoa(page)
		if clause > 0 {
			to += "&butir=" + strconv.Itoa(clause)
		}
		return to + "#" + spanID(s)
	}
	return "#" + spanID(s)
}

// historyOf returns the corrections of the fields under a path, "" for all.
func historyOf(p page, e *entry, path, base, back string) (out []correctionView) {
	for _, ev := range e.Made {
		if ev.Correction != nil && (path == "" || strings.HasPrefix(ev.Correction.Field, path+".")) {
			out = append(out, correctionView{p, ev, base + "/batalkan", base + back})
		}
	}
	return out
}

// history returns all corrections of a document.
func (p *documentPage) history(e *entry) []correctionView {
	return historyOf(p.page, e, "", p.Text.Base, "#riwayat")
}

// passages returns the sentences that no clause stands on, and the doubts of
// those who read the text.
func (p *documentPage) passages(t *reading) (open, doubts []passage) {
	body := t.Rec.Text.Body
	for _, s := range t.Rec.Coverage.Unclaimed {
		if s.Start < 0 || s.End > len(body) || !p.Whole && s.Page != p.Page {
			continue
		}
		open = append(open, passage{Text: body[s.Start:s.End], Href: p.place(s, 0), Page: s.Page})
	}
	for _, w := range t.Rec.Warnings {
		if w.Code == corpus.CorrectedCode || !p.Whole && w.Span.Page > 0 && w.Span.Page != p.Page {
			continue
		}
		d := passage{Text: w.Message, Page: w.Span.Page}
		if w.Span.Page > 0 && w.Span.Page != p.Page {
			d.Href = p.place(w.Span, 0)
		}
		doubts = append(doubts, d)
	}
	return open, doubts
}
