package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// tier is whose rule a circular is: a region, an institution, or not known.
type tier struct {
	region string // code of the region, "?" for one that is not named
	inst   string // id of the institution
}

// tierOf returns whose rule an act of the office would be.
func tierOf(o *mention.Office) tier {
	switch {
	case o.Local != "" && o.Inst != nil:
		return tier{localKey(o.Local), o.Inst.ID}
	case o.Local != "" && o.Level == "institution":
		return tier{inst: localKey(o.Local)} // a campus that is not in the list
	case o.Local != "":
		return tier{region: localKey(o.Local)}
	case o.Region.Code != "" && o.Inst != nil:
		return tier{o.Region.Code, o.Inst.ID}
	case o.Region.Code != "":
		return tier{region: o.Region.Code}
	case o.Inst != nil && len(o.Unsure) == 0:
		return tier{inst: o.Inst.ID}
	case o.Inst != nil:
		return tier{"?", o.Inst.ID}
	case o.InHouse():
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
	for i := range d.Offices {
		o := &d.Offices[i]
		for k < len(d.paras)-1 && d.paras[k].end <= o.First {
			k++
		}
		if d.paras[k].part == partFurniture {
			continue
		}
		t := tierOf(o)
		if d.paras[k].part == partHeadline {
			if prev := d.Norms[max(o.First-1, 0)]; o.Entry != nil && o.Entry.ID == "camat" || prev == "dan" || prev == "," && o.Inst != nil || d.Is(o.End-1, "bystander") {
				continue // the last of a list: "ASN, TNI, dan Polri"
			}
			if o.Region.Code != "" {
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
		for next < len(acts) && acts[next].End <= o.First {
			next++
		}
		inside := next < len(acts) && acts[next].First <= o.First
		if first == nil && !inside && !d.Is(o.End-1, "bystander") {
			first = &t
		}
	}
	if head != nil {
		return d.filled(*head), true
	}
	for i := range acts {
		a := &acts[i]
		if a.Circular() && a.By >= 0 && a.role == "" && !a.Nested {
			if t := tierOf(&d.Offices[a.By]); t.region != "" {
				return d.filled(t), true
			}
		}
	}
	for i := range acts {
		a := &acts[i]
		if a.Circular() && a.By >= 0 && !a.Nested {
			if t := tierOf(&d.Offices[a.By]); t.region != "" {
				return d.filled(t), true
			}
		}
	}
	if first != nil {
		return d.filled(*first), true
	}
	for i := range acts {
		if a := &acts[i]; a.Circular() && a.By >= 0 {
			return tierOf(&d.Offices[a.By]), true
		}
	}
	return tier{}, false
}

// filled returns t with a region that is not named replaced by the home of the text.
func (d *doc) filled(t tier) tier {
	if t.region == "?" && d.Home.Code != "" {
		t.region = d.Home.Code
	}
	return t
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
func levelOf(o *mention.Office) circular.Level {
	switch {
	case o.Region.Code != "" && o.Inst == nil:
		return circular.Level(o.Region.Level)
	case o.Local != "" && o.Inst == nil:
		return circular.Level(o.Level)
	case o.Inst != nil && (o.Rank == "secretary" || o.Rank == "chief") && o.Inst.Level == "central":
		return circular.LevelMinistry
	case o.Inst != nil:
		return circular.Level(o.Inst.Level)
	}
	return ""
}

// titleOfOffice returns the office as records name it: "Menteri PANRB", "Wali Kota
// Cirebon", "Sekretaris Daerah Kabupaten Demak".
func (d *doc) titleOfOffice(o *mention.Office) string {
	if o.Inst != nil && o.Entry == nil {
		switch o.Rank {
		case "head":
			return o.Inst.Head
		case "body":
			if o.Inst.Level == "central" {
				return o.Inst.Head
			}
			return o.Inst.Name
		}
		return d.Printed(o.First, o.End)
	}
	first := o.First
	if m, ok := d.Starts(first, "acting"); ok {
		first = m.End
		if m, ok := d.Starts(first, "acting"); ok {
			first = m.End
		}
		first = d.skip(first, ".")
	}
	m, ok := d.Starts(first, "office")
	if !ok || o.Rank == "chief" || o.Rank == "branch" {
		return d.Printed(first, o.End)
	}
	head := spaced(m.Entry.Attrs["name"])
	switch {
	case o.Inst != nil:
		return head + " " + o.Inst.Name
	case o.Local != "" && (o.Rank == "head" || o.Rank == "body"):
		return head + " " + o.Local
	case o.Local != "":
		return head + " " + localPrefix[o.Level] + o.Local
	case o.Region.Code == "":
		return head
	case o.Rank == "head":
		return head + " " + shortRegion(o.Region.Name)
	case o.Rank == "body":
		return head + " " + shortRegion(o.Region.Name)
	}
	return head + " " + o.Region.Name
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

// regionOf returns the region that o rules, as records have it.
func regionOf(o *mention.Office) circular.Region {
	if o.Region.Code != "" {
		return circular.Region{Name: o.Region.Name, Code: o.Region.Code}
	}
	if o.Local != "" && o.Inst == nil {
		return circular.Region{Name: localPrefix[o.Level] + o.Local}
	}
	if o.Inst != nil && (o.Inst.Level == "central" || o.Inst.Level == "ministry") && len(o.Unsure) == 0 {
		return circular.Region{Name: "Indonesia"}
	}
	return circular.Region{}
}

// localPrefix is what the names of regions of a tier begin with.
var localPrefix = map[string]string{"regency": "Kabupaten ", "city": "Kota "}
