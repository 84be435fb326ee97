package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// office is an office, government or institution named in the text, with the
// name of its holder where that follows.
type office struct {
	first, end int                  // its tokens, without the name
	id         string               // entry of class "office", or "inst"
	rank       string               // head, second, secretary, chief, body, branch
	level      string               // tier of region it rules, "" for any
	capacity   circular.Capacity    // acting title in front
	region     lexicon.Region       // zero where the text does not decide
	unsure     []lexicon.Region     // the candidates where it does not
	local      string               // its region as printed where the table lacks that
	inst       *lexicon.Institution // ministry, agency or university
	name       string               // of the holder, as printed
	nameFirst  int                  // its tokens
	nameEnd    int
}

// findOffices finds every office of the text, by position, and indexes them by
// their first token.
func (d *doc) findOffices() {
	d.officeAt = make([]int32, len(d.Toks))
	for i := 0; i < len(d.Toks); {
		o, ok := d.office(i)
		if !ok {
			d.officeAt[i] = -1
			i++
			continue
		}
		d.holder(&o)
		k := int32(len(d.offices))
		end := max(o.end, o.nameEnd)
		for ; i < end; i++ {
			d.officeAt[i] = -1
		}
		d.officeAt[o.first] = k
		d.offices = append(d.offices, o)
	}
}

// office parses the office named at token i.
func (d *doc) office(i int) (office, bool) {
	o := office{first: i}
	if len(d.At(i)) == 0 && !d.Capital(i) {
		return o, false
	}
	at := i
	if m, ok := d.Starts(at, "acting"); ok {
		o.capacity = circular.Capacity(m.Entry.ID)
		at = m.End
		if m, ok := d.Starts(at, "acting"); ok {
			at = m.End
		}
		if at < len(d.Toks) && d.Toks[at].Norm == "." {
			at++
		}
	}
	m, ok := d.Starts(at, "office")
	n, found := lexicon.DefaultInstitutions().MatchAt(d.norms, at)
	if n > 0 && (!ok || at+n > m.End || m.Entry.ID == "menteri") && d.shown(at, at+n) {
		inst := found // a copy only of what is kept
		o.id, o.inst, o.end = "inst", &inst, at+n
		o.rank = "body"
		switch w := d.norms[at]; {
		case inst.ID == "presiden", strings.HasPrefix(w, "men") && w != "mentawai", w == "kepala", w == "kapolri", w == "jaksa", w == "ketua", w == "sekretaris", w == "seskab", w == "rektor":
			o.rank = "head"
		}
		o.end = d.brief(o.end)
		d.place(&o, "")
		if o.region.Code != "" || len(o.unsure) > 0 {
			o.rank = "branch"
		}
		return o, true
	}
	if !ok || m.Entry.ID == "menteri" && !d.Capital(at) {
		return o, false
	}
	o.id, o.rank, o.level, o.end = m.Entry.ID, m.Entry.Attrs["rank"], m.Entry.Attrs["level"], m.End
	o.end = d.brief(o.end)
	if c := m.Entry.Attrs["capacity"]; c != "" {
		o.capacity = circular.Capacity(c)
	}
	switch o.rank {
	case "chief", "secretary":
		end := d.unit(o.end)
		if o.rank == "chief" && end == o.end {
			n, inst := lexicon.DefaultInstitutions().MatchAt(d.norms, o.end)
			for o.id == "dirjen" && end < len(d.Toks) && end < o.end+maxUnit && d.Toks[end].Kind == lexicon.Word && d.Capital(end) && !d.stopsName(end) {
				end++
			}
			if n == 0 && end == o.end && m.Entry.Attrs["alone"] == "" {
				return o, false // "kepala" alone heads nothing we know
			}
			if n > 0 {
				o.inst, end = &inst, o.end+n
				if o.id == "kepala" || o.id == "ketua" {
					o.rank = "head" // of the whole agency
				}
			}
		}
		o.end = d.brief(end)
	}
	if n, inst := lexicon.DefaultInstitutions().MatchAt(d.norms, o.end-1); n > 1 && o.inst == nil && o.end == m.End && m.End-m.First > 1 {
		o.inst, o.end = &inst, d.brief(o.end-1+n) // "Sekretaris Kementerian Koperasi": one word of both
	}
	if o.inst == nil {
		if n, inst := lexicon.DefaultInstitutions().MatchAt(d.norms, o.end); n > 0 && d.shown(o.end, o.end+n) && o.rank != "body" && o.level != "province" {
			o.inst, o.end = &inst, d.brief(o.end+n)
		}
	}
	if o.inst == nil && o.id == "rektor" {
		if end := d.campus(o.end); end > o.end {
			o.local, o.end = d.Printed(o.end, end), d.brief(end)
			return o, true
		}
	}
	d.place(&o, o.level)
	if o.rank == "second" {
		o.rank = "chief"
	}
	return o, true
}

