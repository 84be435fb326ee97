package second

import (
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// uses are what a date can be: none, the window in which the rule holds, its
// first day with an open end, or its last day.
var uses = []string{none, "window", "start", "end"}

// windows asks of the dates of a stretch.
func (s *scene) windows(k int, add func(Question)) {
	b := s.bounds[k]
	n := 0
	for _, d := range s.dates {
		if d.First < b[0] || d.End > b[1] {
			continue
		}
		n++
		common := s.beside(nil, d.First, d.End)
		common = append(common, "date "+strconv.Itoa(min(n, 3)))
		common = append(common, s.setting(d.First)...)
		for _, x := range []struct {
			is   bool
			name string
		}{{!d.Single(), "range"}, {d.Weekday, "weekday"}, {d.Inferred, "year not printed"}, {d.Clock, "clock"}, {s.hasMode(b[0], b[1]), "mode here"}, {s.bracketed(d.First), "bracketed"}} {
			if x.is {
				common = append(common, x.name)
			}
		}
		q := Question{First: d.First, End: d.End, Kind: Window, From: d.From, To: d.To, Repeats: s.repeated[[2]circular.Date{d.From, d.To}], Answers: uses}
		common = append(common, "said "+strconv.Itoa(min(q.Repeats, 3)), "dates "+strconv.Itoa(min(len(s.dates), 6)))
		for _, u := range uses {
			q.Features = append(q.Features, append(each(u, common), u))
		}
		add(q)
	}
}

// bracketed reports whether an opening bracket stands right before token i.
func (s *scene) bracketed(i int) bool { return i > 0 && s.Toks[i-1].Norm == "(" }

// names asks of each place of the text where the name of a signatory stands.
func (s *scene) names(rec *circular.Record, add func(Question)) {
	for i := range rec.Circulars {
		c := &rec.Circulars[i]
		if c.Role != circular.RoleSubject || c.Signatory.Name == "" {
			continue
		}
		bare, _, _ := strings.Cut(c.Signatory.Name, ",")
		for n, at := 0, 0; n < mentions; n++ {
			k := strings.Index(s.Text.Body[at:], bare)
			if k < 0 {
				break
			}
			at += k + len(bare)
			first := s.TokenAt(at - len(bare))
			end := max(s.TokenAt(at-1)+1, first+1)
			if end > len(s.Toks) {
				break
			}
			fs := append(s.beside(nil, first, end), s.setting(first)...)
			if first > 0 && s.Toks[first].Line && (end == len(s.Toks) || s.Toks[end].Line || s.Toks[end].Norm == ",") {
				fs = append(fs, "own line")
			}
			if s.Upper(first, end) {
				fs = append(fs, "capitals")
			}
			for _, m := range s.Within(first, end) {
				fs = append(fs, "holds "+m.Entry.Class)
			}
			fs = append(fs, "length "+distance(end-first))
			add(Question{First: first, End: end, Kind: Signer, Circular: i, Answers: yesNo, Features: [][]string{nil, append(fs, "name")}})
		}
	}
}

// mentions bounds how many places of one name are looked at.
const mentions = 12

// numbers asks of each circular that the record names whether the text is about
// it.
func (s *scene) numbers(rec *circular.Record, add func(Question)) {
	for i := range rec.Circulars {
		c := &rec.Circulars[i]
		if c.Span.Len() == 0 || c.Number == "" {
			continue
		}
		first := s.TokenAt(c.Span.Start)
		end := first + 1
		for end < len(s.Toks) && s.Toks[end].End <= c.Span.End {
			end++
		}
		if first >= len(s.Toks) {
			continue
		}
		fs := append(s.beside(nil, first, end), s.setting(first)...)
		fs = append(fs, "circular "+strconv.Itoa(min(i+1, 4))+" of "+strconv.Itoa(min(len(rec.Circulars), 4)))
		for k := first; k < end; k++ {
			if s.Toks[k].Kind == lexicon.Word {
				fs = append(fs, "holds "+s.word(k))
			}
		}
		add(Question{First: first, End: end, Kind: Own, Circular: i, Answers: yesNo, Features: [][]string{nil, append(fs, "number")}})
	}
}
