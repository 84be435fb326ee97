package compare

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// paper is what the rooms look at: a record, what was learned of it, and the
// baseline it is held against. No room changes it.
type paper struct {
	*voice
	reading
	rec     *circular.Record
	subject *circular.Circular // without the NIP, which encodes a birth date; nil where there is none
	base    circular.Baseline  // zero where there is none
	floor   float64            // confidence below which nothing is judged
}

// newPaper reads a record as rooms look at it.
func newPaper(rec *circular.Record, o Options) (*paper, error) {
	know, err := words()
	if err != nil {
		return nil, err
	}
	floor := cmp.Or(o.Floor, DefaultFloor)
	p := &paper{voice: &voice{know, cmp.Or(o.Lang, "id")}, rec: rec, floor: floor, reading: know.read(rec, floor)}
	if s := rec.Subject(); s != nil {
		own := *s
		own.Signatory.NIP = ""
		p.subject = &own
	}
	return p, nil
}

// absent reports whether the source proves that a rule it does not hold is
// absent from the circular. News and releases do not.
func (p *paper) absent() bool {
	return p.rec.Source.Grade == circular.GradePrimary || p.rec.Source.Grade == circular.GradeScan || p.rec.Source.Grade == ""
}

// anyPercent matches a percentage.
var anyPercent = regexp.MustCompile(`(?i)\d\s*(%|persen|per\s?cent)`)

// unread returns a sentence with a percentage and a word of the atom's title that
// no clause stands on: the text may hold there what seems to be absent, as in a
// table that lost its columns.
func (p *paper) unread(a *circular.Atom) *circular.Side {
	if p.rec.Text == nil {
		return nil
	}
	title := strings.Fields(strings.ToLower(a.Title))
	for _, s := range p.rec.Coverage.Unclaimed {
		side := p.passage(s)
		low := strings.ToLower(side.Text)
		if anyPercent.MatchString(low) && slices.ContainsFunc(title, func(w string) bool { return len(w) > 6 && strings.Contains(low, strings.Trim(w, ",.")) }) {
			return side
		}
	}
	return nil
}

// blotted matches a percentage with letters that a scan shows for digits.
var blotted = regexp.MustCompile(`(^|[\s(])(\d*[OoIlSB]\d*|\d+[OoIlSB]) ?%`)

// unreadFigure returns a sentence that lets people work elsewhere up to a
// percentage which gave no quota, as where a scan shows a letter for a digit.
func (p *paper) unreadFigure() *circular.Side {
	for _, c := range p.clauses {
		if c.Quota == nil && p.permits(c) && blotted.MatchString(c.Text) {
			return c.side()
		}
	}
	return nil
}

// passage returns the words at a place, or nil for the zero place.
func (p *paper) passage(s circular.Span) *circular.Side {
	if s == (circular.Span{}) {
		return nil
	}
	side := &circular.Side{Span: &s}
	if t := p.rec.Text; t != nil && 0 <= s.Start && s.Start < s.End && s.End <= len(t.Body) {
		side.Text = strings.Join(strings.Fields(t.Slice(s)), " ")
	}
	return side
}

// cited returns the place where a circular is named.
func (p *paper) cited(c *circular.Circular) *circular.Side {
	side := p.passage(c.Span)
	if side == nil {
		side = &circular.Side{Span: &circular.Span{}}
	}
	side.Text = cmp.Or(side.Text, actName(c))
	return side
}

// namesAct reports whether the sentence of a clause names another act: what it
// says of time may be said of that one.
func (p *paper) namesAct(c *clause) bool {
	return slices.ContainsFunc(p.rec.Circulars, func(o circular.Circular) bool {
		return o.Role != circular.RoleSubject && o.Span.Overlaps(c.Span)
	}) || slices.ContainsFunc(p.rec.Clauses, func(o circular.Clause) bool {
		return o.LegalBasis != nil && o.Span.Overlaps(c.Span)
	})
}

// legible returns the lowest OCR confidence among the words of a span, or of
// its page where no words are known.
func (p *paper) legible(s circular.Span) float64 {
	t, low := p.rec.Text, 1.0
	if t == nil {
		return 0
	}
	first, _ := slices.BinarySearchFunc(t.Words, s.Start, func(w circular.Word, at int) int { return cmp.Compare(w.Span.End, at+1) })
	read := false
	for _, w := range t.Words[first:] {
		if w.Span.Start >= s.End {
			break
		}
		low, read = min(low, w.Confidence), true
	}
	if n := t.PageAt(s.Start); !read && n > 0 && t.Pages[n-1].Method == circular.MethodOCR {
		return t.Pages[n-1].Confidence
	}
	return low
}
