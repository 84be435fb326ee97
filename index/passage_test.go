package index

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// letter is a record with one clause in a text of several sentences.
func letter(id string) *circular.Record {
	body := "SURAT EDARAN\n\n1. Pegawai wajib hadir di kantor.\n\n2. Kepala Dinas melaporkan daftar pegawai yang melaksanakan WFH paling lambat tanggal 19 April 2024.\n\fhalaman dua\n"
	r := record(id, "7", 2024, circular.Region{Name: "Banten", Code: "36"})
	text := circular.Text{Body: body, Pages: []circular.Page{{End: strings.Index(body, "\f") + 1}, {Start: strings.Index(body, "\f") + 1, End: len(body)}}}
	r.Text = &text
	at := strings.Index(body, "Pegawai wajib")
	span := text.Span(at, at+len("Pegawai wajib hadir di kantor."))
	r.Circulars[0].Span = text.Span(0, 12)
	r.Clauses = []circular.Clause{{Kind: circular.KindObligation, Text: text.Slice(span), Span: span, Assertion: circular.AssertRule, Rule: "x", Duty: &circular.Duty{What: "hadir"}}}
	return r
}

// Every word of a text is found: what no clause holds is a passage, behind the
// clauses.
func TestPassages(t *testing.T) {
	r := letter("aa11")
	covered := make([]bool, len(r.Text.Body))
	for _, s := range append(passages(r, 100), r.Clauses[0].Span) {
		if s.Page != r.Text.PageAt(s.Start) {
			t.Errorf("page of %+v", s)
		}
		for i := s.Start; i < s.End; i++ {
			if covered[i] {
				t.Fatalf("byte %d is in two passages", i)
			}
			covered[i] = true
		}
	}
	for i, c := range []byte(r.Text.Body) {
		if c > ' ' && c != '1' && c != '.' && !covered[i] { // a number alone is no passage
			t.Errorf("byte %d, %q, is in none", i, r.Text.Body[i:min(i+20, len(r.Text.Body))])
			break
		}
	}
	x := open(t, r)
	res := find(t, x, `"daftar pegawai yang melaksanakan"`, false)
	if res.Total != 1 || res.Hits[0].Kind != KindText || !strings.HasPrefix(res.Hits[0].Text, "2. Kepala Dinas") {
		t.Errorf("%+v", res)
	}
	res = find(t, x, "pegawai", false)
	if res.Total < 2 || res.Hits[0].Kind != circular.KindObligation || res.Hits[len(res.Hits)-1].Kind != KindText {
		t.Errorf("a passage stands before a clause: %+v", res.Hits)
	}
	if res = find(t, x, "jenis:teks pegawai", false); res.Total != 1 {
		t.Errorf("%d passages", res.Total)
	}
}

func TestLongPassagesArePartedAtSentences(t *testing.T) {
	r := letter("aa11")
	sentence := "Kendaraan dinas tidak dipakai untuk mudik ke luar daerah. "
	text := circular.Plain(strings.Repeat(sentence, 60))
	r.Text, r.Clauses = &text, nil
	all := passages(r, 100)
	for _, s := range all {
		if words := text.Slice(s); len(words) > maxPassage || !strings.HasSuffix(words, ".") {
			t.Errorf("%d bytes end with %q", len(words), words[max(0, len(words)-20):])
		}
	}
	if len(all) < 5 || len(passages(r, 3)) != 3 {
		t.Errorf("%d passages, %d of at most 3", len(all), len(passages(r, 3)))
	}
}

// Words that only ask are passed over, and limits in words are ranges.
func TestQuestions(t *testing.T) {
	for text, want := range map[string]struct {
		terms    string
		min, max float64
		not      int
	}{
		"siapa yang wajib masuk kantor?":                {terms: "yang wajib masuk kantor?"},
		"kota mana yang kuotanya di atas 50 persen":     {terms: "kota yang kuotanya", min: 50.01},
		"kuota kurang dari 25%":                         {terms: "kuota", max: 24.99},
		"kuota lebih dari 40 persen di bawah 60 persen": {terms: "kuota", min: 40.01, max: 59.99},
		"di atas meja":                                  {terms: "di atas meja"},
		"siapa":                                         {terms: "siapa"},
		"wajib DAN kantor TANPA libur":                  {terms: "wajib kantor libur", not: 1},
		"wajib dan kantor":                              {terms: "wajib dan kantor"},
	} {
		q, err := ParseQuery(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		var terms []string
		not := 0
		for _, term := range q.Terms {
			terms = append(terms, term.Text)
			if term.Not {
				not++
			}
		}
		is := func(p *float64, want float64) bool { return p == nil && want == 0 || p != nil && *p == want }
		if got := strings.Join(terms, " "); got != want.terms || !is(q.MinPercent, want.min) || !is(q.MaxPercent, want.max) || not != want.not {
			t.Errorf("%s: %q, %v, %v, %d", text, got, q.MinPercent, q.MaxPercent, not)
		}
	}
}

// A filter that nothing knows is named, with what it may have meant.
func TestUnknownFilters(t *testing.T) {
	x := open(t, banten)
	for text, want := range map[string]Unknown{
		"wilayah:bantenn":      {"region", "bantenn", "Banten"},
		"penerbit:xyzzy":       {"issuer", "xyzzy", ""},
		"kelompok:layanan.xyz": {"group", "layanan.xyz", ""},
	} {
		if res := find(t, x, text, false); res.Total != 0 || len(res.Unknown) != 1 || res.Unknown[0] != want {
			t.Errorf("%s: %+v", text, res.Unknown)
		}
	}
	for _, text := range []string{"wilayah:papua", "wilayah:banten", "wilayah:jogja", "wilayah:diy", "penerbit:gubernur"} {
		if res := find(t, x, text, false); len(res.Unknown) > 0 {
			t.Errorf("%s: %+v", text, res.Unknown)
		}
	}
	for _, name := range []string{"jogja", "DIY", "di yogyakarta"} {
		found := false
		for _, r := range regionsNamed(name) {
			found = found || r.Code == "34"
		}
		if !found {
			t.Errorf("%s is not DI Yogyakarta: %+v", name, regionsNamed(name))
		}
	}
}

// By date the latest signed comes first.
func TestSortByDate(t *testing.T) {
	var all []*circular.Record
	for i, day := range []string{"2024-03-01", "2024-05-01", "", "2024-04-01"} {
		r := letter(string(rune('a'+i)) + "a11")
		r.Circulars[0].Number = string(rune('1' + i))
		if day != "" {
			r.Circulars[0].DateSigned, _ = circular.ParseDate(day)
		}
		all = append(all, r)
	}
	x := open(t, all...)
	q, err := ParseQuery("jenis:kewajiban")
	if err != nil {
		t.Fatal(err)
	}
	q.Sort = SortDate
	res, err := x.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, h := range res.Hits {
		got += h.Circular.Number
	}
	if got != "2413" {
		t.Errorf("order %s", got)
	}
}
