package extract

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// group is a phrase that names who is meant.
type group struct {
	first, end int      // its tokens
	cats       []string // categories of the taxonomy in it
	open       bool     // its list is open: seperti, dan lain-lain
	specific   bool     // names less than all staff
}

// groupsIn returns the group phrases in the tokens from first up to end.
func (d *doc) groupsIn(first, end int) []group {
	var out []group
	for i := first; i < end; {
		if !d.heads(i) {
			i++
			continue
		}
		g := d.phrase(i, end)
		if m, ok := d.Starts(i-1, "every"); ok && i > first && m.End == i {
			g.first-- // "setiap OPD"
		}
		out = append(out, g)
		i = g.end
	}
	return out
}

// heads reports whether a group phrase can begin at token i.
func (d *doc) heads(i int) bool {
	if d.muted[i] || d.noGroup[i] || d.coded(i) {
		return false
	}
	return d.Is(i, "group") || d.Is(i, "subject") || d.Is(i, "org") || d.Is(i, "person") || d.headless(i)
}

// headless reports whether a relative clause at token i stands for people
// itself: "bagi yang terjebak macet", "sedangkan mereka yang sakit".
func (d *doc) headless(i int) bool {
	switch d.Toks[i].Norm {
	case "mereka":
		return i+1 < len(d.Toks) && d.Toks[i+1].Norm == "yang" && d.relative(i+2, min(len(d.Toks), i+maxPhrase)) > 0
	case "yang":
		return (i == 0 || d.Is(i-1, "prep") || d.Is(i-1, "contrast") || d.opensSentence(i)) && d.relative(i+1, min(len(d.Toks), i+maxPhrase)) > 0
	}
	return false
}

// opensSentence reports whether a sentence begins with token i, behind a
// quotation mark at most.
func (d *doc) opensSentence(i int) bool {
	k := d.sentAt(i)
	if k < 0 {
		return false
	}
	first := d.sents[k].first
	return first == i || first == i-1 && d.Toks[first].Kind == lexicon.Punct
}

// coded reports whether token i stands in a code such as "800/4084/BKD.I/2021".
func (d *doc) coded(i int) bool {
	if i == 0 || d.Toks[i].Space {
		return false
	}
	for j := i - 1; j >= max(0, i-8); j-- {
		if d.Toks[j].Kind == lexicon.Number {
			return true
		}
		if d.Toks[j].Space {
			break
		}
	}
	return false
}

// headMatch returns the group, staff or organisation phrase at token i.
func (d *doc) headMatch(i int) lexicon.Match {
	var best lexicon.Match
	for _, m := range d.At(i) {
		switch m.Entry.Class {
		case "group":
			if best.Entry == nil || m.End >= best.End {
				best = m
			}
		case "subject", "org", "person":
			if best.Entry == nil || m.End > best.End {
				best = m
			}
		}
	}
	return best
}

// printed returns the phrase as printed, on one line.
func (d *doc) printed(g group) string {
	return strings.Trim(d.Printed(g.first, g.end), " \"\u201c\u201d\u2018'[(")
}
