package web

import (
	"fmt"
	"strings"

	"github.com/telaah/telaah/circular"
)

// finding is one finding as a card shows it.
type finding struct {
	page
	circular.Deviation
	Told bool   // its sentence stands above as the verdict
	See  string // address of the place in the text, "" none
}

// Finding makes a finding for the template.
func (c card) Finding(d circular.Deviation, told bool) finding {
	f := finding{page: c.page, Deviation: d, Told: told}
	if d.Other != nil && d.Other.Span != nil && d.Other.Span.Len() > 0 {
		f.See = placeOf("/periksa/"+c.ID+"/naskah", *d.Other.Span)
	}
	return f
}

// Place says where a finding stands: "huruf C.2, hlm. 1".
func (f finding) Place() string {
	if f.Other == nil {
		return ""
	}
	var parts []string
	if f.Other.Path != "" {
		parts = append(parts, f.Other.Path)
	}
	if s := f.Other.Span; s != nil && s.Page > 0 {
		parts = append(parts, f.T("card.page", s.Page))
	}
	return strings.Join(parts, ", ")
}

// Headline is the gravest finding in one sentence, "" where nothing needs a
// hand.
func (c card) Headline() string {
	if !c.Comparable && len(c.Deviations) == 0 {
		return c.T("card.comparable")
	}
	if g := c.Grave(); len(g) > 0 {
		return g[0].Why
	}
	return ""
}

// Folded says in short what the notes are about: "2 ketentuan pusat tidak
// diulang (tidak wajib); 1 tambahan".
func (c card) Folded() string {
	n := map[circular.Code]int{}
	var order []circular.Code
	for _, d := range c.Notes() {
		code := d.Code
		if _, ok := words["fold."+string(code)]; !ok {
			code = "lain"
		}
		if n[code]++; n[code] == 1 {
			order = append(order, code)
		}
	}
	var parts []string
	for _, code := range order {
		parts = append(parts, c.T("fold."+string(code), n[code]))
	}
	return strings.Join(parts, "; ")
}

// act is a button that posts.
type act struct {
	To, Label, Class string
	Of               string // what it acts on, for those who do not see the card
	Back             string // where the reader returns to
}

// Act makes a button of a card.
func (c card) Act(name, label, class string) act {
	return act{To: "/periksa/" + c.ID + "/" + name, Label: c.T(label), Class: class, Of: c.draft.Name, Back: c.Here}
}

// placeOf returns the address of a passage on the page that shows a text.
func placeOf(base string, s circular.Span) string {
	return fmt.Sprintf("%s?halaman=%d#%s", base, max(1, s.Page), spanID(s))
}

// spanID is the name of a passage inside a page.
func spanID(s circular.Span) string { return fmt.Sprintf("s%d-%d", s.Start, s.End) }
