package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// summary is what a head reads first: how many circulars, what needs somebody
// in one line each, what could not be judged.
type summary struct {
	Circulars, Sources int
	Count              map[circular.Severity]int // findings at each level; none: what was not judged
	Errors             []headline
	Warnings           []headline
	Unjudged           []headline
	Others             []headline // not comparable
}

// headline is a finding in one line.
type headline struct {
	Who   string // the circular
	Code  circular.Code
	What  string // the finding, with the figures of both sides
	Where string // its place; "" where it has none
	Quote string // the words it is about, where What does not hold them
	Clip  []byte // the place on the picture of its page, as PNG; nil: none
}

// line writes a headline without its circular.
func (h headline) line() string {
	s := h.What
	if h.Quote != "" {
		s += " \"" + h.Quote + "\""
	}
	if h.Where == "" {
		return s
	}
	bare := strings.TrimSuffix(s, ".")
	return bare + " (" + h.Where + ")" + s[len(bare):]
}

// summarize counts and sorts what comparisons found.
func (p *printer) summarize(list []circular.Comparison) summary {
	s := summary{Circulars: len(list), Count: map[circular.Severity]int{}}
	for i := range list {
		c := &list[i]
		s.Sources += 1 + len(c.Others)
		for _, d := range c.Deviations {
			h := p.headline(c, d)
			switch {
			case d.Code == circular.CodeNotComparable:
				s.Others = append(s.Others, h)
				continue
			case d.Level == circular.SeverityError:
				s.Errors = append(s.Errors, h)
			case d.Level == circular.SeverityWarning:
				s.Warnings = append(s.Warnings, h)
			}
			s.Count[d.Level]++
		}
		s.Unjudged = append(s.Unjudged, p.unjudged(c)...)
		s.Count[circular.SeverityNone] += len(c.NotJudged)
	}
	return s
}

// headline tells a finding in one line.
func (p *printer) headline(c *circular.Comparison, d circular.Deviation) headline {
	h := headline{Who: p.who(c), Code: d.Code, What: plain(d.Why), Where: p.at(d.Other)}
	if d.Level == circular.SeverityNone && d.Other != nil {
		text := plain(d.Other.Text)
		if told := strings.TrimSuffix(shortened(text, 12), " ..."); text != "" && !strings.Contains(h.What, told) {
			h.Quote = shortened(text, 24)
		}
		if span := d.Other.Span; p.clip != nil && span != nil && span.Page > 0 {
			h.Clip = p.clip(c.Source, *span)
		}
	}
	return h
}

// unjudged tells what could not be judged; rules of which news says nothing are
// one line.
func (p *printer) unjudged(c *circular.Comparison) []headline {
	var out []headline
	var silent []string
	for _, d := range c.NotJudged {
		if d.Atom != "" && d.Other == nil && d.Direction == circular.DirectionMissing {
			silent = append(silent, p.about(c, d))
			continue
		}
		out = append(out, p.headline(c, d))
	}
	if len(silent) > 0 {
		out = append(out, headline{Who: p.who(c), Code: circular.CodeCannotBeJudged, What: fmt.Sprintf(p.label("fold-silent"), len(silent)) + ": " + strings.Join(silent, "; ") + "."})
	}
	return out
}

// who names the circular of a comparison, or its file where it has no name.
func (p *printer) who(c *circular.Comparison) string {
	switch {
	case c.Circular == nil || c.Circular.Issuer == "":
		return plain(c.Source.Path)
	case c.Circular.Number == "":
		return "SE " + calm(c.Circular.Issuer) + " (" + p.label("unnumbered") + ")"
	}
	return p.name(c.Circular)
}

// shortened cuts a text to its first n words.
func shortened(s string, n int) string {
	words := strings.Fields(s)
	if len(words) <= n {
		return s
	}
	return strings.Join(words[:n], " ") + " ..."
}

// counts tells a summary in a sentence.
func (p *printer) counts(s summary) string {
	out := fmt.Sprintf(p.label("circulars"), s.Circulars)
	if s.Sources > s.Circulars {
		out += " " + fmt.Sprintf(p.label("from-sources"), s.Sources)
	}
	var parts []string
	for _, level := range []circular.Severity{circular.SeverityError, circular.SeverityWarning, circular.SeverityNote, circular.SeverityNone} {
		if n := s.Count[level]; n > 0 || level == circular.SeverityError {
			parts = append(parts, strconv.Itoa(n)+" "+p.label(string(level)))
		}
	}
	if n := len(s.Others); n > 0 {
		parts = append(parts, strconv.Itoa(n)+" "+p.label("incomparable"))
	}
	return out + ": " + strings.Join(parts, ", ") + "."
}

// title is a fixed word as a title.
func (p *printer) title(key string) string {
	s := p.label(key)
	return strings.ToUpper(s[:1]) + s[1:]
}

// chapter is a list of a summary under its title.
type chapter struct {
	Title string
	Level circular.Severity
	Lines []headline
}

// parts returns the lists of a summary that are not empty, the gravest first.
func (p *printer) parts(s summary) []chapter {
	all := []chapter{{p.title("error"), circular.SeverityError, s.Errors}, {p.title("warning"), circular.SeverityWarning, s.Warnings},
		{p.title("none"), circular.SeverityNone, s.Unjudged}, {p.label("others-all"), circular.SeverityNone, s.Others}}
	return slices.DeleteFunc(all, func(x chapter) bool { return len(x.Lines) == 0 })
}

// folded are the notes of a circular in few lines: what the region need not
// repeat, parts of form and additions are one line each.
func (p *printer) folded(c *circular.Comparison) []string {
	groups := map[circular.Code][]circular.Deviation{}
	var order []circular.Code
	for _, d := range c.Deviations {
		if d.Level != circular.SeverityNote {
			continue
		}
		if groups[d.Code] == nil {
			order = append(order, d.Code)
		}
		groups[d.Code] = append(groups[d.Code], d)
	}
	var out []string
	for _, code := range order {
		list := groups[code]
		key := "fold-" + string(code)
		if _, ok := p.labels[key]; !ok || len(list) == 1 {
			for _, d := range list {
				if s := p.headline(c, d).line(); !slices.Contains(out, s) {
					out = append(out, s)
				}
			}
			continue
		}
		var about []string
		for _, d := range list {
			about = append(about, p.about(c, d))
		}
		out = append(out, fmt.Sprintf(p.label(key), len(list))+": "+strings.Join(about, "; ")+".")
	}
	return out
}

// about says in a few words what a finding is about: the title of its row in
// the table, else its value or the first words of its passage.
func (p *printer) about(c *circular.Comparison, d circular.Deviation) string {
	for _, row := range c.Pairs {
		if d.Atom != "" && row.Atom == d.Atom {
			return plain(row.Title)
		}
	}
	switch {
	case d.Other != nil && d.Other.Text != "":
		return "\"" + shortened(plain(d.Other.Text), 8) + "\""
	case d.Value != "":
		return shortened(plain(d.Value), 8)
	}
	return p.code(d.Code)
}
