package extract

import (
	"strings"

	"telaah/circular"
	"telaah/lexicon"
)

// frameParts are the places of the frame of an official circular, as ranges
// of tokens; empty where the text has none.
type frameParts struct {
	head   [2]int // letterhead, place and date, number block, addressee
	title  [2]int // SURAT EDARAN, number, TENTANG and title
	sign   [2]int // place, date, office, name, NIP
	issuer string // office in whose name it is signed
}

// frame marks the frame of an official circular: letterhead, number block,
// title, addressees, signature block, tembusan. Clauses never stand in it.
//
//	layout A   letterhead; Yth. ...; SURAT EDARAN / NOMOR / TENTANG / title
//	layout B   letterhead; place and date; Nomor, Sifat, Lampiran, Hal beside
//	           the addressee; SURAT EDARAN
//
// and at the foot of both: place and date, office, name, NIP; tembusan.
func (d *doc) frame() {
	h := -1
	for i, p := range d.paras {
		if d.letter(p) {
			h = i
			break
		}
	}
	if h < 0 {
		return
	}
	for i := range h {
		d.paras[i].part = partFrame
	}
	d.framed.head = [2]int{d.paras[0].first, d.paras[h].first}
	end := h + 1
	for ; end < len(d.paras); end++ {
		p := d.paras[end]
		about := d.norm(d.paras[end-1].end-1) == "tentang"
		m, ok := d.starts(p.first, "frame")
		key := ok && (m.Entry.ID == "number" || m.Entry.ID == "about")
		if p.marker != "" || !about && !key && !d.upper(p.first, p.end) {
			break
		}
	}
	for i := h; i < end; i++ {
		d.paras[i].part = partFrame
	}
	d.framed.title = [2]int{d.paras[h].first, d.paras[end-1].end}
	d.foot(d.addressees(end))
}

// letter reports whether p is the heading of an official circular: SURAT EDARAN
// in capitals, alone or with its number, or its issuer and number.
func (d *doc) letter(p para) bool {
	m, ok := d.starts(p.first, "frame")
	if !ok || m.Entry.ID != "heading" || !d.upper(m.First, m.End) {
		return false
	}
	if m.End == p.end || d.toks[m.End].Line || d.norm(m.End) == "nomor" {
		return true
	}
	for i := m.End; i < p.end && i < m.End+maxUnit; i++ {
		if d.norm(i) == "nomor" {
			return d.upper(m.First, i)
		}
	}
	return false
}

// norm returns the normal form of token i before the table of norms exists.
func (d *doc) norm(i int) string { return d.toks[i].Norm }

// maxAddressees bounds how many paragraphs a list of addressees may have.
const maxAddressees = 60

// addressees marks "Yth. ... di Tempat" when it begins at paragraph i, and
// returns the paragraph behind it.
func (d *doc) addressees(i int) int {
	if i >= len(d.paras) {
		return i
	}
	if m, ok := d.starts(d.paras[i].first, "frame"); !ok || m.Entry.ID != "addressee" {
		return i
	}
	for j := i; j < len(d.paras) && j < i+maxAddressees; j++ {
		p := d.paras[j]
		last := d.norm(p.end - 1)
		if last == "." && p.end-1 > p.first {
			last = d.norm(p.end - 2)
		}
		if d.norm(p.first) == "di" && p.end-p.first <= 6 || last == "tempat" {
			for k := i; k <= j; k++ {
				d.paras[k].part = partFrame
			}
			if last != "tempat" && j+1 < len(d.paras) && d.norm(d.paras[j+1].first) == "tempat" {
				d.paras[j+1].part = partFrame
				j++
			}
			return j + 1
		}
	}
	d.paras[i].part = partFrame
	return i + 1
}

