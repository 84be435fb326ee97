package extract

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/lexicon"
)

// maxPhrase bounds the tokens of one group phrase.
const maxPhrase = 160

// phrase returns the group phrase that begins at token i: it reaches over
// lists and relative clauses up to the predicate.
func (d *doc) phrase(i, end int) group {
	g := group{first: i}
	end = min(end, i+maxPhrase)
	depth := 0
	j := i
	list := false
loop:
	for j < end {
		t := d.Toks[j]
		if m, ok := d.Starts(j, "list"); ok && j > i {
			if m.Entry.Attrs["open"] != "" {
				g.open = true
			}
			if !g.specific && len(g.cats) == 0 && m.Entry.Attrs["open"] == "" {
				return d.phraseBehind(m.End, end, g) // "pegawai, yakni petugas loket": the list says who
			}
			list = true
			if j = m.End; j < end && (d.Toks[j].Norm == "," || d.Toks[j].Norm == ":") {
				j++
			}
			continue
		}
		if d.muted[j] {
			break
		}
		if m := d.headMatch(j); m.Entry != nil && m.End <= end {
			switch m.Entry.Class {
			case "group":
				g.cats = append(g.cats, m.Entry.ID)
				g.specific = true
			case "person":
				g.specific = true
			}
			j = m.End
			continue
		}
		switch t.Norm {
		case "(", "[":
			if k := d.closes(j, end); k > 0 && !d.bars(j+1, k) {
				depth++
				j++
				continue
			}
			break loop
		case ")", "]":
			if depth == 0 {
				break loop
			}
			depth--
			j++
			continue
		case ",", "dan", "serta", "maupun", "atau", "hingga", "sampai", "&":
			k := j + 1
			if t.Norm == "," && k < end && d.Toks[k].Norm == "dan" {
				k++
			}
			if m, ok := d.rank(k, end); ok && len(g.cats) > 0 {
				g.cats = append(g.cats, m.Entry.ID) // "eselon II, III, dan IV"
				j = k + 1
				continue
			}
			if m, ok := d.Starts(j, "bound"); ok && m.End > j+1 || !d.goesOn(j, end, list || t.Norm != ",") {
				break loop
			}
			if t.Norm == "," || t.Norm == "serta" {
				list = true
			}
			j++
			continue
		case "/", "-", "\u2013", "'", "\"", "\u201c", "\u2018", "\u2019":
			if t.Norm != "/" && t.Norm != "-" && j > i && t.Space && t.Norm != "\u201c" {
				break loop
			}
			j++
			continue
		case "yang":
			k := d.relative(j+1, end)
			if k == 0 {
				break loop
			}
			g.specific = true // a relative clause narrows it
			j = k
			continue
		}
		if k := d.extent(j, end); k > 0 {
			j = k
			continue
		}
		if m, ok := d.Starts(j-1, "abbr"); t.Norm == "." && ok && m.Entry.ID == "title" && j+1 < end && !d.Toks[j+1].Line && d.Capital(j+1) {
			j++ // "RSUD dr. Rasidin"
			continue
		}
		if t.Kind == lexicon.Punct || d.bar(j) || t.Norm == "ke" && !g.specific {
			break
		}
		j++
	}
	for j > i+1 && d.trims(j-1) {
		j--
	}
	g.end = max(j, i+1)
	if depth > 0 {
		if k := d.closes(g.end-1, g.end+8); k > 0 {
			g.end = k + 1
		}
	}
	g.specific = g.specific || d.posted(g)
	slices.Sort(g.cats)
	g.cats = slices.Compact(g.cats)
	return g
}

// rank returns the rank of which only the Roman number stands at token i, as
// the III of "eselon II dan III".
func (d *doc) rank(i, end int) (lexicon.Match, bool) {
	switch d.norm(min(i, len(d.Toks)-1)) {
	case "i", "ii", "iii", "iv":
		if i >= end || i < 3 || !slices.Contains(d.Norms[max(0, i-7):i], "eselon") {
			break
		}
		ms := d.Lex.Find(d.Lex.Tokens("eselon " + d.norm(i)))
		if len(ms) > 0 {
			return ms[0], true
		}
	}
	return lexicon.Match{}, false
}

// extent returns the token behind a measure that tells who is meant, "(di atas)
// 50 tahun", "lebih dari 50 kilometer", or 0 where none begins at token i.
func (d *doc) extent(i, end int) int {
	m, bound := d.Starts(i, "bound")
	if !bound {
		m.End = i
		switch d.norm(max(0, i-1)) {
		case "atas", "bawah", "usia", "umur", "usianya", "umurnya", "berusia", "berumur":
		default:
			return 0
		}
	}
	if _, next, ok := d.value(m.End, end); ok && d.Is(next, "notunit") {
		return next + 1
	}
	return 0
}

