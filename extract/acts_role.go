package extract

import (
	"cmp"

	"telaah/circular"
	"telaah/lexicon"
)

// maxCue bounds how far in front of an act its role cue may stand, in tokens.
const maxCue = 24

// cueOf finds the cue in front of acts[i]: the nearest phrase in its sentence
// that tells its role, unless a verb of issuing stands nearer. Acts in a list
// share the cue of the first.
func (d *doc) cueOf(acts []act, i int) {
	a := &acts[i]
	if a.sent < 0 {
		return
	}
	if d.paras[d.sents[a.sent].para].section == "dasar" {
		a.role = "basis"
		return
	}
	from := max(d.sents[a.sent].first, a.first-maxCue)
	for k := a.first - 1; k >= from; k-- {
		if i > 0 && k < acts[i-1].behind() && k >= acts[i-1].first && !a.nested {
			if d.listed(acts[i-1].behind(), a.first) && acts[i-1].sent == a.sent {
				a.role, a.cue = acts[i-1].role, acts[i-1].cue
			}
			return
		}
		for _, m := range d.at(k) {
			if m.End > a.first {
				continue
			}
			switch m.Entry.Class {
			case "actrole":
				if m.Entry.Attrs["prev"] == "" {
					a.role, a.cue = m.Entry.Attrs["role"], m.Entry
				} else if i > 0 && acts[i-1].sent == a.sent && acts[i-1].role == "" {
					acts[i-1].role, acts[i-1].cue = m.Entry.Attrs["prev"], m.Entry
				}
				return
			case "issue":
				if v := m.Entry.Attrs["voice"]; v == "active" || v == "via" {
					a.cue = d.cueOver(k, from)
					if a.cue != nil {
						a.role = a.cue.Attrs["role"]
					}
					return
				}
			}
		}
	}
}

// author finds who is said to issue acts[i], where that stands in front and
// not with it: "Menteri PANRB melalui SE Nomor 1/2024", "Gubernur Bali
// menerbitkan SE Nomor 5".
func (d *doc) author(a *act) {
	if a.by >= 0 || a.back || a.sent < 0 || !a.circ() {
		return
	}
	first := d.sents[a.sent].first
	for k := a.first - 1; k >= max(first, a.first-4); k-- {
		m, ok := d.starts(k, "issue")
		if !ok || m.Entry.Attrs["voice"] == "passive" || m.Entry.Attrs["date"] != "" || m.End > a.first {
			continue
		}
		for j := m.First - 1; j >= max(first, m.First-maxName-maxUnit); j-- {
			if o := d.officeAt[j]; o >= 0 {
				if end := max(d.offices[o].end, d.offices[o].nameEnd); m.First-end <= 2 && d.offices[o].rank != "branch" {
					a.by = int(o)
				}
				return
			}
		}
		return
	}
}

// cueOver returns the role cue of which token i is the last part, such as
// "belum menerbitkan", or nil.
func (d *doc) cueOver(i, from int) *lexicon.Entry {
	for k := i - 1; k >= max(from, i-3); k-- {
		if m, ok := d.starts(k, "actrole"); ok && m.End > i {
			return m.Entry
		}
	}
	return nil
}

// listed reports whether the tokens from first up to end only join two items
// of a list.
func (d *doc) listed(first, end int) bool {
	if end-first > 4 {
		return false
	}
	for i := first; i < end; i++ {
		switch d.norms[i] {
		case ",", "dan", "serta", "maupun", "atau", "juga", "/", "&", ";":
		default:
			return false
		}
	}
	return true
}

// ownYears gives circulars with a number but no year the year of their date,
// else the only year in the text: of its dates, else of anything but an act,
// else of anything.
func (d *doc) ownYears(acts []act) {
	dated, other, any := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, m := range d.dates {
		if !m.inferred {
			dated[m.from.Year] = true
		}
	}
	k := 0
	for _, y := range d.years {
		for k < len(acts) && acts[k].end <= y.tok {
			k++
		}
		any[y.year] = true
		if k == len(acts) || y.tok < acts[k].first {
			other[y.year] = true
		}
	}
	text := 0
	for _, set := range []map[int]bool{dated, other, any} {
		if len(set) == 1 {
			for y := range set {
				text = y
			}
			break
		}
	}
	for i := range acts {
		a := &acts[i]
		switch {
		case a.garbled > 0:
			d.warn(a.garbled, a.garbled+1, "year-unreadable", "Tahun pada nomor ini tidak terbaca.")
		case a.year == 0 && !a.date.IsZero():
			a.year = a.date.Year
		case a.year == 0 && a.number != "" && a.circ():
			a.year = text
		}
	}
}

