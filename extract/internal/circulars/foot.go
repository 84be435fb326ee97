package circulars

import (
	"cmp"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// signBlock gives the subject who stands in the signature block of an official
// text.
func (b *builder) signBlock(subjects []int) {
	f := &b.Frame
	if f.Title.Empty() || f.Sign.Empty() {
		return
	}
	if b.oneLine(f.Sign) {
		b.edicts[subjects[0]].who = b.inline(f.Sign)
		return
	}
	b.edicts[subjects[0]].who = b.signature(f.Sign)
}

// oneLine reports whether no line ends in the range.
func (b *builder) oneLine(r Range) bool {
	for i := r.First + 1; i < r.End; i++ {
		if b.Toks[i].Line {
			return false
		}
	}
	return true
}

// inline reads a signature block that was read as one line: an office, and
// behind a comma or a mark of signing the name.
func (b *builder) inline(r Range) circular.Signatory {
	s := circular.Signatory{Evidence: circular.EvidenceSigned}
	for i := r.First; i < r.End; i++ {
		if k := b.OfficeAt[i]; k >= 0 && s.Office == "" && b.Offices[k].Rank != mention.Body {
			o := &b.Offices[k]
			s.Office, s.Capacity = Title(b.Reading, o), o.Capacity
			if o.Holder.Name != "" {
				s.Name, s.Span = o.Holder.Name, b.Span(o.Holder.First, o.Holder.End)
			}
			continue
		}
		if m, ok := b.Starts(i, "nip"); ok {
			s.NIP = b.nip(m.End, r.End)
			break
		}
		if s.Name != "" || i == r.First || b.Norms[i-1] != "," && !b.signedAt(i) {
			continue
		}
		p := mention.PersonAt(b.Reading, i)
		if p.End > r.End { // what stands behind the block looks like a name
			p.End, p.Name = r.End, b.Printed(i, r.End)
		}
		if p.End > i+1 && b.OfficeAt[i] < 0 {
			s.Name, s.Span = p.Name, b.Span(p.First, p.End)
		}
	}
	if s.Name == "" {
		return circular.Signatory{}
	}
	return s
}

// signedAt reports whether a mark of signing ends right in front of token i:
// what follows is the name.
func (b *builder) signedAt(i int) bool {
	at := b.endOf(i, "signline")
	if at < 0 {
		return false
	}
	m, _ := b.Starts(at, "signline")
	return m.Entry.ID == "mark" || m.Entry.ID == "electronic"
}

// signature reads the signature block, line by line.
func (b *builder) signature(r Range) circular.Signatory {
	f := &b.Frame
	s := circular.Signatory{Evidence: circular.EvidenceSigned}
	first, at := r.First, -1 // the office, and behind it
	for i := r.First; i < r.End; {
		line := min(r.End, b.LineEnd(i))
		m, behalf := b.Starts(i, "behalf")
		if behalf && m.Entry.Attrs["form"] == "u.b." && s.Office != "" {
			s.OnBehalf = &circular.OnBehalf{Form: "u.b.", Office: s.Office}
			s.Office, s.Capacity, at = "", "", -1
			if j := b.Skip(m.End, "."); j < line { // the office stands on the same line
				i = j
				continue
			}
		} else if behalf {
			if j := b.Skip(m.End, "."); j < line && s.OnBehalf == nil {
				f.Issuer, _, _ = b.signingOffice(j, line)
				s.OnBehalf = &circular.OnBehalf{Form: m.Entry.Attrs["form"], Office: f.Issuer}
			}
		} else if at >= 0 {
			break
		} else if b.Is(i, "acting") || b.isOffice(i) {
			end := b.officeLines(i, line, r.End)
			first = i
			s.Office, s.Capacity, s.Span = b.signingOffice(i, end)
			f.Issuer = cmp.Or(f.Issuer, s.Office)
			at, line = end, end
		}
		i = line
	}
	if at < 0 && s.OnBehalf == nil {
		return circular.Signatory{}
	}
	if b.nameLine(&s, max(at, r.First), r.End); s.Name == "" && first > r.First {
		b.nameLine(&s, r.First, first) // a name above its office
	}
	for i := r.First; i < r.End; i++ {
		if m, ok := b.Starts(i, "nip"); ok {
			s.NIP = b.nip(m.End, r.End)
			break
		}
	}
	return s
}

// isOffice reports whether an office, not a government, is named at token i.
func (b *builder) isOffice(i int) bool {
	if k := b.OfficeAt[i]; k >= 0 {
		return b.Offices[k].Rank != mention.Body
	}
	m, ok := b.Starts(i, "office")
	return ok && b.Capital(i) && m.Entry.Attrs["rank"] != "body"
}

// maxOfficeLines bounds the lines over which the name of an office may run.
const maxOfficeLines = 8

// officeLines returns the token behind the office that begins at token i, on
// the line that ends at line: its name goes on up to a comma at the end of one
// of the next lines, if no blank line comes first.
func (b *builder) officeLines(i, line, end int) int {
	last := line
	if b.Norms[line-1] == "," && !b.inName(line, end) {
		return line
	}
	at := line
	for n := 1; n < maxOfficeLines && at < end && strings.Count(b.Gap(at), "\n") < 2; n++ {
		next := min(end, b.LineEnd(at))
		if b.isOffice(at) {
			break // a second office: "Plh. BUPATI X / WAKIL BUPATI,"
		}
		if b.Is(at, "frame") || b.lineHas(at, next, "signline") || b.lineHas(at, next, "degree") {
			break
		}
		if b.Norms[next-1] == "," && !b.inName(next, end) {
			return next
		}
		at = next
	}
	if at < end && at > line && (strings.Count(b.Gap(at), "\n") > 1 || b.lineHas(at, min(end, b.LineEnd(at)), "signline")) && b.namedBehind(at, end) {
		return at // without a comma, up to a gap, and the name stands below that
	}
	return last
}

// namedBehind reports whether a line that can hold a name stands behind token i.
func (b *builder) namedBehind(i, end int) bool {
	for ; i < end; i = min(end, b.LineEnd(i)) {
		if b.canBeName(i, min(end, b.LineEnd(i))) {
			return true
		}
	}
	return false
}

// inName reports whether the line that begins at token i goes on with the name
// of an office after a comma at the end of the line above: it ends with a comma
// or a conjunction itself, or names a unit.
func (b *builder) inName(i, end int) bool {
	if i >= end || strings.Count(b.Gap(i), "\n") > 1 {
		return false
	}
	next := min(end, b.LineEnd(i))
	return b.Norms[next-1] == "," && !b.lineHas(i, next, "degree") || b.Is(i, "unitword") || b.Is(i, "and")
}

// lineHas reports whether a phrase of the class stands in the tokens from
// first up to end.
func (b *builder) lineHas(first, end int, class string) bool {
	_, ok := b.Find(first, end, class)
	return ok
}

// signingOffice returns the office named by the tokens from first up to end,
// as records have it, the acting title in front of it, and its place.
func (b *builder) signingOffice(first, end int) (string, circular.Capacity, circular.Span) {
	for end > first+1 && b.Skip(end-1, ",", ".") == end {
		end--
	}
	capacity := circular.Capacity("")
	if k := b.OfficeAt[first]; k >= 0 {
		o := &b.Offices[k]
		capacity = o.Capacity
		if o.End >= end || b.Is(o.End, "issuerword") {
			return Title(b.Reading, o), capacity, b.Span(first, end)
		}
	}
	at := first
	for m, ok := b.Starts(at, "acting"); ok && m.End < end; m, ok = b.Starts(at, "acting") {
		if capacity == "" {
			capacity = circular.Capacity(m.Entry.ID)
		}
		at = b.Skip(m.End, ".")
	}
	return b.Printed(at, end), capacity, b.Span(first, end)
}

// nameLine finds the line of the block, behind token at, that holds the name.
func (b *builder) nameLine(s *circular.Signatory, at, end int) {
	for i := at; i < end; {
		line := min(end, b.LineEnd(i))
		if !b.Toks[i].Line {
			i = line // the rest of the line that names the office
			continue
		}
		if b.canBeName(i, line) {
			first := b.Skip(i, "(")
			last := first + 1
			for last < line && !b.wide(last) { // beside it may stand a second name
				last++
			}
			for last > first && (b.Norms[last-1] == ")" || b.Norms[last-1] == "," || b.Norms[last-1] == "." && b.Norms[max(last-2, 0)] == ")") {
				last--
			}
			if last > first && (b.Capital(first) || b.Is(first, "honorific")) {
				s.Name, s.Span = b.Printed(first, last), b.Span(first, last)
				return
			}
		}
		i = line
	}
}

// canBeName reports whether the line of tokens from i up to line can hold a
// name: no office, day, mark of signing, number or part of the republic's name.
func (b *builder) canBeName(i, line int) bool {
	if k := b.DateFrom(i); k < len(b.Dates) && b.Dates[k].First == i || b.OfficeAt[i] >= 0 || b.isOffice(i) || b.Is(i, "notname") || b.Is(i, "and") {
		return false
	}
	if b.Toks[i].Kind != lexicon.Word && b.Norms[i] != "(" {
		return false
	}
	for j := i; j < line; j++ {
		if b.Is(j, "signline") || b.Is(j, "nip") || b.Is(j, "frame") || b.Norms[j] == "/" || b.Norms[j] == ":" {
			return false
		}
	}
	return true
}

// nip returns the digits of the civil-service number at token i.
func (b *builder) nip(i, end int) string {
	var digits strings.Builder
	for ; i < end && digits.Len() < 18; i++ {
		switch {
		case b.Toks[i].Kind == lexicon.Number:
			digits.WriteString(b.Norms[i])
		case digits.Len() == 0 && (b.Norms[i] == "." || b.Norms[i] == ":"):
		default:
			end = i
		}
	}
	if n := digits.Len(); n != 18 && n != 9 && n != 8 {
		return ""
	}
	return digits.String()
}
