package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func ids(acts []Act) string {
	var out []string
	for _, a := range acts {
		out = append(out, a.ID)
	}
	return strings.Join(out, " ")
}

func TestFindAct(t *testing.T) {
	r := DefaultActs()
	for _, c := range []struct {
		typ, number string
		year        int
		issuer      string
		want        string
	}{
		{"SE", "01", 2024, "Menteri PANRB", "se-panrb-1-2024"},
		{"Surat Edaran", "1", 2024, "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "se-panrb-1-2024"},
		{"SE", "1", 2022, "Menpan RB", "se-panrb-1-2022"}, // same number, other year
		{"SE", "19", 0, "Menpan RB", "se-panrb-19-2020 se-panrb-19-2021"},
		{"SE", "12", 2024, "Penjabat Gubernur Banten", "se-banten-12-2024"},
		{"SE", "12", 2024, "Gubernur Bali", ""},
		{"SE", "12", 2024, "", "se-banten-12-2024"},
		{"SE", "000.8.3/278/403.032/2024", 2024, "Pemkab Magetan", "se-magetan-2024"},
		{"SE", "965/932", 2020, "Pemprov Jateng", "se-jateng-965-932-2020"},
		{"Undang-Undang", "5", 2014, "", "uu-5-2014"},
		{"UU", "5", 2015, "", ""},
		{"Peraturan Presiden", "21", 2023, "", "perpres-21-2023"},
		{"SKB", "2", 2024, "", "skb-menaker-2-2024 skb-panrb-2-2024"},
		{"Surat Cinta", "1", 2024, "", ""},
		{"SE", "", 2024, "", ""},
	} {
		if got := ids(r.Find(c.typ, c.number, c.year, c.issuer)); got != c.want {
			t.Errorf("Find(%q, %q, %d, %q) = %q, want %q", c.typ, c.number, c.year, c.issuer, got, c.want)
		}
	}
}

func TestActRelations(t *testing.T) {
	r := DefaultActs()
	for id, want := range map[string]ActStatus{
		"uu-5-2014":        ActRevoked,
		"uu-20-2023":       ActInForce,
		"uu-12-2011":       ActAmended,
		"pp-53-2010":       ActRevoked,
		"se-panrb-57-2020": ActExpired, // its revocation is doubted
		"se-panrb-16-2021": ActRevoked,
		"se-panrb-1-2024":  ActExpired,
	} {
		if a, ok := r.ByID(id); !ok || a.Status != want {
			t.Errorf("%s: status %q, want %q", id, a.Status, want)
		}
	}
	a, _ := r.ByID("se-panrb-19-2020")
	if got := strings.Join(a.AmendedBy, " "); got != "se-panrb-34-2020 se-panrb-50-2020 se-panrb-54-2020" {
		t.Errorf("SE 19/2020 is amended by %q", got)
	}
	if a, _ := r.ByID("uu-5-2014"); !slices.Equal(a.RevokedBy, []string{"uu-20-2023"}) {
		t.Errorf("UU 5/2014 is revoked by %v", a.RevokedBy)
	}
}

// Every entry names an issuer that is known, ids tell type and number, and an
// act never changes one that is younger.
func TestActRegisterIsConsistent(t *testing.T) {
	r := DefaultActs()
	ofTheState := []string{"UU", "Perppu", "PP", "Perpres", "Keppres", "Inpres"}
	for _, a := range r.Acts() {
		if (a.Issuer == "") != slices.Contains(ofTheState, a.Type) {
			t.Errorf("%s: issuer %q for type %s", a.ID, a.Issuer, a.Type)
		}
		if a.Issuer != "" {
			if _, ok := FindInstitution(a.Issuer); !ok && len(FindRegion(a.Issuer)) != 1 {
				t.Errorf("%s: issuer %q is neither institution nor region", a.ID, a.Issuer)
			}
		}
		if a.Date != "" && a.Until != "" && a.Date > a.Until {
			t.Errorf("%s ends before it was signed", a.ID)
		}
		if a.Date != "" && a.Date[:4] != strings.TrimSpace(a.ID[len(a.ID)-4:]) {
			t.Errorf("%s was signed %s", a.ID, a.Date)
		}
		for _, id := range slices.Concat(a.Amends, a.Revokes) {
			if b, _ := r.ByID(id); b.Year > a.Year {
				t.Errorf("%s changes the younger %s", a.ID, id)
			}
		}
		if found := r.Find(a.Type, a.Number, a.Year, a.Issuer); len(found) == 0 {
			t.Errorf("%s is not found by its own number", a.ID)
		}
	}
}

func TestParseActsRefuses(t *testing.T) {
	const head = "types: {UU: [Undang-Undang]}\nacts:\n"
	const uu = "- {id: a, type: UU, number: '1', year: 2020, title: x, status: berlaku, certainty: certain, source: y"
	for data, want := range map[string]string{
		head + uu + "}\n" + uu + "}":                                 "entry 2 (a): stands twice",
		head + uu + ", colour: red}":                                 "colour",
		head + uu + ", amends: [b]}":                                 `entry 1 (a): amends "b", which is not listed`,
		head + uu + ", revokes: [b]}":                                `entry 1 (a): revokes "b", which is not listed`,
		head + uu + ", date: 2020-02-30}":                            `"2020-02-30" is no day`,
		head + uu + ", doubt: [color]}":                              `doubt names no field: "color"`,
		head + strings.Replace(uu, "UU", "PP", 1) + "}":              `type "PP" is not listed`,
		head + strings.Replace(uu, "berlaku", "dicabut", 1) + "}":    `status "dicabut"`,
		head + strings.Replace(uu, "2020", "20", 1) + "}":            "year 20 is out of range",
		head + strings.Replace(uu, ": certain", ": sure", 1) + "}":   `certainty "sure"`,
		head + strings.Replace(uu, "title: x", "title: ''", 1) + "}": "must be given",
	} {
		if _, err := ParseActs([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseActs(%q): error %v, want %s", data, err, want)
		}
	}
}
