package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

func TestRegionsAreComplete(t *testing.T) {
	count := map[string]int{}
	seen := map[string]bool{}
	last := ""
	for _, r := range Regions() {
		count[r.Level]++
		if r.Code <= last {
			t.Errorf("%s stands behind %s", r.Code, last)
		}
		last = r.Code
		if seen[r.Name] {
			t.Errorf("%s: name %q stands twice", r.Code, r.Name)
		}
		seen[r.Name] = true
		if r.Level == "province" {
			if len(r.Code) != 2 || r.Parent != "" {
				t.Errorf("province %+v", r)
			}
			continue
		}
		parent, ok := DefaultRegions().ByCode(r.Parent)
		if !ok || parent.Level != "province" || len(r.Code) != 5 || r.Code[:2] != r.Parent {
			t.Errorf("%+v: parent %+v", r, parent)
		}
		// The Ministry numbers regencies from 01 and cities from 71.
		if city := r.Code[3:] >= "71"; city != (r.Level == "city") {
			t.Errorf("%s %s has level %s", r.Code, r.Name, r.Level)
		}
	}
	want := map[string]int{"province": 38, "regency": 416, "city": 98}
	for level, n := range want {
		if count[level] != n {
			t.Errorf("%d regions of level %s, want %d", count[level], level, n)
		}
	}
	if regionProvince != string(circular.LevelProvince) || regionRegency != string(circular.LevelRegency) || regionCity != string(circular.LevelCity) {
		t.Error("levels differ from those of package circular")
	}
}

// Every region is found, alone, by its full name.
func TestFindRegionByFullName(t *testing.T) {
	for _, r := range Regions() {
		phrase := r.Name
		if r.Level == "province" {
			phrase = "Provinsi " + phrase
		}
		if got := FindRegion(phrase); len(got) != 1 || got[0] != r {
			t.Errorf("FindRegion(%q) = %v, want %s", phrase, got, r.Code)
		}
	}
}

func TestFindRegion(t *testing.T) {
	for phrase, want := range map[string]string{
		"Kota Bandung":                          "32.73",
		"Kabupaten Bandung":                     "32.04",
		"Kab. Bandung":                          "32.04",
		"Bandung":                               "32.04 32.73",
		"Pemkot Bandung":                        "32.73",
		"Wali Kota Bandung":                     "32.73",
		"Walikota Bandung":                      "32.73",
		"Sekda Kota Bandung":                    "32.73",
		"Sekretaris Daerah Kota Bandung":        "32.73",
		"Pemkab Bandung":                        "32.04",
		"Bupati Bandung":                        "32.04",
		"Pemerintah Kabupaten (Pemkab) Bandung": "32.04",
		"Bandung Barat":                         "32.17",
		"Bupati Bandung Barat":                  "32.17",
		"Kota Bandung Barat":                    "32.73", // the west of the city
		"Pemprov Gorontalo":                     "75",
		"Gorontalo":                             "75 75.01 75.71",
		"Gubernur Jambi":                        "15",
		"Jambi":                                 "15 15.71",
		"Kepulauan Riau":                        "21",
		"Riau":                                  "14",
		"Papua Barat Daya":                      "96",
		"Magetan":                               "35.20",
		"Pemkab Magetan Jawa Timur":             "35.20",
		"Kota Magetan":                          "35.20", // no city of that name: the town
		"Jateng":                                "33",
		"DIY":                                   "34",
		"DKI Jakarta":                           "31",
		"Wali Kota Jakarta Selatan":             "31.74",
		"NTB":                                   "52",
		"Kukar":                                 "64.02",
		"Pemkot Solo":                           "33.72",
		"Kota Jogja":                            "34.71",
		"Yogyakarta":                            "34 34.71",
		"Kabupaten Pontianak":                   "61.02",
		"Pontianak":                             "61.71",
		"Toli-Toli":                             "72.04",
		"Kep. Siau Tagulandang Biaro":           "71.09",
		"Kabupaten Lima Puluh Kota":             "13.07",
		"lima puluh kota di Indonesia":          "",
		"Kota Batu":                             "35.79",
		"batu":                                  "",
		"Kotabaru":                              "63.02",
		"Kota Wali":                             "",
		"Kota Pahlawan":                         "",
		"Pemkab":                                "",
		"Kabupaten":                             "",
		"":                                      "",
	} {
		var codes []string
		for _, r := range FindRegion(phrase) {
			codes = append(codes, r.Code)
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("FindRegion(%q) = %q, want %q", phrase, got, want)
		}
	}
}