// campus returns the token behind the name of a campus that is not in the list
// of institutions, at token i: "Universitas Maritim Berau", "Unpara".
func (d *doc) campus(i int) int {
	end := i
	for end < len(d.Toks) && end < i+maxName && d.Toks[end].Kind == lexicon.Word && d.Capital(end) && !d.stopsName(end) && !d.Is(end, "honorific") {
		end++
	}
	if end > i && d.Is(i, "org") {
		return end
	}
	if next := d.skip(end, ","); end == i+1 && next < len(d.Toks) && d.Is(next, "honorific") {
		return end // "Rektor Unpara, Prof. Dr. ..."
	}
	return i
}

// shown reports whether the name at the tokens is written as a name: with a
// capital, so that "um" or "its" inside a sentence is no university.
func (d *doc) shown(first, end int) bool {
	raw := d.Text.Body[d.Toks[first].Start:d.Toks[end-1].End]
	r, _ := utf8.DecodeRuneInString(raw)
	if utf8.RuneCountInString(raw) <= 4 {
		return strings.ToUpper(raw) == raw || utf8.RuneCountInString(raw) == 4 && unicode.IsUpper(r)
	}
	return true
}

// brief steps over a short form in parentheses at token i: "(Pemkot)", "(UI)".
func (d *doc) brief(i int) int {
	if i+2 < len(d.Toks) && d.Toks[i].Norm == "(" && d.Toks[i+1].Kind == lexicon.Word && d.Toks[i+2].Norm == ")" && len(d.Toks[i+1].Norm) <= 12 {
		return i + 3
	}
	if i+3 < len(d.Toks) && d.Toks[i].Norm == "(" && d.Toks[i+1].Kind == lexicon.Word && d.Toks[i+3].Norm == ")" && len(d.Toks[i+1].Norm)+len(d.Toks[i+2].Norm) <= 12 {
		return i + 4
	}
	return i
}

// maxUnit bounds the words of a unit's name.
const maxUnit = 12

// unit returns the token behind the name of the unit that begins at token i.
func (d *doc) unit(i int) int {
	end := i
	for j := i; j < len(d.Toks) && j < i+maxUnit; j++ {
		switch {
		case d.Is(j, "unitword") && !d.Toks[j].Line:
			if d.Toks[j].Norm != "dan" {
				end = j + 1
			}
		case d.Toks[j].Norm == "," || d.Toks[j].Norm == "/":
			if j == end && j+1 < len(d.Toks) && d.Is(j+1, "unitword") && d.Toks[j].Norm == "/" {
				continue
			}
			return end
		default:
			return d.brief(end)
		}
	}
	return end
}

// place parses the region behind o. Level is the tier that the office rules.
func (d *doc) place(o *office, level string) {
	at := o.end
	if o.end < len(d.Toks) && (d.norms[at] == "prov" || d.norms[at] == "daerah") {
		at++
	}
	n, found := lexicon.DefaultRegions().MatchAt(d.norms, at)
	if n == 1 && d.Is(at, "namesake") && at+1 < len(d.Toks) && d.Toks[at+1].Kind == lexicon.Word && d.Capital(at+1) && !d.stopsName(at+1) && !d.Is(at+1, "honorific") {
		return // "Wali Kota Bima Arya" governs another town
	}
	if n == 0 || !d.Capital(at) || d.Toks[at].Line && at != o.end {
		d.localPlace(o, at)
		return
	}
	o.end = d.brief(at + n)
	if r, ok := chooseRegion(found, level); ok {
		o.region, o.unsure = r, nil
		return
	}
	o.unsure = found
}