// foot marks the signature block and the tembusan behind paragraph from.
func (d *doc) foot(from int) {
	place, office, copies := -1, -1, -1
	for i := from; i < len(d.paras); i++ {
		p := d.paras[i]
		m, ok := d.starts(p.first, "frame")
		switch {
		case ok && m.Entry.ID == "copies":
			copies = i
		case ok && m.Entry.ID == "place" && p.marker == "":
			place, office, copies = i, -1, -1
		case p.marker == "" && copies < 0 && office < 0 && d.signs(p):
			office = i
		case p.end-p.first > 20 && copies < 0 && place < 0:
			office = -1 // running text goes on: that was no signature
		}
	}
	start := place
	if start < 0 {
		start = office
		if start > from && d.dateline(d.paras[start-1]) {
			start--
		}
	}
	if start < 0 {
		start = copies
	}
	if start < 0 {
		return
	}
	end := start
	for ; end < len(d.paras); end++ {
		p := d.paras[end]
		if m, ok := d.starts(p.first, "frame"); ok && m.Entry.ID == "annex" && end > start && d.upper(p.first, m.End) {
			break
		}
		d.paras[end].part = partFrame
	}
	stop := end
	if copies > start {
		stop = copies
	}
	if start != copies {
		d.framed.sign = [2]int{d.paras[start].first, d.paras[stop-1].end}
	}
}

// dateline reports whether p is a place and a date: "Palembang, 5 Juli 2021".
func (d *doc) dateline(p para) bool {
	_, ok := d.find(p.first, p.end, "month")
	return ok && p.marker == "" && p.end-p.first <= 16 && d.norm(p.end-1) != "."
}

// signs reports whether p names the office that signs: in capitals, in the name
// of another, or alone with a comma behind it.
func (d *doc) signs(p para) bool {
	i := p.first
	behalf := false
	for range 3 {
		if m, ok := d.starts(i, "behalf"); ok {
			i, behalf = d.skip(m.End, "."), true
		} else if m, ok := d.starts(i, "acting"); ok {
			i = d.skip(m.End, ".")
		}
	}
	short := p.end-p.first <= 10 && d.norm(p.end-1) == ","
	if i >= p.end || !behalf && !short && !d.upper(i, min(p.end, i+2)) {
		return false
	}
	m, ok := d.starts(i, "office")
	return ok && m.Entry.Attrs["rank"] != "body" || d.norm(i) == "menteri"
}

// framedAct completes the act that heads an official circular from its frame.
func (d *doc) framedAct(acts []act) {
	f := d.framed
	if f.title[1] == 0 {
		return
	}
	for i := range acts {
		a := &acts[i]
		if a.first != f.title[0] {
			continue
		}
		if a.number == "" {
			if k, ok := d.blockLine(f.head, "number"); ok {
				if end, ok := d.numberAndYear(a, k); ok && end <= f.head[1] {
					a.first, a.end = f.title[0], max(a.end, f.title[0]+1)
				} else {
					a.number, a.year = "", 0
				}
			}
		}
		if a.titleEnd == a.titleFirst {
			a.subject = d.about(f.head)
			d.headTitle(a, f.title)
		}
		if !a.date.IsZero() {
			return
		}
		for _, r := range [][2]int{f.sign, f.head} {
			for k := d.nextDate(r[0]); k < len(d.dates) && d.dates[k].end <= r[1]; k++ {
				if d.dates[k].single() {
					a.date = d.dates[k].from
					return
				}
			}
		}
		return
	}
}

// headTitle reads year and title of a from a heading whose number is not
// filled in: "NOMOR ... TAHUN 2020 TENTANG ...".
func (d *doc) headTitle(a *act, r [2]int) {
	for i := r[0]; i < r[1]; i++ {
		if m, ok := d.starts(i, "actyear"); ok && a.year == 0 && a.number == "" {
			a.year = d.year(m.End)
		}
		if m, ok := d.starts(i, "acttitle"); ok && d.norms[i] == "tentang" && m.End < r[1] {
			a.titleFirst, a.titleEnd = m.End, r[1]
			return
		}
	}
}

// blockLine returns the token behind the colon of the line of the number block
// that has the key.
func (d *doc) blockLine(r [2]int, key string) (int, bool) {
	for i := r[0]; i < r[1]; i++ {
		if !d.toks[i].Line && i > r[0] {
			continue
		}
		if m, ok := d.starts(i, "block"); ok && m.Entry.ID == key && m.End < r[1] && d.norms[m.End] == ":" {
			return m.End + 1, true
		}
	}
	return 0, false
}

