package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed regions.tsv
var regionsTSV string

//go:embed regions-alias.txt
var regionsAlias string

// Region is a province, regency or city of Indonesia.
type Region struct {
	Code   string // of the Ministry of Home Affairs: "36" a province, "36.72" a regency or city in it
	Name   string // in full: "Banten", "Kabupaten Magetan", "Kota Cilegon"
	Level  string // "province", "regency" or "city", the values of circular.Level
	Parent string // code of the province; "" for a province
}

// The values of Region.Level.
const (
	regionProvince = "province"
	regionRegency  = "regency"
	regionCity     = "city"
)

// RegionTable finds regions by code and by their names in running text.
type RegionTable struct {
	regions []Region             // by code
	names   nameTree[regionName] // without their prefix
	prefix  nameTree[string]     // words of a full name -> level
	cues    map[string]string    // single words in front of a name -> level
	byCode  map[string]int       // index in regions
}

// regionName is one meaning of a name.
type regionName struct {
	region int  // index in RegionTable.regions
	cued   bool // counts only behind a word that tells the level
}

// DefaultRegions returns the table of all regions that ships with the program.
var DefaultRegions = sync.OnceValue(func() *RegionTable {
	t, err := ParseRegions(regionsTSV, regionsAlias)
	if err != nil {
		panic(err) // the embedded files are checked by the tests of this package
	}
	return t
})

// Regions returns all regions in the order of their codes: each province
// before its regencies and cities.
func Regions() []Region { return slices.Clone(DefaultRegions().regions) }

// FindRegion returns what the first region named in a phrase may be, such as
// "Pemkot Bandung" or "Sekretaris Daerah Kabupaten Magetan": one region where
// the phrase decides, several where it does not ("Bandung"), none where it
// names no region.
func FindRegion(phrase string) []Region {
	tokens := nameWords(phrase)
	for i := range tokens {
		if n, found := DefaultRegions().MatchAt(tokens, i); n > 0 {
			return found
		}
	}
	return nil
}

// ParseRegions reads a table of regions, one "code TAB name" a line, and the
// file of their other names, whose form its own head describes.
func ParseRegions(table, alias string) (*RegionTable, error) {
	t := &RegionTable{cues: make(map[string]string), byCode: make(map[string]int)}
	for n, line := range dataLines(table) {
		code, name, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("regions.tsv:%d: want code TAB name", n)
		}
		if err := t.addRegion(code, name); err != nil {
			return nil, fmt.Errorf("regions.tsv:%d: %w", n, err)
		}
	}
	ordinary := make(map[string]bool)
	type further struct {
		name   string
		region int
	}
	var more []further
	for n, line := range dataLines(alias) {
		key, list, ok := strings.Cut(line, " = ")
		if !ok {
			return nil, fmt.Errorf("regions-alias.txt:%d: want KEY = name; name", n)
		}
		kind, level, _ := strings.Cut(key, " ")
		for name := range strings.SplitSeq(list, ";") {
			name = strings.TrimSpace(name)
			words := strings.Join(nameWords(name), " ")
			i, isCode := t.byCode[key]
			switch {
			case words == "":
				return nil, fmt.Errorf("regions-alias.txt:%d: empty name", n)
			case isCode:
				more = append(more, further{name, i})
			case kind == "prefix":
				t.prefix.add(name, level)
				if !strings.Contains(words, " ") {
					t.cues[words] = level
				}
			case kind == "level":
				t.cues[words] = level
			case kind == "ordinary":
				ordinary[words] = true
			default:
				return nil, fmt.Errorf("regions-alias.txt:%d: %q is no code and no keyword", n, key)
			}
		}
	}
	add := func(name string, region int, own bool) {
		tokens := nameWords(name)
		rest, cued := name, false
		for _, m := range t.prefix.matches(tokens, 0) {
			if m.end < len(tokens) && m.values[0] == t.regions[region].Level {
				rest, cued = strings.Join(strings.Fields(name)[m.end:], " "), !own
				break
			}
		}
		cued = cued || ordinary[strings.Join(nameWords(rest), " ")]
		t.names.add(rest, regionName{region, cued})
	}
	for i, r := range t.regions {
		add(r.Name, i, true)
	}
	for _, f := range more {
		add(f.name, f.region, false)
	}
	return t, nil
}

