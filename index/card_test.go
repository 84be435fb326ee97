package index

import (
	"testing"

	"github.com/telaah/telaah/circular"
)

// A text that is about no circular has a card of its own, found by its first
// line and its path, and counts as no circular. Its clauses stay what they are.
func TestCardOfText(t *testing.T) {
	r := record("dd44", "", 2024, circular.Region{}, "obligation|Pegawai wajib hadir pada apel pagi.")
	r.Source.Path = "berita/apel-pagi.html"
	body := "\n  Wali Kota Imbau Pegawai Ikut Apel\n" + r.Text.Body
	text := circular.Plain(body)
	r.Text, r.Circulars = &text, nil
	x := open(t, banten, r)
	for _, query := range []string{"imbau apel jenis:dokumen", "apel-pagi jenis:document", "apel"} {
		q, err := ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		q.Facets = true
		res, err := x.Search(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		i := 0
		for i < len(res.Hits) && res.Hits[i].Kind != KindDocument {
			i++
		}
		if i == len(res.Hits) {
			t.Errorf("%s: no card among %d hits", query, res.Total)
			continue
		}
		h := res.Hits[i]
		if h.Text != "Wali Kota Imbau Pegawai Ikut Apel" || body[h.Span.Start:h.Span.End] != h.Text || h.Source.Path != r.Source.Path || h.Circular != (HitCircular{}) {
			t.Errorf("%s: card %+v", query, h)
		}
		if res.Facets.Circulars != 0 {
			t.Errorf("%s: counts %d circulars", query, res.Facets.Circulars)
		}
	}
}
