package extract_test

import (
	"fmt"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
)

// A text gives a record: what it rules, each with the sentence it stands on.
func Example() {
	text := circular.Plain("SURAT EDARAN\nNOMOR 7 TAHUN 2024\nTENTANG\nPENYESUAIAN SISTEM KERJA\n\n" +
		"1. Pegawai pada layanan administrasi pemerintahan melaksanakan WFH paling banyak 50% (lima puluh persen).\n")
	rec := extract.Extract(circular.Source{Path: "edaran.txt", Grade: circular.GradePrimary, Pages: 1}, text)
	for _, c := range rec.Rules(circular.KindQuota) {
		fmt.Println(c.Quota.Mode, c.Quota.Bound, *c.Quota.Percent)
	}
	// Output: WFH max 50
}