// addRegion appends a region; its level follows from its code and name.
func (t *RegionTable) addRegion(code, name string) error {
	r := Region{Code: code, Name: name, Level: regionProvince}
	if parent, _, ok := strings.Cut(code, "."); ok {
		r.Parent = parent
		switch {
		case strings.HasPrefix(name, "Kabupaten "):
			r.Level = regionRegency
		case strings.HasPrefix(name, "Kota "):
			r.Level = regionCity
		default:
			return fmt.Errorf("%s is neither Kabupaten nor Kota", name)
		}
		if _, known := t.byCode[parent]; !known {
			return fmt.Errorf("%s comes before its province %s", code, parent)
		}
	}
	if _, known := t.byCode[code]; known {
		return fmt.Errorf("code %s stands twice", code)
	}
	t.byCode[code] = len(t.regions)
	t.regions = append(t.regions, r)
	return nil
}

// ByCode returns the region with a code.
func (t *RegionTable) ByCode(code string) (Region, bool) {
	i, ok := t.byCode[code]
	if !ok {
		return Region{}, false
	}
	return t.regions[i], true
}

// MatchAt returns what the region named at tokens[i] may be, and how many
// tokens its name covers; n is 0 where none is named there. Tokens are
// lower-cased words; tokens without letters or digits may stand between them.
//
// A prefix at i belongs to the name ("kota bandung" covers two tokens). For a
// bare name the token before it may tell the level ("pemkot bandung", "wali
// kota bandung"). One candidate is certain; several mean that the text at this
// place does not decide, in the order of their codes.
func (t *RegionTable) MatchAt(tokens []string, i int) (n int, candidates []Region) {
	for _, p := range t.prefix.matches(tokens, i) {
		for _, m := range t.names.matches(tokens, skipPoint(tokens, p.end)) {
			if found := t.choose(m.values, p.values[0], true); len(found) > 0 {
				return m.end - i, found
			}
		}
	}
	found := t.names.matches(tokens, i)
	if len(found) == 0 {
		return 0, nil
	}
	level := t.levelBefore(tokens, i)
	for _, m := range found {
		if c := t.choose(m.values, level, true); level != "" && len(c) > 0 {
			return m.end - i, c
		}
	}
	for _, m := range found {
		if c := t.choose(m.values, "", level != ""); len(c) > 0 {
			return m.end - i, c
		}
	}
	return 0, nil
}

// levelBefore returns the level that the word in front of tokens[i] tells, or "".
func (t *RegionTable) levelBefore(tokens []string, i int) string {
	for i--; i >= 0 && wordless(tokens[i]); i-- {
	}
	if i < 0 {
		return ""
	}
	if tokens[i] == "administrasi" && i > 0 {
		i--
	}
	return t.cues[tokens[i]]
}

// choose returns the regions of a level among the meanings of a name, of any
// level for "". Without a cue, names that need one are left out.
func (t *RegionTable) choose(names []regionName, level string, cue bool) []Region {
	var out []Region
	for _, n := range names {
		r := t.regions[n.region]
		if (level == "" || r.Level == level) && (cue || !n.cued) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Region) int { return strings.Compare(a.Code, b.Code) })
	return out
}

// skipPoint steps over the point of an abbreviation ("kab . bandung").
func skipPoint(tokens []string, i int) int {
	if i < len(tokens) && tokens[i] == "." {
		i++
	}
	return i
}

// dataLines yields the lines of a data file that hold data, with their numbers
// from 1: blank lines and lines that begin with # are left out.
func dataLines(s string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.SplitSeq(s, "\n") {
			n++
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(n, line) {
				return
			}
		}
	}
}
