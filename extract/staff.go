package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/lexicon"
)

// posted reports whether a phrase for staff narrows them by a place or a state:
// "pegawai di reaktor", "ASN dengan nilai di bawah baik". A proper name behind
// the preposition, or the government itself, does not.
func (d *doc) posted(g group) bool {
	m := d.headMatch(g.first)
	if m.Entry == nil || m.Entry.Class != "subject" || m.End+1 >= g.end {
		return false
	}
	switch d.Toks[m.End].Norm {
	case "di", "pada", "dengan":
	default:
		return false
	}
	for i := m.End + 1; i < g.end; i++ {
		if d.Is(i, "org") {
			return false
		}
	}
	next := m.End + 1
	if strings.HasSuffix(d.Toks[next].Norm, "nya") {
		return false // "pegawai di unitnya"
	}
	r, _ := utf8.DecodeRuneInString(d.Text.Body[d.Toks[next].Start:])
	switch d.Toks[next].Norm {
	case "lingkungan", "lingkup", "jajaran", "wilayah", "seluruh", "semua", "kota", "kabupaten", "provinsi", "daerah", "lingkungannya", "hari", "tanggal", "saat", "masa":
		return false
	}
	return unicode.IsLower(r)
}

// subjectOf returns the phrase that opens the stretch, where it reads as the
// subject of the predicate at token pred but no word of it is known: a capital
// or list of nouns, none of them abstract.
func (d *doc) subjectOf(first, pred int) (group, bool) {
	for first < pred && (d.Toks[first].Kind == lexicon.Punct || d.Is(first, "contrast")) {
		first++
	}
	end := first
	for end < pred && !d.bar(end) && d.Toks[end].Kind != lexicon.Punct && !d.Is(end, "prep") {
		end++
	}
	if end == first || end-first > 8 || d.Is(first, "abstract") || d.muted[first] || d.Toks[first].Kind != lexicon.Word {
		return group{}, false
	}
	for i := first; i < end; i++ {
		if d.Is(i, "subject") || d.Is(i, "all") || d.Is(i, "weekday") {
			return group{}, false // staff at large, or a day
		}
	}
	r, _ := utf8.DecodeRuneInString(d.Text.Body[d.Toks[first].Start:])
	if !unicode.IsUpper(r) || end < pred && d.Toks[end].Kind == lexicon.Punct {
		return group{}, false
	}
	return group{first: first, end: end, specific: true}, true
}

// regionSubject returns the region with which the stretch begins: "Banjarbaru
// tidak menerapkan WFH".
func (d *doc) regionSubject(first, pred int) (group, bool) {
	for first < pred && (d.Toks[first].Kind == lexicon.Punct || d.Is(first, "contrast")) {
		first++
	}
	n, _ := lexicon.DefaultRegions().MatchAt(d.Norms, first)
	return group{first: first, end: first + n}, n > 0 && first+n <= pred && d.Capital(first)
}

// mute marks the tokens that name a speaker: "kata Kepala Dinas X," behind a
// quotation, "Sekretaris Y mengatakan" before one. They name no group.
func (d *doc) mute() {
	d.muted = make([]bool, len(d.Toks))
	d.noGroup = make([]bool, len(d.Toks))
	for _, m := range d.Matches {
		if m.Entry.Class == "notgroup" || m.Entry.Class == "mode" {
			for i := m.First; i < m.End; i++ {
				d.noGroup[i] = true
			}
		}
	}
	for _, s := range d.sents {
		for _, m := range d.Within(s.first, s.end) {
			if m.Entry.Class != "speech" {
				continue
			}
			if m.Entry.ID == "tell" && m.First > s.first {
				switch d.Toks[m.First-1].Norm {
				case "ia", "dia", "beliau": // "para perawat, ia menegaskan, wajib masuk"
					continue
				}
				for i := m.First - 1; i >= s.first && d.Toks[i].Norm != ";" && d.Toks[i].Norm != "."; i-- {
					d.muted[i] = true
				}
				continue
			}
			for i := m.First; i < s.end; i++ {
				if n := d.Toks[i].Norm; i > m.First && (n == "," || n == "." || n == ";" || n == ":" || n == "\u201c" || n == "\"") {
					break
				}
				d.muted[i] = true
			}
		}
	}
}

// everyone finds how the text names the staff it rules, with the office they
// belong to: "ASN Pemprov Banten".
func (d *doc) everyone() {
	for pass := range 4 { // body, headline; then again with any proper name
		for _, s := range d.sents {
			if part := d.paras[s.para].part; part == partFurniture || part == partFrame || (part == partHeadline) != (pass%2 == 1) {
				continue
			}
			for _, g := range d.groupsIn(s.first, s.end) {
				if org, ok := d.Find(g.first, g.end, "org"); ok && pass%2 == 1 {
					g.end = min(g.end, org.End+2) // a headline has no end of its subject
				}
				if m := d.headMatch(g.first); m.Entry != nil && m.Entry.Class == "person" {
					continue
				}
				if end := d.regionEnd(g); end > 0 && end < g.end && d.Toks[end].Norm != "yang" {
					g.end = end // "ASN Lombok Tengah Dipangkas"
				}
				if _, title := d.Find(max(s.first, g.first-16), g.first, "frame"); !title && len(g.cats) == 0 && d.owned(g) && (pass > 1 || d.seated(g)) {
					d.staff = &g
					return
				}
			}
		}
	}
}

// regionEnd returns the token behind the first region that the phrase names, or 0.
func (d *doc) regionEnd(g group) int {
	for i := g.first + 1; i < g.end; i++ {
		if n, _ := lexicon.DefaultRegions().MatchAt(d.Norms, i); n > 0 && d.Capital(i) {
			return i + n
		}
	}
	return 0
}

// seated reports whether the phrase names a government, or a region that we know.
func (d *doc) seated(g group) bool {
	if m, ok := d.Find(g.first, g.end, "org"); ok && m.Entry.ID == "gov" {
		return true
	}
	return d.regionEnd(g) > 0
}

// owned reports whether the phrase names a government or a proper name.
func (d *doc) owned(g group) bool {
	for i := g.first; i < g.end; i++ {
		if m, ok := d.Starts(i, "org"); ok && m.Entry.ID != "opd" && m.Entry.ID != "place" {
			return g.end-g.first > 1 && (m.End >= len(d.Toks) || m.End >= g.end || d.Capital(m.End))
		}
		r, _ := utf8.DecodeRuneInString(d.Text.Body[d.Toks[i].Start:])
		if i > g.first && unicode.IsUpper(r) && !d.heads(i) {
			return true
		}
	}
	return false
}

// anonymous reports whether the phrase is nothing but words for staff.
func (d *doc) anonymous(g group) bool {
	for i := g.first; i < g.end; {
		m := d.headMatch(i)
		switch {
		case m.Entry != nil && m.Entry.Class == "subject":
			i = m.End
		case d.Toks[i].Kind == lexicon.Punct:
			i++
		default:
			return false
		}
	}
	return true
}
