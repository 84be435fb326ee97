package compare_test

import (
	"fmt"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/extract"
)

// draft is an invented circular that goes beyond the central limit.
const draft = `BUPATI CONTOH
SURAT EDARAN
NOMOR 7 TAHUN 2024
TENTANG
PENYESUAIAN SISTEM KERJA PEGAWAI APARATUR SIPIL NEGARA

1. Menindaklanjuti Surat Edaran Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 01 Tahun 2024.
2. Penyesuaian sistem kerja berlaku tanggal 16 April 2024 sampai dengan tanggal 17 April 2024.
3. Pegawai pada layanan administrasi pemerintahan melaksanakan tugas kedinasan di rumah (WFH) paling banyak 60% (enam puluh persen).
4. Pegawai pada layanan dukungan pimpinan melaksanakan tugas kedinasan di rumah (WFH) paling banyak 50% (lima puluh persen).
5. Pegawai pada layanan masyarakat melaksanakan tugas kedinasan di kantor (WFO) 100% (seratus persen).
`

// A record is held against the shipped baselines: Compare judges its content
// against the one that fits, Inspect what needs no baseline, and Check gives
// both in one answer, as for a draft.
func Example() {
	rec := extract.Extract(circular.Source{Path: "rancangan.txt", Grade: circular.GradePrimary, Pages: 1}, circular.Plain(draft))
	baselines, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := compare.Compare(baselines, rec, compare.Options{Lang: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range found.Deviations {
		if d.Level == circular.SeverityError {
			fmt.Println(d.Code, d.Why)
		}
	}
	// Output: lebih-longgar Pegawai pada layanan administrasi pemerintahan: the region has WFH at most 60%, the centre WFH at most 50%.
}