// chooseRegion returns the one region of found that has the level, any for "".
func chooseRegion(found []lexicon.Region, level string) (lexicon.Region, bool) {
	var one []lexicon.Region
	for _, r := range found {
		if level == "" || level == "institution" || r.Level == level {
			one = append(one, r)
		}
	}
	if len(one) == 1 {
		return one[0], true
	}
	return lexicon.Region{}, false
}

// maxName bounds the words of a person's name.
const maxName = 10

// holder parses the name that follows o.
func (d *doc) holder(o *office) {
	at := o.end
	if o.rank == "body" || o.rank == "branch" && o.id == "kanwil" || at >= len(d.Toks) {
		return
	}
	comma := d.Toks[at].Norm == ","
	if comma {
		at++
	}
	if at < len(d.Toks) && d.Is(at, "acting") {
		return
	}
	first, end := d.person(at)
	if end == first {
		return
	}
	if comma && end < len(d.Toks) {
		// "Sekretaris Daerah Magetan, Hermawan, ...": an apposition closes again.
		switch d.Toks[end].Norm {
		case ",", ".", ")", ";":
		default:
			return
		}
	}
	o.nameFirst, o.nameEnd = first, end
	o.name = d.Printed(first, end)
}

// person parses a person's name at token i: titles, words with capitals,
// initials, and degrees. It returns its tokens; end is first when there is none.
func (d *doc) person(i int) (first, end int) {
	first, end = i, i
	words := 0
	j := i
	for j < len(d.Toks) && j < i+2*maxName && words < maxName {
		t := d.Toks[j]
		if t.Line && j > i {
			break
		}
		if m, ok := d.Starts(j, "honorific"); ok && words == 0 && t.Kind == lexicon.Word {
			j = m.End
			if j < len(d.Toks) && d.Toks[j].Norm == "." && !d.Toks[j].Space {
				j++
			}
			continue
		}
		if m, ok := d.Starts(j, "degree"); ok && words > 0 && d.Capital(j) {
			j, end = m.End, m.End
			continue
		}
		if t.Kind != lexicon.Word || !d.Capital(j) || d.stopsName(j) {
			if t.Norm == "," && words > 0 {
				if m, ok := d.Starts(j+1, "degree"); ok && (d.Capital(j+1) || d.norms[j+1] == "s") {
					j, end = m.End, m.End
					continue
				}
			}
			break
		}
		words++
		j++
		end = j
		if j < len(d.Toks) && d.Toks[j].Norm == "." && !d.Toks[j].Space && utf8.RuneCountInString(t.Norm) <= 2 {
			j++ // an initial
			end = j
		}
		if j+1 < len(d.Toks) && d.Toks[j].Norm == "-" && !d.Toks[j].Space && !d.Toks[j+1].Space && d.Capital(j+1) {
			j++
		}
	}
	if words == 0 {
		return i, i
	}
	if n, _ := lexicon.DefaultRegions().MatchAt(d.norms, first); n >= 2 && first+n >= end {
		return i, i // "Bupati Polewali Mandar" names no holder
	}
	return first, end
}

// stopsName reports whether the word at token i cannot be part of a name.
func (d *doc) stopsName(i int) bool {
	for _, m := range d.At(i) {
		switch m.Entry.Class {
		case "notname", "weekday", "act", "office", "acting", "issue":
			return true
		case "month":
			return i > 0 && d.Toks[i-1].Kind == lexicon.Number
		}
	}
	return false
}

// regionOf returns the region that o rules, as records have it.
func (o *office) regionOf() circular.Region {
	if o.region.Code != "" {
		return circular.Region{Name: o.region.Name, Code: o.region.Code}
	}
	if o.local != "" && o.inst == nil {
		return circular.Region{Name: localPrefix[o.level] + o.local}
	}
	if o.inst != nil && (o.inst.Level == "central" || o.inst.Level == "ministry") && len(o.unsure) == 0 {
		return circular.Region{Name: "Indonesia"}
	}
	return circular.Region{}
}

// localPlace parses a region that only the text knows at token at, behind o.
func (d *doc) localPlace(o *office, at int) {
	if at < len(d.Toks) && at == o.end && d.Is(at, "regionword") {
		at++
	}
	if n := d.localAt(at); n > 0 {
		o.local, o.end = d.local(at, n), d.brief(at+n)
	}
}

// localPrefix is what the names of regions of a tier begin with.
var localPrefix = map[string]string{"regency": "Kabupaten ", "city": "Kota "}