// bases adds a legal-basis clause for every act that is no circular, once.
func (d *doc) bases(acts []act) {
	type key struct {
		kind, number string
		year         int
	}
	seen := map[key]bool{}
	for i := range acts {
		a := &acts[i]
		if a.circ() || a.role == "none" {
			continue
		}
		b := &circular.LegalBasis{Type: d.kindOf(a), Number: a.number, Year: a.year, Title: d.words(a.titleFirst, a.titleEnd), Date: a.date}
		k := key{b.Type, circular.NumberKey(b.Number), b.Year}
		if seen[k] || b.Number == "" && seen[key{kind: b.Type}] {
			continue
		}
		seen[k], seen[key{kind: b.Type}] = true, true
		sure := 0.95
		switch {
		case b.Number == "":
			sure = 0.6
		case b.Year == 0:
			sure = 0.8
		}
		d.clause(a.first, a.behind(), circular.Clause{Kind: circular.KindLegalBasis, Confidence: sure, Rule: a.entry.Rule(), LegalBasis: b})
	}
}

// kindOf returns the type of a for records: "PP", "Pergub Jawa Barat",
// "Keputusan Kepala BNPB".
func (d *doc) kindOf(a *act) string {
	kind := spaced(a.entry.Attrs["type"])
	switch {
	case a.region != "":
		return kind + " " + shortRegion(a.region)
	case a.by >= 0 && a.entry.Attrs["of"] != "":
		o := &d.offices[a.by]
		return kind + " " + d.words(o.first, o.end)
	}
	return kind
}

// tier is whose rule a circular is: a region, an institution, or not known.
type tier struct {
	region string // code of the region, "?" for one that is not named
	inst   string // id of the institution
}

// tierOf returns whose rule an act of the office would be.
func tierOf(o *office) tier {
	switch {
	case o.region.Code != "" && o.inst != nil:
		return tier{o.region.Code, o.inst.ID}
	case o.region.Code != "":
		return tier{region: o.region.Code}
	case o.inst != nil && len(o.unsure) == 0:
		return tier{inst: o.inst.ID}
	case o.inst != nil:
		return tier{"?", o.inst.ID}
	case o.id == "menteri" || o.id == "sesmen" || o.id == "sekjen" || o.id == "dirjen" || o.id == "deputi" || o.id == "rektor" || o.id == "warek" || o.id == "sestama":
		return tier{inst: "?"}
	}
	return tier{region: "?"}
}

// agrees reports whether two tiers can be the same.
func (t tier) agrees(o tier) bool {
	same := func(a, b string) bool { return a == b || a == "?" && b != "" || b == "?" && a != "" }
	return same(t.region, o.region) && same(t.inst, o.inst)
}

// protagonist returns whose rule the text reports: the first office in the
// headline; else the issuer of a circular from outside the centre that the
// text does not merely follow; else the first office of the body.
func (d *doc) protagonist(acts []act) (tier, bool) {
	var head, first *tier
	k, next := 0, 0
	for i := range d.offices {
		o := &d.offices[i]
		for k < len(d.paras)-1 && d.paras[k].end <= o.first {
			k++
		}
		if d.paras[k].part == partFurniture {
			continue
		}
		t := tierOf(o)
		if d.paras[k].part == partHeadline {
			if prev := d.norms[max(o.first-1, 0)]; o.id == "camat" || prev == "dan" || prev == "," && o.inst != nil || d.is(o.end-1, "bystander") {
				continue // the last of a list: "ASN, TNI, dan Polri"
			}
			if o.region.Code != "" {
				return t, true // whatever the centre does there, a region acts
			}
			if head == nil {
				head = &t
			}
			continue
		}
		if head != nil {
			return d.filled(*head), true
		}
		for next < len(acts) && acts[next].end <= o.first {
			next++
		}
		inside := next < len(acts) && acts[next].first <= o.first
		if first == nil && !inside && !d.is(o.end-1, "bystander") {
			first = &t
		}
	}
	if head != nil {
		return d.filled(*head), true
	}
	for i := range acts {
		a := &acts[i]
		if a.circ() && a.by >= 0 && a.role == "" && !a.nested {
			if t := tierOf(&d.offices[a.by]); t.region != "" {
				return d.filled(t), true
			}
		}
	}
	for i := range acts {
		a := &acts[i]
		if a.circ() && a.by >= 0 && !a.nested {
			if t := tierOf(&d.offices[a.by]); t.region != "" {
				return d.filled(t), true
			}
		}
	}
	if first != nil {
		return d.filled(*first), true
	}
	for i := range acts {
		if a := &acts[i]; a.circ() && a.by >= 0 {
			return tierOf(&d.offices[a.by]), true
		}
	}
	return tier{}, false
}