// about returns the subject in the line "Hal" of the number block. Text of the
// column beside it, parted by a wide gap, is left out.
func (d *doc) about(r [2]int) string {
	i, ok := d.blockLine(r, "about")
	if !ok {
		return ""
	}
	var words []string
	column := d.column(i)
	for i < r[1] {
		line := d.lineEnd(i)
		for j := i; j < line && j < r[1] && (j == i || !d.wide(j)); j++ {
			if d.norms[j] != "," && d.norms[j] != "." || len(words) == 0 {
				words = append(words, d.raw(j))
			} else {
				words[len(words)-1] += d.raw(j)
			}
		}
		i = line
		if i >= r[1] || d.column(i) < column-4 || d.column(i) > column+8 || strings.Count(d.gap(i), "\n") > 1 {
			break
		}
		if _, ok := d.starts(i, "frame"); ok {
			break
		}
	}
	return strings.Join(words, " ")
}

// column returns how many bytes stand before token i on its line.
func (d *doc) column(i int) int {
	at := d.toks[i].Start
	return at - 1 - strings.LastIndexByte(d.text.Body[:at], '\n')
}

// wide reports whether a gap as between two columns stands before token i.
func (d *doc) wide(i int) bool {
	g := d.gap(i)
	return strings.Contains(g, "   ") || strings.Contains(g, "\t")
}

// signature reads the signature block.
func (d *doc) signature() circular.Signatory {
	r := d.framed.sign
	s := circular.Signatory{Evidence: circular.EvidenceSigned}
	at := -1 // behind the office
	for i := r[0]; i < r[1]; i++ {
		if m, ok := d.starts(i, "behalf"); ok {
			j := d.skip(m.End, ".")
			if form := m.Entry.Attrs["form"]; form == "u.b." && s.Office != "" {
				s.OnBehalf = &circular.OnBehalf{Form: form, Office: s.Office}
				s.Office, s.Capacity = "", ""
				i = j - 1
				continue
			}
			if j < r[1] && d.officeAt[j] >= 0 && s.OnBehalf == nil {
				o := &d.offices[d.officeAt[j]]
				d.framed.issuer = d.titleOfOffice(o)
				s.OnBehalf = &circular.OnBehalf{Form: m.Entry.Attrs["form"], Office: d.framed.issuer}
				i = o.end - 1
				continue
			}
		}
		if k := d.officeAt[i]; k >= 0 && d.offices[k].rank != "body" && s.Office == "" {
			o := &d.offices[k]
			s.Office, s.Capacity, at = d.titleOfOffice(o), o.capacity, o.end
			s.Span = d.span(o.first, o.end)
			if d.framed.issuer == "" {
				d.framed.issuer = s.Office
			}
			i = o.end - 1
		}
	}
	if at < 0 && s.OnBehalf == nil {
		return circular.Signatory{}
	}
	d.nameLine(&s, max(at, r[0]), r[1])
	for i := r[0]; i < r[1]; i++ {
		if m, ok := d.starts(i, "nip"); ok && m.Entry.Class == "nip" {
			s.NIP = d.nip(m.End, r[1])
			break
		}
	}
	return s
}

// nameLine finds the line of the block that holds the name.
func (d *doc) nameLine(s *circular.Signatory, at, end int) {
	for i := at; i < end; {
		line := min(end, d.lineEnd(i))
		if !d.toks[i].Line {
			i = line // the rest of the line that names the office
			continue
		}
		skip := d.officeAt[i] >= 0 || d.dateAt(i) || d.toks[i].Kind != lexicon.Word && d.norms[i] != "("
		for j := i; j < line && !skip; j++ {
			for _, m := range d.at(j) {
				skip = skip || m.Entry.Class == "signline" || m.Entry.Class == "nip" || m.Entry.Class == "frame"
			}
			skip = skip || j == i && (d.norms[j] == "republik" || d.norms[j] == "dan")
		}
		if !skip {
			first := d.skip(i, "(")
			last := line
			for last > first && (d.norms[last-1] == ")" || d.norms[last-1] == "," || d.norms[last-1] == "." && d.norms[max(last-2, 0)] == ")") {
				last--
			}
			if last > first && d.capital(first) || last > first && d.is(first, "honorific") {
				s.Name, s.Span = d.words(first, last), d.span(first, last)
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
		case d.toks[i].Kind == lexicon.Number:
			b.WriteString(d.norms[i])
		case b.Len() == 0 && (d.norms[i] == "." || d.norms[i] == ":"):
		default:
			end = i
		}
	}
	if n := b.Len(); n != 18 && n != 9 && n != 8 {
		return ""
	}
	return b.String()
}
