package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/telaah/telaah/index"
)

// kind is a kind of queries.
type kind struct {
	name    string
	queries []index.Query
}

// words are searched for: from one in three clauses to one in a thousand.
var words = strings.Fields("gratifikasi banjir longsor rabies pemutakhiran stunting mudik bergantian lampu pengaduan " +
	"plastik konsultasi merokok bencana kependudukan logistik perizinan pajak puskesmas teguran")

var provinces = []string{"36", "33", "32", "51", "73", "12", "94", "11", "61", "35"}

// kinds lists the queries by kind.
func kinds() []kind {
	texts := map[string][]string{
		"common word": {"pegawai", "pejabat", "tanggal"},
		"phrase": {`"layanan konsultasi"`, `"kendaraan dinas"`, `"teguran tertulis"`, `"jadwal kerja pegawai"`, `"harga bahan pokok"`,
			`"daftar hadir elektronik"`, `"ruang kerja"`, `"angin kencang"`},
		"common+facets": {"pegawai", "jenis:kuota", "jenis:kewajiban"},
	}
	for i, w := range words {
		other, third, province := words[(i+7)%len(words)], words[(i+13)%len(words)], provinces[i%len(provinces)]
		add := func(kind, format string, args ...any) {
			texts[kind] = append(texts[kind], fmt.Sprintf(format, args...))
		}
		add("word", "%s", w)
		add("match 2", "%s kepala", w)
		add("any of 3", "%s ATAU %s ATAU %s", w, other, third)
		add("bool+filter", "%s -%s jenis:kewajiban wilayah:%s", w, other, province)
		add("filters only", "jenis:kuota wilayah:%s tahun:%d-%d", province, 2019+i%4, 2020+i%4)
		add("filter+facets", "pegawai wilayah:%s", province)
	}
	var out []kind
	for _, name := range []string{"word", "common word", "match 2", "any of 3", "phrase", "bool+filter", "filters only", "filter+facets", "common+facets"} {
		k := kind{name: name}
		for _, text := range texts[name] {
			q, err := index.ParseQuery(text)
			if err != nil {
				panic(err) // written above
			}
			q.Facets = strings.HasSuffix(name, "facets")
			k.queries = append(k.queries, q)
		}
		out = append(out, k)
	}
	return out
}

// text returns an answer as text. Counts of circulars that are estimates are left
// out.
func text(r *index.Result) string {
	if r.Facets != nil {
		without := *r
		without.Facets = nil
		r = &without
	}
	b, err := json.Marshal(r)
	if err != nil {
		panic(err) // plain fields
	}
	return string(b)
}
