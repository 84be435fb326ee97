package extract

import (
	"strings"

	"github.com/telaah/telaah/lexicon"
)

// actsAt parses the act named at token i, and those of the same kind that
// follow in a list of numbers: "Nomor 11 dan Nomor 12 Tahun 2020".
func (d *doc) actsAt(i int) []act {
	m, ok := d.Starts(i, "act")
	if !ok || d.furnitureAt(i) {
		return nil
	}
	a := act{first: i, end: m.End, entry: m.Entry, by: -1}
	if d.norms[i] == "se" && m.End == i+1 && d.Raw(i) != "SE" {
		return nil
	}
	if _, ok := d.Starts(i, "footer"); ok {
		return nil
	}
	at := d.issuerOf(&a, m.End)
	at = d.numbered(&a, d.pointed(&a, at))
	if a.number == "" && a.entry.ID == "skb" {
		at = d.farNumber(&a, at)
	}
	at = d.datedAt(&a, at)
	d.titleOf(&a, at)
	if a.number == "" && a.titleEnd > a.titleFirst {
		// A number may stand behind the title: "SE tentang X dengan Nomor 5".
		if m, ok := d.Starts(a.titleEnd, "actnumber"); ok {
			if end, ok := d.numberAndYear(&a, m.End); ok {
				a.end = end
			}
		}
	}
	if a.date.IsZero() && a.titleEnd > a.titleFirst {
		d.datedAt(&a, a.titleEnd)
	}
	switch {
	case a.entry.ID == "suratdinas" && (a.by < 0 || a.number == ""):
		return nil
	case a.number == "" && a.entry.Attrs["bare"] == "" && !(a.entry.Attrs["of"] != "" && (a.by >= 0 || a.region != "")) && a.titleEnd == a.titleFirst:
		if len(d.norms[i]) <= 3 || a.entry.Attrs["of"] == "" {
			return nil
		}
	case d.degreeAt(&a):
		return nil
	}
	if _, ok := d.Starts(a.end, "actthis"); ok {
		a.back = true
	}
	if m, ok := d.Starts(a.behind(), "actdead"); ok && m.End > 0 {
		a.dead = true
	}
	out := []act{a}
	if a.titleEnd == a.titleFirst && a.number != "" {
		out = d.siblings(out)
	}
	return out
}

// furnitureAt reports whether token i stands in a link or other furniture.
func (d *doc) furnitureAt(i int) bool {
	k := d.sentAt(i)
	return k >= 0 && d.paras[d.sents[k].para].part == partFurniture
}

// issuerOf parses who issued a at token at, with the words that may stand in
// between, and returns the token behind.
func (d *doc) issuerOf(a *act, at int) int {
	for range 4 {
		if at >= len(d.Toks) {
			break
		}
		if k := d.officeAt[at]; k >= 0 && a.by < 0 {
			o := &d.offices[k]
			a.by, at, a.end = int(k), o.end, o.end
			if _, ok := d.Starts(o.nameEnd, "actnumber"); ok && o.name != "" {
				at = o.nameEnd
				if a.circ() && tierOf(o) == (tier{inst: "?"}) {
					a.issuer, o.name = d.Printed(o.first, o.nameEnd), "" // the name of its house, not of a holder
				}
			}
			continue
		}
		if a.entry.Attrs["of"] == "region" && a.region == "" {
			if n, found := lexicon.DefaultRegions().MatchAt(d.norms, at); n > 0 && d.Capital(at) {
				a.region = found[0].Name
				at += n
				a.end = at
				continue
			}
			if n := d.localAt(at); n > 0 {
				a.region = d.local(at, n)
				at += n
				a.end = at
				continue
			}
		}
		switch n := d.norms[at]; {
		case n == "republik" && at+1 < len(d.norms) && d.norms[at+1] == "indonesia":
			at += 2
		case n == "ri" || n == "bersama":
			at++
		case n == "dari" && at+1 < len(d.officeAt) && d.officeAt[at+1] >= 0:
			at++
		case n == "(" && at+2 < len(d.Toks) && d.Toks[at+2].Norm == ")" && d.Is(at+1, "act"):
			at += 3
		default:
			switch {
			case a.entry.Attrs["of"] == "office" && a.by < 0 && a.entry.ID != "suratdinas":
				at = d.ministry(a, at)
			case a.entry.Attrs["of"] == "region" && a.region == "":
				at = d.ministry(a, at)
			case a.circ():
				at = d.issuerName(a, at)
			case a.entry.Attrs["of"] == "":
				at = d.shortName(a, at)
			}
			return at
		}
		if d.Toks[at-1].End > d.Toks[a.end-1].End {
			a.end = at
		}
	}
	return at
}