// phraseBehind returns the phrase of the list that is opened before token i, or
// g where no group follows.
func (d *doc) phraseBehind(i, end int, g group) group {
	for k := i; k < min(end, i+3); k++ {
		if d.heads(k) {
			p := d.phrase(k, end)
			p.first = k
			return p
		}
		if d.bar(k) && !d.Is(k, "prep") {
			break
		}
	}
	g.end = max(g.first+1, i-1)
	for g.end > g.first+1 && d.trims(g.end-1) {
		g.end--
	}
	return g
}

// relative returns the token from which the relative clause behind "yang" goes
// on, or 0 where the predicate begins there. A clause may deny ("yang tidak
// terdampak") and may tell where staff are posted ("yang bekerja di bidang ...").
func (d *doc) relative(i, end int) int {
	if i >= end {
		return 0
	}
	for _, m := range d.At(i) {
		if m.Entry.Class == "neg" || m.Entry.Class == "force" && m.Entry.ID == "dilarang" {
			for j := m.First; j < min(end, m.First+5); j++ {
				if d.Is(j, "mode") {
					return 0 // the denial is the rule itself
				}
			}
			if j := m.End; j < end {
				if k, ok := d.Starts(j, "moved"); ok && k.End < end {
					return k.End
				}
				if f, ok := d.Starts(j, "force"); ok && f.End < end {
					return f.End + 1 // "yang tidak bisa ditunda"
				}
				if d.verb(j) {
					return j + 1 // "yang tidak memberikan pelayanan"
				}
				return j
			}
		}
	}
	if d.Toks[i].Norm == "sedang" {
		if _, ok := d.Find(i+1, min(end, i+4), "mode"); ok {
			return 0 // "yang sedang menjalani WFH" are no group
		}
	}
	switch d.Toks[i].Norm {
	case "sudah", "telah", "sedang", "masih", "hanya", "akan":
		if m, ok := d.Starts(i+1, "moved"); ok && m.End < end {
			return m.End
		}
		return d.relative(i+1, end)
	case "bekerja", "bertugas", "berkantor", "berada", "melaksanakan", "menyelenggarakan", "melakukan", "memberikan":
		if d.Is(i, "mode") && d.Toks[i].Norm != "berkantor" {
			return 0
		}
		if i+1 < end && !d.Is(i+1, "mode") && !d.Is(i+1, "pred") {
			return i + 1
		}
		return 0
	}
	if d.verb(i) && !d.Is(i, "pred") && !d.Is(i, "force") && !d.Is(i, "mode") && !d.Is(i, "except") {
		return i + 1 // "yang melayani masyarakat"
	}
	if d.bar(i) {
		return 0
	}
	return i
}

// closes returns the token of the parenthesis that closes the one at i, if it
// stands near, or 0.
func (d *doc) closes(i, end int) int {
	for k := i + 1; k < min(end, i+60); k++ {
		if d.Toks[k].Norm == ")" || d.Toks[k].Norm == "]" {
			return k
		}
	}
	return 0
}

// goesOn reports whether the list goes on behind the separator at token i: a
// group comes within a few words, or, in a list, a short item that holds no
// predicate.
func (d *doc) goesOn(i, end int, list bool) bool {
	upper := false
	if d.Toks[i].Norm == "," && d.Is(i+1, "subject") && i+2 < end && d.Toks[i+2].Norm == "yang" {
		return false // "Di setiap OPD, pegawai yang ..."
	}
	for j := i + 1; j < min(end, i+9); j++ {
		if m, ok := d.Starts(j, "org"); ok && m.Entry.ID == "gov" && d.Toks[i].Norm == "," {
			return false
		}
		if d.heads(j) && (list || j-i <= 4) {
			return true
		}
		if d.Is(j, "all") {
			return false
		}
		n := d.Toks[j].Norm
		if m, ok := d.Starts(j, "list"); ok && j == i+1 && m.Entry.Class == "list" {
			return true
		}
		if d.bar(j) || n == "." || n == ";" || n == ":" || n == "yang" && j == i+1 {
			return false
		}
		if j > i+1 && (n == "," || n == "dan" || n == "serta") {
			return list
		}
		if j == i+1 {
			r, _ := utf8.DecodeRuneInString(d.Text.Body[d.Toks[j].Start:])
			upper = unicode.IsUpper(r)
		}
	}
	return list && (upper || i+9 > end)
}

// trims reports whether token i cannot be the last of a group phrase.
func (d *doc) trims(i int) bool {
	switch d.Toks[i].Norm {
	case ",", ":", ";", ".", "dan", "serta", "atau", "yang", "di", "pada", "dengan", "dari", "untuk", "bagi", "-", "/", "(", "[", "\u201c", "\"", "hingga", "sampai", "maupun", "itu", "ini", "adalah", "yakni", "yaitu", "seperti":
		return true
	}
	return false
}