// filled returns t with a region that is not named replaced by the home of the text.
func (d *doc) filled(t tier) tier {
	if t.region == "?" && d.home.Code != "" {
		t.region = d.home.Code
	}
	return t
}

// findHome finds the region that the text is about: the one that its offices
// name, when they agree, else the first region named at all, of the tier of
// the first office without a region. It is then the region of those offices.
func (d *doc) findHome() {
	var home lexicon.Region
	level := ""
	for i := range d.offices {
		o := &d.offices[i]
		if o.region.Code == "" || d.furnitureAt(o.first) {
			level = cmp.Or(level, o.level)
			continue
		}
		if home.Code != "" && home.Code != o.region.Code {
			return
		}
		home = o.region
	}
	for i := 0; home.Code == "" && i < len(d.toks); i++ {
		if d.toks[i].Kind != lexicon.Word || !d.capital(i) {
			continue
		}
		if n, found := lexicon.DefaultRegions().MatchAt(d.norms, i); n > 0 {
			if r, ok := chooseRegion(found, level); ok {
				home = r
			}
		}
	}
	d.home = home
	for i := range d.offices {
		o := &d.offices[i]
		if o.region.Code != "" || o.inst != nil || tierOf(o).region == "" || len(o.unsure) > 0 {
			continue
		}
		if o.level == "" || o.level == home.Level {
			o.region = home
		}
	}
}

// spaced writes the underscores of an attribute as spaces.
func spaced(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c == '_' {
			b[i] = ' '
		}
	}
	return string(b)
}

// shortRegion returns the name of a region without its tier.
func shortRegion(s string) string {
	for _, p := range []string{"Kabupaten ", "Kota "} {
		if len(s) > len(p) && s[:len(p)] == p {
			return s[len(p):]
		}
	}
	return s
}

// levelOf returns the tier of circulars that o issues.
func levelOf(o *office) circular.Level {
	switch {
	case o.region.Code != "" && o.inst == nil:
		return circular.Level(o.region.Level)
	case o.inst != nil && (o.rank == "secretary" || o.rank == "chief") && o.inst.Level == "central":
		return circular.LevelMinistry
	case o.inst != nil:
		return circular.Level(o.inst.Level)
	}
	return ""
}

// title returns the office as records name it: "Menteri PANRB", "Wali Kota
// Cirebon", "Sekretaris Daerah Kabupaten Demak".
func (d *doc) titleOfOffice(o *office) string {
	if o.inst != nil && o.id == "inst" {
		switch o.rank {
		case "head":
			return o.inst.Head
		case "body":
			if o.inst.Level == "central" {
				return o.inst.Head
			}
			return o.inst.Name
		}
		return d.words(o.first, o.end)
	}
	first := o.first
	if m, ok := d.starts(first, "acting"); ok {
		first = m.End
		if m, ok := d.starts(first, "acting"); ok {
			first = m.End
		}
		first = d.skip(first, ".")
	}
	m, ok := d.starts(first, "office")
	if !ok || o.rank == "chief" || o.rank == "branch" {
		return d.words(first, o.end)
	}
	head := spaced(m.Entry.Attrs["name"])
	switch {
	case o.inst != nil:
		return head + " " + o.inst.Name
	case o.region.Code == "":
		return head
	case o.rank == "head":
		return head + " " + shortRegion(o.region.Name)
	case o.rank == "body":
		return head + " " + shortRegion(o.region.Name)
	}
	return head + " " + o.region.Name
}

// regionName returns the region with the code, as records have it.
func regionName(code string) circular.Region {
	if r, ok := lexicon.DefaultRegions().ByCode(code); ok {
		return circular.Region{Name: r.Name, Code: r.Code}
	}
	return circular.Region{}
}
