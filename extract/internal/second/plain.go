package second

import (
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Plain reports whether the words of a clause that is no quota, exemption or
// period say by themselves what the record says of it:
//
//   - a duty has one word of force, which is that of the clause and of its kind,
//     and nothing that denies, frees or excepts;
//   - a schedule prints the clock times of the clause and no others;
//   - a deadline prints its day and the words of a limit;
//   - a revocation names one change, which is that of the clause, and denies nothing;
//   - a legal basis prints number and year.
func Plain(r *reading.Reading, c *circular.Clause) bool {
	first := r.TokenAt(c.Span.Start)
	end := first
	for end < len(r.Toks) && r.Toks[end].End <= c.Span.End {
		end++
	}
	has := func(class string) bool {
		_, ok := r.Find(first, end, class)
		return ok
	}
	switch {
	case c.Duty != nil:
		return !has("neg") && !has("except") && !has("freed") && oneForce(r, first, end, c)
	case c.Schedule != nil:
		return clocks(c)
	case c.Deadline != nil:
		return has("limitday") && (c.Deadline.By != "" || !c.Deadline.Date.IsZero())
	case c.Revocation != nil:
		return oneChange(r.Within(first, end), c.Revocation.Change)
	case c.LegalBasis != nil:
		b := c.LegalBasis
		return b.Number != "" && b.Year != 0 && strings.Contains(c.Text, b.Number) && strings.Contains(c.Text, strconv.Itoa(b.Year))
	}
	return false
}

// kindOf is the kind of duty that a word of force makes by itself.
var kindOf = map[circular.Force]circular.Kind{
	circular.ForceWajib: circular.KindObligation, circular.ForceDiminta: circular.KindObligation, circular.ForceDiimbau: circular.KindObligation,
	circular.ForceDapat: circular.KindPermission, circular.ForceDilarang: circular.KindProhibition,
}

// oneForce reports whether the words of force in the range all say what the
// clause says.
func oneForce(r *reading.Reading, first, end int, c *circular.Clause) bool {
	n := 0
	for _, m := range r.Within(first, end) {
		if m.Entry.Class != "modal" {
			continue
		}
		if circular.Force(m.Entry.Attrs["force"]) != c.Force || m.Entry.Attrs["relief"] != "" {
			return false
		}
		n++
	}
	return n > 0 && (kindOf[c.Force] == c.Kind || c.Kind == circular.KindReporting && kindOf[c.Force] == circular.KindObligation)
}

// oneChange reports whether the phrases name that change and no other.
func oneChange(ms []lexicon.Match, change circular.Change) bool {
	n := 0
	for _, m := range ms {
		switch {
		case m.Entry.Class != "revoke":
		case m.Entry.ID != string(change):
			return false
		default:
			n++
		}
	}
	return n > 0
}

// clocks reports whether the text of a schedule prints its times and no others.
func clocks(c *circular.Clause) bool {
	s := c.Schedule
	want := map[string]bool{}
	for _, t := range append([]string{s.From, s.To}, strings.Split(s.Break, "-")...) {
		if t != "" {
			want[t] = true
		}
	}
	got := map[string]bool{}
	text := c.Text
	for i := 0; i+5 <= len(text); i++ {
		if t := text[i : i+5]; (t[2] == '.' || t[2] == ':') && digits(t[:2]) && digits(t[3:]) && (i == 0 || !digits(text[i-1:i])) {
			got[t[:2]+":"+t[3:]] = true
		}
	}
	for t := range want {
		if !got[t] {
			return false
		}
	}
	return len(want) > 0 && len(got) == len(want)
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
