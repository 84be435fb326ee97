package index_test

import (
	"context"
	"fmt"
	"os"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/index"
)

// An index lies in a folder, takes records, and answers queries as people type
// them.
func Example() {
	dir, err := os.MkdirTemp("", "indeks")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	x, err := index.Create(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer x.Close()
	rec := extract.Extract(circular.Source{Path: "edaran.txt", SHA256: fmt.Sprintf("%064d", 7), Grade: circular.GradePrimary, Pages: 1},
		circular.Plain("SURAT EDARAN\nNOMOR 7 TAHUN 2024\nTENTANG\nPENYESUAIAN SISTEM KERJA\n\n1. Pegawai layanan administrasi melaksanakan WFH paling banyak 50%.\n"))
	if err := x.Update(&rec); err != nil {
		fmt.Println(err)
		return
	}
	q, err := index.ParseQuery("kuota di atas 40 persen")
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := x.Search(context.Background(), q)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range found.Hits {
		fmt.Println(h.Kind, h.Circular.Number, h.Circular.Year)
	}
	// Output: quota 7 2024
}
