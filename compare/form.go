package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// layout is one of the ways in which circulars are laid out, from
// words/layouts.yaml.
type layout struct {
	ID       string           `yaml:"id"`
	Name     sentence         `yaml:"name"`
	Source   string           `yaml:"source"`   // the rule it comes from
	Levels   []circular.Level `yaml:"levels"`   // of issuers that use it; none: all
	Issuers  []string         `yaml:"issuers"`  // words in the name of an issuer that uses it; none: all
	Excludes []string         `yaml:"excludes"` // words in the name of one that does not
	Parts    []layoutPart     `yaml:"parts"`
}

// layoutPart is what a layout wants somewhere.
type layoutPart struct {
	Name    sentence `yaml:"name"`
	Line    []string `yaml:"line"`    // first words of a line
	Any     []string `yaml:"any"`     // words anywhere
	Written bool     `yaml:"written"` // often by hand or stamp: a scan that does not show it proves nothing
}

// of reports whether issuers like that of a circular use the layout.
func (l *layout) of(c *circular.Circular) bool {
	switch {
	case c == nil || c.Issuer == "": // anybody's
		return len(l.Issuers) == 0 && (len(l.Levels) == 0 || slices.Contains(l.Levels, ""))
	case len(l.Levels) > 0 && !slices.Contains(l.Levels, c.Level), len(l.Excludes) > 0 && has(c.Issuer, l.Excludes):
		return false
	}
	return len(l.Issuers) == 0 || has(c.Issuer, l.Issuers)
}

// page is a text as layouts look at it.
type page struct {
	lines []string // the first words of each line, folded, without its numbering
	whole string   // all words, folded
}

func newPage(body string) page {
	p := page{whole: " " + strings.Join(fold(body), " ") + " "}
	for line := range strings.SplitSeq(body, "\n") {
		words := fold(line)
		for len(words) > 1 && len(words[0]) <= 2 && words[0] != "a" { // "A.", "1.", but not "a.n."
			words = words[1:]
		}
		if len(words) > 1 && words[0] == "a" && words[1] != "n" {
			words = words[1:]
		}
		p.lines = append(p.lines, strings.Join(words, " ")+" ")
	}
	return p
}

// has reports whether a page shows a part.
func (p *page) has(part layoutPart) bool {
	return slices.ContainsFunc(part.Line, func(phrase string) bool {
		return slices.ContainsFunc(p.lines, func(l string) bool { return strings.HasPrefix(l, phrase+" ") })
	}) || slices.ContainsFunc(part.Any, func(phrase string) bool { return strings.Contains(p.whole, " "+phrase+" ") })
}

// form reports the parts that a circular lacks of the layout its issuer uses, of
// several the one that fits best. Only the circular itself has a form, and only
// where all of it was read: what was not read is not missing.
func (k *knowledge) form(rec *circular.Record) (l *layout, missing []layoutPart) {
	scan := rec.Source.Grade == circular.GradeScan
	if rec.Text == nil || rec.Source.Grade != circular.GradePrimary && !scan || !k.readWhole(rec) {
		return nil, nil
	}
	p, most := newPage(rec.Text.Body), 0.5
	if s := rec.Subject(); s == nil || s.Issuer == "" {
		most = 0.7 // the text alone must show the layout
	}
	for i := range k.layouts {
		if !k.layouts[i].of(rec.Subject()) {
			continue
		}
		var lacks []layoutPart
		for _, part := range k.layouts[i].Parts {
			if !p.has(part) {
				lacks = append(lacks, part)
			}
		}
		if share := 1 - float64(len(lacks))/float64(len(k.layouts[i].Parts)); share >= most && (l == nil || share > most) {
			l, missing, most = &k.layouts[i], lacks, share
		}
	}
	return l, slices.DeleteFunc(missing, func(part layoutPart) bool { return scan && part.Written })
}

// readWhole reports whether every page and part of a document was read, and a
// scan well.
func (k *knowledge) readWhole(rec *circular.Record) bool {
	for _, p := range rec.Text.Pages {
		if p.Method == circular.MethodNone || p.Method == circular.MethodOCR && p.Confidence < ocrFloor {
			return false
		}
	}
	return !slices.ContainsFunc(rec.Warnings, func(w circular.Warning) bool { return w.Unread() })
}

// formed returns what the form of the circular lacks.
func formed(p *paper) []finding {
	var out []finding
	l, missing := p.form(p.rec)
	for _, part := range missing {
		out = append(out, foundAt("cacat-bentuk.bagian", nil, "daerah", part.Name.in(p.lang), "pusat", l.ID+" ("+l.Name.in(p.lang)+")", "sumber", l.Source))
	}
	return out
}
