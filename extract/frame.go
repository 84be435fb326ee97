package extract

// frameParts are the places of the frame of an official circular, as ranges
// of tokens; empty where the text has none.
type frameParts struct {
	head  [2]int // letterhead, place and date, number block, addressee
	title [2]int // SURAT EDARAN, number, TENTANG and title
	sign  [2]int // place, date, office, name, NIP
	to    [2]int // addressees below the title

	letter bool // the head is the number block of a letter, without a title
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
	h, title := d.titlePara()
	if h < 0 {
		if first, end, ok := d.letter(); ok {
			d.foot(d.addressees(d.letterFrame(first, end)))
		}
		return
	}
	for i := range h {
		d.paras[i].part = partFrame
	}
	d.framed.head = [2]int{d.paras[0].first, title}
	end := h + 1
	for ; end < len(d.paras); end++ {
		p := d.paras[end]
		about := d.norm(d.paras[end-1].end-1) == "tentang"
		m, ok := d.Starts(p.first, "frame")
		key := ok && (m.Entry.ID == "number" || m.Entry.ID == "about")
		if p.marker != "" || !about && !key && !d.Upper(p.first, p.end) {
			break
		}
	}
	for i := h; i < end; i++ {
		d.paras[i].part = partFrame
	}
	d.framed.title = [2]int{title, d.paras[end-1].end}
	d.foot(d.addressees(end))
}

// titlePara returns the paragraph of the title, or -1, and the token with which
// that begins. The title of an annex, which names its circular again, is none.
func (d *doc) titlePara() (para, first int) {
	for i, p := range d.paras {
		if at, ok := d.titleIn(p); ok {
			return i, at
		}
		if m, ok := d.Starts(p.first, "frame"); ok && m.Entry.ID == "annex" && d.Upper(m.First, m.End) && (m.End == p.end || d.Toks[m.End].Line) {
			return -1, 0
		}
	}
	return -1, 0
}

// titleIn returns the token with which a title begins in p: on its first line, or
// under others in capitals such as "SALINAN".
func (d *doc) titleIn(p para) (int, bool) {
	for top := p.first; p.first < p.end && p.first-top <= maxIssuer; p.first = d.LineEnd(p.first) {
		if p.first > top && !d.Upper(top, p.first) {
			break
		}
		if d.entitles(p) {
			return p.first, true
		}
	}
	return 0, false
}

// entitles reports whether p begins with the words SURAT EDARAN as a title: in
// capitals and alone, or with the issuer on a line above the number.
func (d *doc) entitles(p para) bool {
	m, ok := d.Starts(p.first, "frame")
	if !ok || m.Entry.ID != "heading" {
		return false
	}
	if d.Upper(m.First, m.End) && (m.End == p.end || d.Toks[m.End].Line || d.norm(m.End) == "nomor") {
		return true
	}
	for i := m.End; i < p.end && i < m.End+maxIssuer; i++ {
		if d.norm(i) == "nomor" && d.Upper(m.First, i) {
			return true
		}
	}
	line := d.LineEnd(p.first)
	if line >= len(d.Toks) || line-p.first > maxIssuer {
		return false
	}
	for i := p.first; i < line; i++ {
		if !d.Capital(i) && d.norm(i) != "dan" && d.norm(i) != "," {
			return false
		}
	}
	_, ok = d.Starts(line, "actnumber")
	return ok
}

// norm returns the normal form of token i before the table of norms exists.
func (d *doc) norm(i int) string { return d.Toks[i].Norm }

// maxAddressees bounds how many paragraphs a list of addressees may have.
const maxAddressees = 60

// addressees marks "Yth. ... di Tempat" when it begins at paragraph i, and
// returns the paragraph behind it.
func (d *doc) addressees(i int) int {
	if i >= len(d.paras) {
		return i
	}
	if m, ok := d.Starts(d.paras[i].first, "frame"); !ok || m.Entry.ID != "addressee" {
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
			d.framed.to = [2]int{d.paras[i].first, d.paras[j].end}
			return j + 1
		}
	}
	d.paras[i].part = partFrame
	d.framed.to = [2]int{d.paras[i].first, d.paras[i].end}
	return i + 1
}