// ministry steps over the words that name the office behind "Peraturan
// Menteri" and the like: capitals up to the number or title.
func (d *doc) ministry(a *act, at int) int {
	if n, inst := lexicon.DefaultInstitutions().MatchAt(d.norms, at); n > 0 {
		a.region, a.end = inst.Name, at+n
		if d.norms[at] == d.norms[at+n-1] {
			a.region = d.Raw(at)
		}
		return at + n
	}
	if j := d.nameTo(at); j > at {
		a.region, a.end = d.Printed(at, j), j
		return j
	}
	return at
}

// shortName steps over the name in "UU ASN Nomor 5": capitals up to the number.
func (d *doc) shortName(a *act, at int) int {
	j := at
	for j < len(d.Toks) && j < at+6 && d.Toks[j].Kind == lexicon.Word && d.Capital(j) && !d.Is(j, "actnumber") {
		j++
	}
	if j > at && d.Is(j, "actnumber") {
		a.end = j
		return j
	}
	return at
}

// numbered parses the number of a at token at and returns the token behind.
func (d *doc) numbered(a *act, at int) int {
	if m, ok := d.Starts(at, "actthis"); ok && d.Is(m.End, "actnumber") && a.circ() {
		a.back, at = true, m.End // "edaran itu bernomor ..."
	}
	if m, ok := d.Starts(at, "actnumber"); ok {
		if end, ok := d.numberAndYear(a, m.End); ok {
			a.end = end
			return end
		}
		return at
	}
	if a.circ() && at == a.first+1 && at+1 < len(d.Toks) && d.norms[at] == "-" && !d.Toks[at].Space && d.Toks[at+1].Kind == lexicon.Number {
		if end, ok := d.numberAndYear(a, a.first); ok { // "SE-05/PJ/2022"
			a.end = end
			return end
		}
	}
	// Without "Nomor" only "17/2023" or "5 Tahun 2014" is a number.
	if at < len(d.Toks) && (d.Toks[at].Kind == lexicon.Number || d.Capital(at)) {
		b := *a
		if end, ok := d.numberAndYear(&b, at); ok && d.digits(b.numFirst, b.numEnd) && !d.dateAt(at) &&
			(b.year > 0 && len(b.number) <= 24 || strings.Count(b.number, "/") >= 2) {
			if d.Toks[at].Kind == lexicon.Number || strings.Contains(b.number, "/") {
				*a = b
				a.end = end
				return end
			}
		}
	}
	return at
}

// dateAt reports whether a date begins at token i.
func (d *doc) dateAt(i int) bool { return d.mentionAt(i) >= 0 }

// farNumber looks for the number of a joint decree behind the list of
// ministers that made it.
func (d *doc) farNumber(a *act, at int) int {
	k := d.sentAt(a.first)
	if k < 0 {
		return at
	}
	for j := at; j < d.sents[k].end && j < at+60; j++ {
		if d.Is(j, "acttitle") {
			return at
		}
		if m, ok := d.Starts(j, "act"); ok && m.End > j && d.Capital(j) {
			return at
		}
		if m, ok := d.Starts(j, "actnumber"); ok {
			if end, ok := d.numberAndYear(a, m.End); ok {
				a.end = end
				return end
			}
		}
	}
	return at
}

// datedAt parses "tanggal 13 April 2024" or "tertanggal ..." at token at into
// a, and returns the token behind.
func (d *doc) datedAt(a *act, at int) int {
	i := d.skip(at, ",")
	if m, ok := d.Starts(i, "issue"); ok && m.Entry.ID == "dated" {
		i = m.End
	} else if _, ok := d.Starts(i, "dateword"); !ok {
		return at
	}
	k := d.mentionAt(i)
	if k < 0 || !d.dates[k].Single() {
		return at
	}
	a.date = d.dates[k].From
	d.dated[d.dates[k].First] = true
	if at == a.end {
		a.end = d.dates[k].End
	}
	return d.dates[k].End
}

