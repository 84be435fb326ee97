package main

import (
	"encoding/json"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/internal/national"
)

// query is one query in the form that all engines can answer.
type query struct {
	must      []string // all these words
	any       []string // one of these words
	phrase    string   // these words in a row
	not       []string // none of these words
	kind      string   // only clauses of this kind
	province  string   // only this province, by code
	firstYear int      // only these years; 0 is open
	lastYear  int
	facets    bool // with counts of circulars by kind, province and year
}

type kind struct {
	name    string
	queries []query
}

// words are searched for: from one in three clauses to one in a thousand, none
// with a synonym, so that every engine looks for the same.
var words = strings.Fields("gratifikasi banjir longsor rabies pemutakhiran stunting mudik bergantian lampu pengaduan " +
	"plastik konsultasi merokok bencana kependudukan logistik perizinan pajak puskesmas teguran")

var phrases = []string{"layanan konsultasi", "kendaraan dinas", "teguran tertulis", "jadwal kerja pegawai", "harga bahan pokok",
	"daftar hadir elektronik", "ruang kerja", "angin kencang", "tempat wisata", "petugas piket"}

var provinces = []string{"36", "33", "32", "51", "73", "12", "94", "11", "61", "35"}

// kinds lists the queries by kind.
func kinds() []kind {
	var one, two, three, any, phrase, filter, facets, filtersOnly []query
	for i, w := range words {
		other, third := words[(i+7)%len(words)], words[(i+13)%len(words)]
		one = append(one, query{must: []string{w}})
		two = append(two, query{must: []string{w, "kepala"}})
		three = append(three, query{must: []string{w, "wajib", "kepala"}})
		any = append(any, query{any: []string{w, other, third}})
		filter = append(filter, query{must: []string{w}, not: []string{other}, kind: "obligation", province: provinces[i%len(provinces)]},
			query{must: []string{w, "kepala"}, kind: "obligation", firstYear: 2020, lastYear: 2022})
		facets = append(facets, query{must: []string{w}, kind: "obligation", facets: true},
			query{must: []string{"pegawai"}, province: provinces[i%len(provinces)], facets: true})
		filtersOnly = append(filtersOnly, query{kind: "quota", province: provinces[i%len(provinces)], firstYear: 2019 + i%4, lastYear: 2020 + i%4})
	}
	for _, p := range phrases {
		phrase = append(phrase, query{phrase: p})
	}
	return []kind{
		{"word", one}, {"common word", []query{{must: []string{"pegawai"}}, {must: []string{"pejabat"}}, {must: []string{"tanggal"}}}},
		{"match 2", two}, {"match 3", three}, {"any of 3", any}, {"phrase", phrase}, {"bool+filter", filter}, {"filters only", filtersOnly},
		{"filter+facets", facets}, {"common+facets", []query{{must: []string{"pegawai"}, facets: true}, {kind: "quota", facets: true}, {kind: "obligation", facets: true}}},
	}
}

// doc is a document as the peers get it.
type doc struct {
	text, about    string // analysed
	kind, province string
	year, circular int
	hit            string // what a result shows, as JSON
}

// docs calls f with the documents of the i-th circular: its card and its clauses.
func docs(i int, f func(doc) error) error {
	r := national.Record(i)
	c := r.Circulars[0]
	province, _, _ := strings.Cut(c.Region.Code, ".")
	about := analysed(c.Title + " . " + c.Issuer + " . " + c.Region.Name)
	card := "SE Nomor " + c.Number + " tentang " + c.Title + " " + c.Issuer + " " + c.Signatory.Name
	add := func(kind circular.Kind, text, about string, span circular.Span) error {
		hit, err := json.Marshal(map[string]any{"kind": kind, "text": text, "circular": c, "source": r.Source, "span": span})
		if err != nil {
			return err
		}
		return f(doc{analysed(text), about, string(kind), province, c.Year, i, string(hit)})
	}
	if err := add("circular", card, "", c.Span); err != nil {
		return err
	}
	for _, cl := range r.Clauses {
		if err := add(cl.Kind, cl.Text, about, cl.Span); err != nil {
			return err
		}
	}
	return nil
}

// analysed returns the stems of a text in a row. Signs that a peer's own parser
// would split at are replaced by letters.
func analysed(text string) string {
	var b strings.Builder
	for _, t := range bahasa.Analyze(text) {
		if t.Kind == bahasa.Compound {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(plain.Replace(t.Term))
	}
	return b.String()
}

var plain = strings.NewReplacer("%", "q", ".", "x", ",", "x")
