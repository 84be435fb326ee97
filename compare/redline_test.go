package compare

import (
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestUnits: a percentage with its words, a date and a bound phrase are one
// unit each.
func TestUnits(t *testing.T) {
	k, err := words()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"WFH paling banyak 50% (lima puluh persen), WFO":    {"WFH", "paling banyak", "50% (lima puluh persen)", ",", "WFO"},
		"maksimal 50 persen pada Selasa, 16 April 2024.":    {"maksimal", "50 persen", "pada", "Selasa, 16 April 2024", "."},
		"selama 2 (dua) hari, 16 April s.d. 17 April 2024":  {"selama", "2 (dua)", "hari,", "16 April", "s.d.", "17 April 2024"},
		"sdm dimaksimalkan tidak boleh lebih dari 10 orang": {"sdm", "dimaksimalkan", "tidak boleh lebih dari", "10", "orang"},
		"  jarak \t ganda  ":                                {"jarak", "ganda"},
	} {
		if got := k.split(text); !slices.Equal(got, want) {
			t.Errorf("k.split(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestRedline: what is left of the document without the deletions is the
// document, and without the insertions the baseline.
func TestRedline(t *testing.T) {
	k, err := words()
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range [][2]string{
		{"WFH paling banyak 50% (lima puluh persen).", "WFH paling banyak 60% (enam puluh persen)."},
		{"", "baru"}, {"lama", ""}, {"sama saja", "Sama  saja"}, {"a b c d", "d c b a"},
		{strings.Repeat("kata ", 3000), "lain"},
	} {
		var base, other []string
		for _, e := range k.redline(pair[0], pair[1]) {
			if e.Op != circular.EditInsert {
				base = append(base, k.split(e.Text)...)
			}
			if e.Op != circular.EditDelete {
				other = append(other, k.split(e.Text)...)
			}
		}
		if !strings.EqualFold(glue(base), glue(k.split(pair[0]))) || !strings.EqualFold(glue(other), glue(k.split(pair[1]))) {
			t.Errorf("redline of %.40q loses words", pair)
		}
	}
	got := k.redline("paling banyak 50% (lima puluh persen) WFH", "paling banyak 60% (enam puluh persen) WFH")
	want := []circular.Edit{{Op: "same", Text: "paling banyak"}, {Op: "del", Text: "50% (lima puluh persen)"}, {Op: "ins", Text: "60% (enam puluh persen)"}, {Op: "same", Text: "WFH"}}
	if !slices.Equal(got, want) {
		t.Errorf("redline = %v", got)
	}
}