// siblings appends to out, which holds one act with a number, the acts of the
// same kind whose numbers follow in a list. A missing year comes from the right.
func (d *doc) siblings(out []act) []act {
	for len(out) < maxList {
		last := out[len(out)-1]
		at := last.end
		_, next := d.link(at)
		if next == at {
			break
		}
		cued := false
		if m, ok := d.Starts(next, "actnumber"); ok {
			next, cued = m.End, true
		} else if m, ok := d.Starts(next, "act"); ok && m.Entry == last.entry && last.circ() {
			break // named anew
		}
		b := act{first: next, entry: last.entry, by: last.by, region: last.region}
		if next >= len(d.Toks) || d.Toks[next].Kind != lexicon.Number && !cued {
			break
		}
		end, ok := d.numberAndYear(&b, next)
		if !ok || !cued && (b.year == 0 && !d.listEnds(end) || d.dateAt(next)) {
			break
		}
		b.end = end
		end = d.datedAt(&b, end)
		d.titleOf(&b, end)
		if m, ok := d.Starts(b.behind(), "actdead"); ok && m.End > 0 {
			b.dead = true
			for k := range out {
				out[k].dead = true
			}
		}
		out = append(out, b)
		if b.titleEnd > b.titleFirst {
			break
		}
	}
	for k := len(out) - 2; k >= 0; k-- {
		if out[k].year == 0 && out[k+1].year != 0 && !strings.Contains(out[k].number, "/") {
			out[k].year = out[k+1].year
		}
	}
	return out
}

// listEnds reports whether what stands at token i lets a bare number before it
// be one of a list of acts: another number follows with its year.
func (d *doc) listEnds(i int) bool {
	for range maxList {
		_, next := d.link(i)
		if next == i || next >= len(d.Toks) || d.Toks[next].Kind != lexicon.Number {
			return false
		}
		if m, ok := d.Starts(next+1, "actyear"); ok {
			return d.year(m.End) > 0
		}
		i = next + 1
	}
	return false
}

// degreeAt reports whether what looks like the act "SE" is the degree behind a
// name: "H Saifuddin SE".
func (d *doc) degreeAt(a *act) bool {
	if a.end != a.first+1 || d.norms[a.first] != "se" || a.number != "" || a.by >= 0 || a.titleEnd > a.titleFirst {
		return false
	}
	i := a.first - 1
	if i < 0 || d.Toks[a.first].Line {
		return false
	}
	if d.norms[i] == "," && i > 0 {
		i--
	}
	if d.Toks[i].Kind != lexicon.Word || !d.Capital(i) || len(d.At(i)) > 0 && d.stopsName(i) {
		return false
	}
	k := d.sentAt(a.first)
	if k < 0 || d.sents[k].first == i {
		return false
	}
	next := a.first + 1
	return next >= len(d.Toks) || d.Toks[next].Kind == lexicon.Punct || d.Capital(i-1) || d.Is(i-1, "honorific") || d.Is(i-2, "honorific")
}

// mentionAt returns the index of the date that begins at token i, or -1.
func (d *doc) mentionAt(i int) int {
	k := d.nextDate(i)
	if k < len(d.dates) && d.dates[k].First == i {
		return k
	}
	return -1
}

// pointed steps over words that point back between an act and its number:
// "edaran tersebut, Nomor 5", "SE sebelumnya, Nomor 4".
func (d *doc) pointed(a *act, at int) int {
	m, ok := d.Starts(at, "actthis")
	if !ok {
		if m, ok = d.Starts(at, "actdead"); !ok {
			return at
		}
	}
	j := d.skip(m.End, ",")
	n, ok := d.Starts(j, "actnumber")
	if !ok || !a.circ() {
		return at
	}
	if end, _ := d.actNumber(n.End); end == n.End {
		return at
	}
	if m.Entry.Class == "actdead" {
		a.dead = true
	} else {
		a.back = true
	}
	return j
}

// maxIssuer bounds the tokens of the name of an issuer.
const maxIssuer = 16

// nameTo returns the token behind a name that runs from token at up to the
// number or title of an act: capitals, joined by commas and "dan". It is at
// where none does.
func (d *doc) nameTo(at int) int {
	j := at
	for ; j < len(d.Toks) && j < at+maxIssuer; j++ {
		if d.Is(j, "actnumber") || d.Is(j, "acttitle") {
			if d.norms[j-1] == "," {
				return at
			}
			return j
		}
		switch n := d.norms[j]; {
		case d.Toks[j].Kind == lexicon.Word && d.Capital(j) && !d.Is(j, "act"):
		case j > at && (n == "dan" || n == "," || n == "&" || n == "-" || n == "/" || n == "(" || n == ")"):
		default:
			return at
		}
	}
	return at
}

// issuerName steps over an issuer of any name between a circular and its
// number: "Surat Edaran Direksi Bank Ini Nomor 5".
func (d *doc) issuerName(a *act, at int) int {
	j := d.nameTo(at)
	if j == at || !d.Is(j, "actnumber") {
		return at
	}
	first := at
	if a.by >= 0 {
		first = d.offices[a.by].first
	}
	a.issuer, a.end = d.Printed(first, j), j
	return j
}
