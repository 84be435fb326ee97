package circulars

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/reading"
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

// localKey stands for the code of a region that only the text knows.
func localKey(name string) string { return "~" + strings.ToLower(name) }

// agrees reports whether two tiers can be the same.
func (t tier) agrees(o tier) bool {
	same := func(a, b string) bool {
		local := strings.HasPrefix(a, "~") && strings.HasPrefix(b, "~") // a short form of a name that only the text knows
		return a == b || a == "?" && b != "" || b == "?" && a != "" || local && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
	}
	return same(t.region, o.region) && same(t.inst, o.inst)
}

// filled returns t with a region that is not named replaced by the home of the text.
func (b *builder) filled(t tier) tier {
	if t.region == "?" && b.Home.Code != "" {
		t.region = b.Home.Code
	}
	return t
}

// regionPrefix is what the names of regions of a tier begin with.
var regionPrefix = map[string]string{"regency": "Kabupaten ", "city": "Kota "}

// shortRegion returns the name of a region without its tier.
func shortRegion(s string) string {
	for _, p := range regionPrefix {
		if rest, ok := strings.CutPrefix(s, p); ok && rest != "" {
			return rest
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
	case o.Inst != nil && (o.Rank == mention.Secretary || o.Rank == mention.Chief) && o.Inst.Level == "central":
		return circular.LevelMinistry
	case o.Inst != nil:
		return circular.Level(o.Inst.Level)
	}
	return ""
}

// Title returns the office as records name it: "Menteri PANRB", "Wali Kota
// Cirebon", "Sekretaris Daerah Kabupaten Demak".
func Title(r *reading.Reading, o *mention.Office) string {
	if o.Inst != nil && o.Entry == nil {
		switch {
		case o.Rank == mention.Head, o.Rank == mention.Body && o.Inst.Level == "central":
			return o.Inst.Head
		case o.Rank == mention.Body:
			return o.Inst.Name
		}
		return r.Printed(o.First, o.End)
	}
	first := o.First
	if at := r.Behind(first, "acting"); at > first {
		first = r.Skip(r.Behind(at, "acting"), ".")
	}
	m, ok := r.Starts(first, "office")
	if !ok || o.Rank == mention.Chief || o.Rank == mention.Branch {
		return r.Printed(first, o.End)
	}
	head := spaced(m.Entry.Attrs["name"])
	whole := o.Rank == mention.Head || o.Rank == mention.Body
	switch {
	case o.Inst != nil:
		return head + " " + o.Inst.Name
	case o.Local != "" && whole:
		return head + " " + o.Local
	case o.Local != "":
		return head + " " + regionPrefix[o.Level] + o.Local
	case o.Region.Code == "":
		return head
	case whole:
		return head + " " + shortRegion(o.Region.Name)
	}
	return head + " " + o.Region.Name
}

// spaced writes the underscores of an attribute as spaces.
func spaced(s string) string { return strings.ReplaceAll(s, "_", " ") }

// regionOf returns the region that o rules, as records have it.
func regionOf(o *mention.Office) circular.Region {
	switch {
	case o.Region.Code != "":
		return circular.Region{Name: o.Region.Name, Code: o.Region.Code}
	case o.Local != "" && o.Inst == nil:
		return circular.Region{Name: regionPrefix[o.Level] + o.Local}
	case o.Inst != nil && (o.Inst.Level == "central" || o.Inst.Level == "ministry") && len(o.Unsure) == 0:
		return circular.Region{Name: "Indonesia"}
	}
	return circular.Region{}
}

// regionName returns the region with the code, as records have it.
func regionName(code string) circular.Region {
	if r, ok := lexicon.DefaultRegions().ByCode(code); ok {
		return circular.Region{Name: r.Name, Code: r.Code}
	}
	return circular.Region{}
}
