package second

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// scene is a text as this reader sees it: tokens in stretches that full stops,
// paragraphs and list markers part.
type scene struct {
	*reading.Reading
	stretch  []int32  // by token: the index of its stretch
	bounds   [][2]int // by stretch: its tokens
	dates    []mention.Date
	repeated map[[2]circular.Date]int // how often the text names a window
	news     bool                     // prose about a circular, as far as its head tells
}

func look(r *reading.Reading, dates []mention.Date) *scene {
	s := &scene{Reading: r, stretch: make([]int32, len(r.Toks)), dates: dates, news: true}
	title := r.LineEnd(0)
	for i := range r.Toks {
		if i == 0 || s.begins(i, title) {
			s.bounds = append(s.bounds, [2]int{i, i})
		}
		k := len(s.bounds) - 1
		s.stretch[i], s.bounds[k][1] = int32(k), i+1
	}
	s.repeated = make(map[[2]circular.Date]int, len(dates))
	for _, d := range dates {
		s.repeated[[2]circular.Date{d.From, d.To}]++
	}
	for i := 0; i < len(r.Toks) && i < head; i++ {
		if m, ok := r.Starts(i, "frame"); ok && m.Entry.ID == "heading" && r.Upper(m.First, m.End) {
			s.news = false
		}
	}
	return s
}

// head bounds where the title of a circular is looked for, in tokens.
const head = 200

// begins reports whether a stretch begins at token i; title is the token behind
// the first line of the text.
func (s *scene) begins(i, title int) bool {
	prev, t := s.Toks[i-1].Norm, s.Toks[i]
	if t.Line {
		switch {
		case i <= title, strings.Count(s.Gap(i), "\n") > 1, strings.Contains(":;.", prev):
			return true
		case i+1 < len(s.Toks) && !s.Toks[i+1].Space && strings.Contains(".)", s.Toks[i+1].Norm) && t.End-t.Start <= 3:
			return true
		}
		return t.Norm == "-" || t.Norm == "•" || t.Norm == "*"
	}
	return t.Space && (strings.Contains("!?;", prev) || prev == "." && s.Capital(i) && !s.brief(i-2))
}

// brief reports whether token i is so short that a point behind it is likely
// that of an abbreviation.
func (s *scene) brief(i int) bool {
	return i >= 0 && s.Toks[i].Kind == lexicon.Word && len(s.Toks[i].Norm) <= 3 && s.Capital(i)
}

// around returns the stretch that holds token i.
func (s *scene) around(i int) (first, end int) {
	b := s.bounds[s.stretch[i]]
	return b[0], b[1]
}

// over returns the stretches that overlap the spans, in order, each once; all of
// them where spans is nil.
func (s *scene) over(spans []circular.Span) []int {
	var out []int
	if spans == nil {
		for k := range s.bounds {
			out = append(out, k)
		}
		return out
	}
	in := make([]bool, len(s.bounds))
	for _, sp := range spans {
		for i := s.TokenAt(sp.Start); i < len(s.Toks) && s.Toks[i].Start < sp.End; _, i = s.around(i) {
			in[s.stretch[i]] = true
		}
	}
	for k, ok := range in {
		if ok {
			out = append(out, k)
		}
	}
	return out
}

// percentages returns the shares in per cent that stand in a stretch.
func (s *scene) percentages(b [2]int) []mention.Figure {
	if _, ok := s.Find(b[0], b[1], "percent"); !ok {
		if _, ok := s.Find(b[0], b[1], "figurejoin"); !ok {
			return nil
		}
	}
	inDate := func(i int) bool {
		for _, d := range s.dates {
			if d.First <= i && i < d.End {
				return true
			}
		}
		return false
	}
	all := mention.Figures(s.Reading, b[0], b[1], inDate)
	keep := all[:0]
	for _, f := range all {
		if f.Percent {
			keep = append(keep, f)
		}
	}
	return keep
}

// word returns the name of token i in features: its normal form, or its kind.
func (s *scene) word(i int) string {
	switch t := s.Toks[i]; {
	case t.Kind == lexicon.Number:
		return "#"
	case t.Kind == lexicon.Word && s.Capital(i) && i > 0 && s.Toks[i-1].Norm != "." && len(s.At(i)) == 0:
		return "Name"
	default:
		return t.Norm
	}
}

// windows of words beside a place; of the nearest the position counts too.
const (
	near = 3
	far  = 12
)

var (
	leftAt  = [...]string{"", "left1 ", "left2 ", "left3 "}
	rightAt = [...]string{"right1 ", "right2 ", "right3 "}
)

// beside adds features of the words and phrases on both sides of the tokens from
// first up to end, within their stretch.
func (s *scene) beside(out []string, first, end int) []string {
	from, to := s.around(first)
	for k := 1; k <= far; k++ {
		i := first - k
		if i < from {
			if k <= near {
				out = append(out, leftAt[k]+"<start>")
			}
			break
		}
		if k <= near {
			out = append(out, leftAt[k]+s.word(i))
		}
		out = append(out, "left "+s.word(i))
	}
	for k := range far {
		i := end + k
		if i >= to {
			if k < near {
				out = append(out, rightAt[k]+"<end>")
			}
			break
		}
		if k < near {
			out = append(out, rightAt[k]+s.word(i))
		}
		out = append(out, "right "+s.word(i))
	}
	for _, m := range s.Within(from, to) {
		switch {
		case m.First >= end:
			out = append(out, "right: "+name(m))
		case m.End <= first:
			out = append(out, "left: "+name(m))
		}
	}
	return out
}

// name returns the name of a phrase in features; of a group, only the top of its
// tree.
func name(m lexicon.Match) string {
	if m.Entry.Class == "group" {
		top, _, _ := strings.Cut(m.Entry.ID, ".")
		return "group/" + top
	}
	return m.Entry.Class + "/" + m.Entry.ID
}

// distance names a number of tokens.
func distance(n int) string {
	switch {
	case n <= 1:
		return "0-1"
	case n <= 3:
		return "2-3"
	case n <= 6:
		return "4-6"
	case n <= 12:
		return "7-12"
	}
	return "13-"
}

// each returns the features with a word before each.
func each(word string, features []string) []string {
	out := make([]string, len(features))
	for i, f := range features {
		out[i] = word + " " + f
	}
	return out
}
