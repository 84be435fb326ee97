package extract

import (
	"cmp"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// tier is whose rule a circular is: a region, an institution, or not known.
type tier struct {
	region string // code of the region, "?" for one that is not named
	inst   string // id of the institution
}

// tierOf returns whose rule an act of the office would be.
func tierOf(o *office) tier {
	switch {
	case o.local != "" && o.inst != nil:
		return tier{localKey(o.local), o.inst.ID}
	case o.local != "" && o.id == "rektor":
		return tier{inst: localKey(o.local)} // a campus that is not in the list
	case o.local != "":
		return tier{region: localKey(o.local)}
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
			if prev := d.norms[max(o.first-1, 0)]; o.id == "camat" || prev == "dan" || prev == "," && o.inst != nil || d.Is(o.end-1, "bystander") {
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
		if first == nil && !inside && !d.Is(o.end-1, "bystander") {
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

// findHome finds the region that the text is about: the one that more than half
// of its offices name; where none names any, the first region named at all, of the tier of
// the first office without a region. It is then the region of those offices.
func (d *doc) findHome() {
	var home lexicon.Region
	level, named, most := "", map[string]int{}, 0
	for i := range d.offices {
		o := &d.offices[i]
		if o.local != "" {
			return // the text is about a region of its own
		}
		if o.region.Code == "" || d.furnitureAt(o.first) {
			level = cmp.Or(level, o.level)
			continue
		}
		named[o.region.Code]++
		named[""]++
		if n := named[o.region.Code]; n > most {
			home, most = o.region, n
		}
	}
	if 2*most <= named[""] && len(named) > 2 {
		return
	}
	for i := 0; home.Code == "" && i < len(d.Toks); i++ {
		if d.Toks[i].Kind != lexicon.Word || !d.Capital(i) {
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
	case o.local != "" && o.inst == nil:
		return circular.Level(o.level)
	case o.inst != nil && (o.rank == "secretary" || o.rank == "chief") && o.inst.Level == "central":
		return circular.LevelMinistry
	case o.inst != nil:
		return circular.Level(o.inst.Level)
	}
	return ""
}

// titleOfOffice returns the office as records name it: "Menteri PANRB", "Wali Kota
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
		return d.Printed(o.first, o.end)
	}
	first := o.first
	if m, ok := d.Starts(first, "acting"); ok {
		first = m.End
		if m, ok := d.Starts(first, "acting"); ok {
			first = m.End
		}
		first = d.skip(first, ".")
	}
	m, ok := d.Starts(first, "office")
	if !ok || o.rank == "chief" || o.rank == "branch" {
		return d.Printed(first, o.end)
	}
	head := spaced(m.Entry.Attrs["name"])
	switch {
	case o.inst != nil:
		return head + " " + o.inst.Name
	case o.local != "" && (o.rank == "head" || o.rank == "body"):
		return head + " " + o.local
	case o.local != "":
		return head + " " + localPrefix[o.level] + o.local
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

// localKey stands for the code of a region that only the text knows.
func localKey(name string) string { return "~" + strings.ToLower(name) }
