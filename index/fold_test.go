package index

import (
	"fmt"
	"testing"

	"github.com/telaah/telaah/circular"
)

// copyOf is a record of the same circular from another document.
func copyOf(r *circular.Record, id string, grade circular.Grade) *circular.Record {
	c := *r
	c.Source = record(id, "", 2024, circular.Region{}).Source
	c.Source.Grade = grade
	return &c
}

// What several documents say of the same circular in the same words is one hit
// that names them all, in the place of the one nearest to the circular itself;
// it is counted as often as it was found. Pages show each once.
func TestCopiesAreOneHit(t *testing.T) {
	twice := record("aa11", "7", 2024, circular.Region{Name: "Banten", Code: "36"},
		"obligation|Pegawai wajib hadir.", "obligation|Pegawai wajib hadir.", "obligation|Pegawai wajib rapi.")
	other := record("bb22", "8", 2024, circular.Region{Name: "Banten", Code: "36"}, "obligation|Pegawai wajib hadir.")
	news := copyOf(twice, "0011", circular.GradeNews)
	pdf := copyOf(twice, "cc33", circular.GradePrimary)
	x := open(t, news, pdf, twice, other)
	for _, tc := range []struct{ query, want string }{
		{"jenis:kewajiban hadir", "aa111+2 aa112+2 bb221+0"},
		{"jenis:kewajiban", "aa111+2 aa112+2 aa113+2 bb221+0"},
		{"jenis:kewajiban rapi", "aa113+2"},
	} {
		for _, limit := range []int{1, 2, 10} {
			q, err := ParseQuery(tc.query)
			if err != nil {
				t.Fatal(err)
			}
			q.Limit, q.Facets = limit, true
			got, documents := "", 0
			for more := true; more && q.Offset < 10; {
				res, err := x.Search(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				for _, h := range res.Hits {
					got += fmt.Sprintf(" %s%s+%d", h.ID[:4], h.ID[len(h.ID)-1:], len(h.Also))
					documents += 1 + len(h.Also)
					for i := 1; i < len(h.Also); i++ {
						if h.Also[i].Source.Grade != circular.GradeNews {
							t.Errorf("%s: %+v stands behind news", tc.query, h.Also[i])
						}
					}
				}
				if more = res.More; !more && documents != res.Total {
					t.Errorf("%s by %d: hits stand for %d documents, total is %d", tc.query, limit, documents, res.Total)
				}
				q.Offset += len(res.Hits)
			}
			if got != " "+tc.want {
				t.Errorf("%s by %d: got%s, want %s", tc.query, limit, got, tc.want)
			}
		}
	}
}