func TestMatchAtCoversTheName(t *testing.T) {
	for _, c := range []struct {
		tokens string
		at, n  int
	}{
		{"pemerintah kota cilegon membolehkan", 1, 2},
		{"pemerintah kota cilegon membolehkan", 2, 1},
		{"pemerintah kota cilegon membolehkan", 0, 0},
		{"kab . bandung barat", 0, 4},
		{"di toli - toli ,", 1, 3},
		{"di toli-toli ,", 1, 1},
		{"kota administrasi jakarta pusat", 0, 4},
		{"jawa", 0, 0},
		{"kota", 0, 0},
	} {
		if n, found := DefaultRegions().MatchAt(strings.Fields(c.tokens), c.at); n != c.n || (n > 0) != (len(found) > 0) {
			t.Errorf("MatchAt(%q, %d) = %d, %v, want %d", c.tokens, c.at, n, found, c.n)
		}
	}
}

func TestParseRegionsNamesTheLine(t *testing.T) {
	const table = "# head\n36\tBanten\n36.72\tKota Cilegon\n"
	for _, c := range []struct{ table, alias, want string }{
		{"36 Banten", "", "regions.tsv:1: want code TAB name"},
		{"36.72\tKota Cilegon", "", "regions.tsv:1: 36.72 comes before its province 36"},
		{table + "36\tBanten", "", "regions.tsv:4: code 36 stands twice"},
		{table + "36.73\tSerang", "", "regions.tsv:4: Serang is neither Kabupaten nor Kota"},
		{table, "\nBanten", "regions-alias.txt:2: want KEY = name; name"},
		{table, "99 = Utopia", `regions-alias.txt:1: "99" is no code and no keyword`},
		{table, "36 = a;;b", "regions-alias.txt:1: empty name"},
	} {
		if _, err := ParseRegions(c.table, c.alias); err == nil || err.Error() != c.want {
			t.Errorf("ParseRegions(%q, %q): error %v, want %s", c.table, c.alias, err, c.want)
		}
	}
}

// No alias repeats a name that the region has already, and aliases that two
// regions share are meant to be so.
func TestAliasesAreDeliberate(t *testing.T) {
	shared := []string{"mura", "yogyakarta", "jogja", "yogya", "jogjakarta"}
	table := DefaultRegions()
	var walk func(n *nameTree[regionName], name string)
	walk = func(n *nameTree[regionName], name string) {
		seen := map[string]bool{}
		for _, v := range n.values {
			r := table.regions[v.region]
			if seen[r.Code] {
				t.Errorf("%q stands twice for %s", name, r.Code)
			}
			seen[r.Code] = true
		}
		own := 0
		for _, v := range n.values {
			if v.cued || strings.HasSuffix(strings.ToLower(table.regions[v.region].Name), name) {
				own++
			}
		}
		if len(seen) > 1 && own < len(seen) && !slices.Contains(shared, name) {
			t.Errorf("%q stands for several regions: %v", name, fmt.Sprint(n.values))
		}
		for w, c := range n.next {
			walk(c, strings.TrimSpace(name+" "+w))
		}
	}
	walk(&table.names, "")
}

func BenchmarkMatchAt(b *testing.B) {
	tokens := strings.Fields("pemerintah kota bandung dan pemerintah kabupaten bandung barat menetapkan penyesuaian sistem kerja pegawai di jawa barat")
	for b.Loop() {
		for i := range tokens {
			DefaultRegions().MatchAt(tokens, i)
		}
	}
}
