package extract

import (
	"cmp"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// footing is a signature block as paragraphs, -1 where it lacks a part.
type footing struct{ first, office, copies int }

// foot marks the signature block and the tembusan behind paragraph from. The
// block stands at the right or at the left:
//
//	foot   = [place] [date] { behalf OFFICE } office name [copies]
//	place  = "Ditetapkan di" Place
//	date   = [Place ","] ["pada"] ["tanggal"] D month Y
//	office = [acting] OFFICE ["," ] { more of its name }
func (d *doc) foot(from int) {
	none := footing{-1, -1, -1}
	best, now := none, none
	for i := from; i < len(d.paras); i++ {
		p := d.paras[i]
		m, ok := d.Starts(p.first, "frame")
		switch {
		case ok && m.Entry.ID == "annex" && d.Upper(p.first, m.End) && (now.office >= 0 || best.office >= 0):
			i = len(d.paras)
		case ok && m.Entry.ID == "copies":
			now.copies = i
			if now.office >= 0 {
				i = len(d.paras)
			}
		case p.marker == "" && (ok && m.Entry.ID == "place" || d.dateline(p)):
			if now.office >= 0 {
				best, now = now, none
			}
			if now.first < 0 {
				now.first = i
			}
		case p.marker == "" && now.office < 0 && d.signs(p):
			now.office = i
			if now.first < 0 {
				now.first = i
			}
		case now.copies >= 0:
		case p.marker != "" || d.prose(p):
			if now.office >= 0 && (i-now.office > 1 || d.LineEnd(d.paras[now.office].first) < p.first) {
				best = now // a name stands in between
			}
			now = none
		}
	}
	if now.office >= 0 || best.office < 0 {
		best = now
	}
	d.markFoot(best)
}

// markFoot marks the paragraphs of a signature block and those behind it, up
// to an annex or to running text.
func (d *doc) markFoot(f footing) {
	start := f.first
	if start < 0 {
		start = f.copies
	}
	if start < 0 {
		return
	}
	end := start
	for ; end < len(d.paras); end++ {
		p := d.paras[end]
		m, ok := d.Starts(p.first, "frame")
		if end > start && (ok && m.Entry.ID == "annex" && d.Upper(p.first, m.End) || f.copies < 0 && !ok && d.prose(p)) {
			break
		}
		d.paras[end].part = partFrame
	}
	if f.first < 0 {
		return
	}
	stop := end
	if f.copies > start {
		stop = f.copies
	}
	d.framed.sign = [2]int{d.paras[start].first, d.paras[stop-1].end}
}

// prose reports whether p is running text: no line of a signature block has so
// many words in small letters.
func (d *doc) prose(p para) bool {
	small := 0
	for i := p.first; i < p.end && small < 6; i++ {
		if d.Toks[i].Kind == lexicon.Word && !d.Capital(i) {
			small++
		}
	}
	return small == 6
}

// dateline reports whether p begins with a line that holds nothing but a date,
// with the place in front of it or without.
func (d *doc) dateline(p para) bool {
	end := d.LineEnd(p.first)
	if end-p.first < 3 || end-p.first > 10 {
		return false
	}
	for i := p.first; i < end; i++ {
		if d.Toks[i].Kind == lexicon.Number {
			m, ok := d.Starts(i+1, "month")
			return ok && len(d.norm(i)) <= 2 && m.End+1 == end && d.year(m.End) > 0
		}
		if n := d.norm(i); n != "pada" && n != "," && n != "." && n != "-" && !d.Is(i, "dateword") && !d.Capital(i) {
			return false
		}
	}
	return false
}

// signs reports whether p begins with a line that names the office that signs:
// in capitals, before a comma, or behind "a.n." or an acting title.
func (d *doc) signs(p para) bool {
	i, end := p.first, min(p.end, d.LineEnd(p.first))
	if end-i > 14 {
		return false
	}
	shown := d.norm(end-1) == ","
	for range 3 {
		if m, ok := d.Starts(i, "behalf"); ok {
			i, shown = d.skip(m.End, "."), true
		} else if m, ok := d.Starts(i, "acting"); ok {
			i, shown = d.skip(m.End, "."), true
		}
	}
	if i >= end || !shown && !d.Upper(i, min(end, i+2)) || d.norm(end-1) == "." || d.norm(end-1) == ";" {
		return false
	}
	m, ok := d.Starts(i, "office")
	return d.Capital(i) && (ok && m.Entry.Attrs["rank"] != "body" || d.norm(i) == "menteri")
}

// signature reads the signature block, line by line.
func (d *doc) signature() circular.Signatory {
	r := d.framed.sign
	s := circular.Signatory{Evidence: circular.EvidenceSigned}
	at := -1 // behind the office
	for i := r[0]; i < r[1]; {
		line := min(r[1], d.LineEnd(i))
		m, behalf := d.Starts(i, "behalf")
		if behalf && m.Entry.Attrs["form"] == "u.b." && s.Office != "" {
			s.OnBehalf = &circular.OnBehalf{Form: "u.b.", Office: s.Office}
			s.Office, s.Capacity, at = "", "", -1
			if j := d.skip(m.End, "."); j < line { // the office stands on the same line
				i = j
				continue
			}
		} else if behalf {
			if j := d.skip(m.End, "."); j < line && s.OnBehalf == nil {
				d.framed.issuer, _, _ = d.signingOffice(j, line)
				s.OnBehalf = &circular.OnBehalf{Form: m.Entry.Attrs["form"], Office: d.framed.issuer}
			}
		} else if at >= 0 {
			break
		} else if _, ok := d.Starts(i, "acting"); ok || d.isOffice(i) {
			end := d.officeLines(i, line, r[1])
			s.Office, s.Capacity, s.Span = d.signingOffice(i, end)
			d.framed.issuer = cmp.Or(d.framed.issuer, s.Office)
			at = end
			line = end
		}
		i = line
	}
	if at < 0 && s.OnBehalf == nil {
		return circular.Signatory{}
	}
	d.nameLine(&s, max(at, r[0]), r[1])
	for i := r[0]; i < r[1]; i++ {
		if m, ok := d.Starts(i, "nip"); ok && m.Entry.Class == "nip" {
			s.NIP = d.nip(m.End, r[1])
			break
		}
	}
	return s
}

// isOffice reports whether an office, not a government, is named at token i.
func (d *doc) isOffice(i int) bool {
	if k := d.OfficeAt[i]; k >= 0 {
		return d.Offices[k].Rank != "body"
	}
	m, ok := d.Starts(i, "office")
	return ok && d.Capital(i) && m.Entry.Attrs["rank"] != "body"
}

// maxOfficeLines bounds the lines over which the name of an office may run.
const maxOfficeLines = 4

// officeLines returns the token behind the office that begins at token i, on
// the line that ends at line: its name goes on up to a comma at the end of one
// of the next lines, if no blank line comes first.
func (d *doc) officeLines(i, line, end int) int {
	if d.Norms[line-1] == "," {
		return line
	}
	at := line
	for n := 1; n < maxOfficeLines && at < end && strings.Count(d.Gap(at), "\n") < 2; n++ {
		next := min(end, d.LineEnd(at))
		if d.isOffice(at) {
			break // a second office: "Plh. BUPATI X / WAKIL BUPATI,"
		}
		if d.Norms[next-1] == "," {
			return next
		}
		if m, ok := d.Starts(at, "frame"); ok && m.End > 0 || d.lineHas(at, next, "signline") || d.lineHas(at, next, "degree") {
			break
		}
		at = next
	}
	return line
}

// lineHas reports whether a phrase of the class stands in the tokens from
// first up to end.
func (d *doc) lineHas(first, end int, class string) bool {
	_, ok := d.Find(first, end, class)
	return ok
}

// signingOffice returns the office named by the tokens from first up to end,
// as records have it, the acting title in front of it, and its place.
func (d *doc) signingOffice(first, end int) (string, circular.Capacity, circular.Span) {
	for end > first+1 && (d.Norms[end-1] == "," || d.Norms[end-1] == ".") {
		end--
	}
	capacity := circular.Capacity("")
	if k := d.OfficeAt[first]; k >= 0 {
		o := &d.Offices[k]
		capacity = o.Capacity
		if o.End >= end || d.Norms[o.End] == "republik" {
			return d.titleOfOffice(o), capacity, d.Span(first, end)
		}
	}
	at := first
	for m, ok := d.Starts(at, "acting"); ok && m.End < end; m, ok = d.Starts(at, "acting") {
		if capacity == "" {
			capacity = circular.Capacity(m.Entry.ID)
		}
		at = d.skip(m.End, ".")
	}
	return d.Printed(at, end), capacity, d.Span(first, end)
}

// nameLine finds the line of the block, behind token at, that holds the name.
func (d *doc) nameLine(s *circular.Signatory, at, end int) {
	for i := at; i < end; {
		line := min(end, d.LineEnd(i))
		if !d.Toks[i].Line {
			i = line // the rest of the line that names the office
			continue
		}
		skip := d.isOffice(i) || d.dateAt(i) || d.Toks[i].Kind != lexicon.Word && d.Norms[i] != "("
		for j := i; j < line && !skip; j++ {
			for _, m := range d.At(j) {
				skip = skip || m.Entry.Class == "signline" || m.Entry.Class == "nip" || m.Entry.Class == "frame"
			}
			skip = skip || j == i && (d.Norms[j] == "republik" || d.Norms[j] == "dan")
		}
		if !skip {
			first := d.skip(i, "(")
			last := first + 1
			for last < line && !d.wide(last) { // beside it may stand a second name
				last++
			}
			for last > first && (d.Norms[last-1] == ")" || d.Norms[last-1] == "," || d.Norms[last-1] == "." && d.Norms[max(last-2, 0)] == ")") {
				last--
			}
			if last > first && d.Capital(first) || last > first && d.Is(first, "honorific") {
				s.Name, s.Span = d.Printed(first, last), d.Span(first, last)
				return
			}
		}
		i = line
	}
}

// nip returns the digits of the civil-service number at token i.
func (d *doc) nip(i, end int) string {
	var b strings.Builder
	for ; i < end && b.Len() < 18; i++ {
		switch {
		case d.Toks[i].Kind == lexicon.Number:
			b.WriteString(d.Norms[i])
		case b.Len() == 0 && (d.Norms[i] == "." || d.Norms[i] == ":"):
		default:
			end = i
		}
	}
	if n := b.Len(); n != 18 && n != 9 && n != 8 {
		return ""
	}
	return b.String()
}
