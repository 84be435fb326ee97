package lexicon

import (
	"strings"
	"testing"
)

func TestSearchWords(t *testing.T) {
	w, err := loadSearch()
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Roots) < 1000 || len(w.Synonyms) < 80 || len(w.Stop) > 25 {
		t.Errorf("%d roots, %d groups of synonyms, %d stop words", len(w.Roots), len(w.Synonyms), len(w.Stop))
	}
	for _, word := range strings.Fields("tidak bukan belum dapat harus boleh wajib hanya paling sejak sampai tanpa kecuali selain setiap semua") {
		if w.Stop[word] {
			t.Errorf("%q carries a legal meaning and must not be passed over", word)
		}
	}
	for word, stem := range w.Stems {
		if next, ok := w.Stems[stem]; ok && next != stem {
			t.Errorf("%s has the stem %s, which has the stem %s", word, stem, next)
		}
	}
}

// No phrase names two values of one field: "jenis:" would be of two minds.
func TestSearchValuesAreDistinct(t *testing.T) {
	seen := map[string]string{}
	for _, v := range Search().Values {
		for _, p := range v.Phrases {
			key := v.Field + ":" + strings.Join(p, " ")
			if old, ok := seen[key]; ok {
				t.Errorf("%s names %s and %s", key, old, v.Value)
			}
			seen[key] = v.Value
		}
	}
}

func TestSearchFileErrors(t *testing.T) {
	w := &SearchWords{Roots: map[string]bool{}, Stems: map[string]string{}}
	for _, tc := range []struct {
		read func(string) error
		line string
	}{
		{func(s string) error { return addWords(w.Roots, s) }, "kerja kerja"},
		{w.addStem, "kerja"},
		{w.addStem, "a = x x"},
		{w.addSynonyms, "wfh"},
		{w.addSynonyms, "wfh = "},
		{w.addValue, "kind = kuota"},
		{w.addValue, "kind quota"},
	} {
		if err := tc.read(tc.line); err == nil {
			t.Errorf("%q was taken", tc.line)
		}
	}
}
