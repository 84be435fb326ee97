package index

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/internal/national"
)

func find(t *testing.T, x *Index, text string, facets bool) *Result {
	t.Helper()
	q, err := ParseQuery(text)
	if err != nil {
		t.Fatal(err)
	}
	q.Facets = facets
	res, err := x.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// Facets count each circular once, and agree with a walk over all the hits.
func TestFacetsAgreeWithHits(t *testing.T) {
	var records []*circular.Record
	for r, err := range national.Records(60) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	x := open(t, records...)
	if err := x.Update(records[3], records[50]); err != nil { // so that there are several segments and deletions
		t.Fatal(err)
	}
	for _, text := range []string{"", "masker", "jenis:kuota,periode", "tahun:2020-2022 pegawai"} {
		q, err := ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		q.Facets = true
		q.Limit = maxLimit
		hits := map[string]int{}
		circulars := map[string]map[string]bool{}
		for {
			res, err := x.Search(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range res.Hits {
				for _, v := range []string{string(h.Kind), "r" + h.Circular.Region.Code + h.Circular.Region.Name, "all"} {
					hits[v]++
					if circulars[v] == nil {
						circulars[v] = map[string]bool{}
					}
					circulars[v][h.Circular.Issuer+h.Circular.Number] = true
				}
			}
			if q.Offset += len(res.Hits); res.More {
				continue
			}
			f := res.Facets
			if f.Circulars != len(circulars["all"]) {
				t.Errorf("%q: %d circulars, walk says %d", text, f.Circulars, len(circulars["all"]))
			}
			for _, k := range f.Kinds {
				if k.Hits != hits[k.Value] || k.Circulars != len(circulars[k.Value]) {
					t.Errorf("%q: %+v, walk says %d in %d", text, k, hits[k.Value], len(circulars[k.Value]))
				}
			}
			sum := 0
			for _, r := range f.Regions {
				v := "r" + r.Region.Code + r.Region.Name
				if r.Hits != hits[v] || r.Circulars != len(circulars[v]) {
					t.Errorf("%q: %+v, walk says %d in %d", text, r, hits[v], len(circulars[v]))
				}
				sum += r.Hits
			}
			if sum != res.Total {
				t.Errorf("%q: regions sum up to %d of %d", text, sum, res.Total)
			}
			break
		}
	}
}

// A circular that was read from two sources counts once.
func TestFacetsCountCircularsOnce(t *testing.T) {
	news := *banten
	news.Source.SHA256 = strings.Repeat("dd44", 16)
	f := find(t, open(t, banten, &news, central), "jenis:kuota", true).Facets
	if f.Circulars != 2 || f.Kinds[0].Circulars != 2 || f.Kinds[0].Hits != 3 {
		t.Errorf("got %d circulars, kinds %+v", f.Circulars, f.Kinds)
	}
}

func TestFacetsFollowUpdates(t *testing.T) {
	x := open(t, banten, central)
	find(t, x, "", true)
	moved := *banten
	moved.Circulars = slices.Clone(banten.Circulars)
	moved.Circulars[0].Region = circular.Region{Name: "Kota Cilegon", Code: "36.72"}
	moved.Circulars[0].Level = circular.LevelCity
	if err := x.Update(&moved); err != nil {
		t.Fatal(err)
	}
	f := find(t, x, "", true).Facets
	got, err := json.Marshal(f.Levels)
	if err != nil {
		t.Fatal(err)
	}
	if want := `[{"value":"city","circulars":1,"hits":6},{"value":"province","circulars":1,"hits":3}]`; string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSuggest(t *testing.T) {
	x := open(t, banten, central, jateng)
	for _, tc := range []struct{ query, want string }{
		{"kehadirn", ""}, // nothing near
		{"insatnsi rumah", "instansi rumah"},
		{"pegawia kantor", "pegawai kantor"},
		{"jenis:kuota pegwaai", "jenis:kuota pegawai"},
		{"pegawai", ""},
		{`"pegwaai rumah"`, ""},
		{"-pegwaai", ""},
		{"pengeculian rumah", "pengecualian rumah"}, // no document has it, the lexicon does
	} {
		if got := find(t, x, tc.query, false).Suggestion; got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.query, got, tc.want)
		}
	}
}

func TestComplete(t *testing.T) {
	x := open(t, banten, central, jateng)
	for _, tc := range []struct {
		prefix string
		want   []string
	}{
		{"ke", []string{"kerja", "kedinasan", "kepala"}},
		{"Ban", []string{"banten", "banyak"}},
		{"", nil},
		{"dua kata", nil},
	} {
		got, err := x.Complete(t.Context(), tc.prefix, 3)
		if err != nil {
			t.Fatal(err)
		}
		if tc.prefix == "Ban" {
			slices.Sort(got)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%q: got %v, want %v", tc.prefix, got, tc.want)
		}
	}
}

func TestRelaxed(t *testing.T) {
	x := open(t, banten, central, jateng)
	res := find(t, x, "rumah gunung", false)
	if !res.Relaxed || res.Total == 0 {
		t.Errorf("got %d hits, relaxed %v", res.Total, res.Relaxed)
	}
	if res = find(t, x, "rumah sakit", false); res.Relaxed {
		t.Error("a query whose words all occur together was relaxed")
	}
	if res = find(t, x, "gunung", false); res.Total != 0 {
		t.Errorf("an unknown word found %d", res.Total)
	}
}
