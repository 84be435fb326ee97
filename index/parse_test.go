package index

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestParseQuery(t *testing.T) {
	for _, tc := range []struct{ query, want string }{
		{`masuk kantor`, `{"Terms":[{"Text":"masuk"},{"Text":"kantor"}]}`},
		{`"tetap masuk" -libur`, `{"Terms":[{"Text":"tetap masuk","Phrase":true},{"Text":"libur","Not":true}]}`},
		{`wfh ATAU wfa | "dari rumah"`, `{"Terms":[{"Text":"wfh"},{"Text":"wfa","Or":true},{"Text":"dari rumah","Phrase":true,"Or":true}]}`},
		{`kepega*`, `{"Terms":[{"Text":"kepega","Prefix":true}]}`},
		{`jenis:kuota,pengecualian kind:circular`, `{"Kinds":["quota","exemption","circular"]}`},
		{`jenis:penandatangan`, `{"Kinds":["circular"]}`},
		{`jenis:"dasar hukum"`, `{"Kinds":["legal_basis"]}`},
		{`MODE:wfh Tingkat:kota`, `{"Modes":["WFH"],"Levels":["city"]}`},
		{`wilayah:"jawa tengah",banten`, `{"Terms":[{"Text":",banten"}],"Regions":["jawa tengah"]}`},
		{`wilayah:jateng,36.72`, `{"Regions":["jateng","36.72"]}`},
		{`tahun:2024 tahun:2019-2020`, `{"Years":[{"First":2024,"Last":2024},{"First":2019,"Last":2020}]}`},
		{`persen:>50`, `{"MinPercent":50.01}`},
		{`persen:<=50%`, `{"MaxPercent":50}`},
		{`persen:25-50`, `{"MinPercent":25,"MaxPercent":50}`},
		{`persen:37,5`, `{"MinPercent":37.5,"MaxPercent":37.5}`},
		{`berlaku:2024-04-16`, `{"From":"2024-04-16","To":"2024-04-16"}`},
		{`berlaku:16/4/2024..30/4/2024`, `{"From":"2024-04-16","To":"2024-04-30"}`},
		{`berlaku:2024-02`, `{"From":"2024-02-01","To":"2024-02-29"}`},
		{`berlaku:2024..`, `{"From":"2024-01-01"}`},
		{`pukul 07:30 Yth: Kepala https://x.id`, `{"Terms":[{"Text":"pukul"},{"Text":"07:30"},{"Text":"Yth:"},{"Text":"Kepala"},{"Text":"https://x.id"}]}`},
		{`(a) — ...`, `{"Terms":[{"Text":"a"}]}`},
		{``, `{}`},
	} {
		q, err := ParseQuery(tc.query)
		if err != nil {
			t.Errorf("%s: %v", tc.query, err)
			continue
		}
		if got := short(t, q); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.query, got, tc.want)
		}
	}
}

// short writes what a query asks for as JSON, without empty fields and places.
func short(t *testing.T, q Query) string {
	t.Helper()
	q.Text = ""
	for i := range q.Terms {
		q.Terms[i].Start, q.Terms[i].End = 0, 0
	}
	data, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	for _, empty := range []string{`null`, `false`, `""`, `0`} {
		for {
			i := strings.Index(string(data), `:`+empty)
			if i < 0 {
				break
			}
			end := i + 1 + len(empty)
			if end < len(data) && data[end] != ',' && data[end] != '}' {
				break
			}
			start := strings.LastIndexByte(string(data[:i-1]), '"')
			if end < len(data) && data[end] == ',' {
				end++
			} else if start > 0 && data[start-1] == ',' {
				start--
			}
			data = append(data[:start:start], data[end:]...)
		}
	}
	return string(data)
}

// An error says in both languages what is wrong, and points at it.
func TestSyntaxErrors(t *testing.T) {
	for _, tc := range []struct{ query, pointed, id, en string }{
		{`jens:kuota`, `jens`, `kueri, huruf ke-1: saringan "jens" tidak dikenal; maksud Anda "jenis"?`, `did you mean "jenis"?`},
		{`wfh qqqqqq:1`, `qqqqqq`, `kueri, huruf ke-5: saringan "qqqqqq" tidak dikenal; yang ada: jenis, mode, persen`, `there are: jenis`},
		{`jenis:kuota,kouta`, `kouta`, `huruf ke-13: jenis: tidak mengenal "kouta"; pilihannya kuota, pengecualian`, `it takes kuota`},
		{`jenis:,`, `,`, `saringan jenis: tanpa nilai`, `has no value`},
		{`ä persen:lima`, `lima`, `huruf ke-10: persen:lima bukan persentase`, `no percentage`},
		{`persen:150`, `150`, `bukan persentase`, `no percentage`},
		{`persen:50-25`, `50-25`, `bukan persentase`, `no percentage`},
		{`tahun:24`, `24`, `bukan tahun`, `no year`},
		{`berlaku:2024-02-30`, `2024-02-30`, `bukan tanggal`, `no date`},
		{`berlaku:2024-05..2024-04`, `2024-05..2024-04`, `bukan tanggal`, `no date`},
		{`berlaku:"2024-13"`, `2024-13`, `bukan tanggal`, `no date`},
		{`"tetap masuk`, `"tetap masuk`, `belum ditutup`, `not closed`},
		{`ATAU wfh`, `ATAU`, `di antara dua kata`, `between two words`},
		{`wfh ATAU`, ``, `di antara dua kata`, `between two words`},
		{`wfh ATAU jenis:kuota`, `jenis:`, `di antara dua kata`, `between two words`},
		{`wfh OR -wfa`, `-wfa`, `di antara dua kata`, `between two words`},
		{`a*`, `a*`, `paling sedikit dua huruf`, `at least two letters`},
		{"wfh \xff", "\xff", `bukan UTF-8`, `not UTF-8`},
		{strings.Repeat("a ", 65), ``, `lebih dari 64 kata`, `more than 64 words`},
		{strings.Repeat("a", 2001), ``, `lebih panjang`, `longer than`},
	} {
		_, err := ParseQuery(tc.query)
		var e *SyntaxError
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v", tc.query, err)
			continue
		}
		if len(tc.query) < 50 && e.Query[e.Start:e.End] != tc.pointed {
			t.Errorf("%s: points at %q, want %q", tc.query, e.Query[e.Start:e.End], tc.pointed)
		}
		if !strings.Contains(e.Error(), tc.id) {
			t.Errorf("%s: %s\nwant %s", tc.query, e.Error(), tc.id)
		}
		if !strings.Contains(e.Message("en"), tc.en) {
			t.Errorf("%s: %s\nwant %s", tc.query, e.Message("en"), tc.en)
		}
	}
	_, err := ParseQuery(`ä jens:kuota`)
	var e *SyntaxError
	if errors.As(err, &e) && e.Pointer() != "ä jens:kuota\n  ^^^^" {
		t.Errorf("got\n%s", e.Pointer())
	}
}

// No query panics or runs long, and what is found is within the text.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{`kuota -"dari rumah" jenis:kuota`, `SE 01/2024`, `a* b*`, `wfh|wfa`, `persen:>1 tahun:2020-2024 berlaku:2024..`,
		`"`, `::`, `-`, `jenis:"`, "\x00*", `wilayah:kota wilayah:x`, `50% 50 persen 800/1/2`, `perse0:A`, strings.Repeat("wfh kehadiran opd ", 20)} {
		f.Add(s)
	}
	dir := f.TempDir()
	if err := Rebuild(context.Background(), dir, seq(banten, central, jateng), nil); err != nil {
		f.Fatal(err)
	}
	x, err := Open(dir)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { x.Close() })
	f.Fuzz(func(t *testing.T, s string) {
		q, err := ParseQuery(s)
		if err != nil {
			var e *SyntaxError
			if !errors.As(err, &e) || e.Start < 0 || e.End < e.Start || e.End > len(s) {
				t.Fatalf("%q: %v", s, err)
			}
			_ = e.Pointer()
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		q.Facets = true
		res, err := x.Search(ctx, q)
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if res.Total < len(res.Hits) {
			t.Fatalf("%q: %d hits of %d", s, len(res.Hits), res.Total)
		}
		for _, h := range res.Hits {
			at := 0
			for _, r := range h.Highlight {
				if r.Start < at || r.End <= r.Start || r.End > len(h.Text) {
					t.Fatalf("%q: highlight %v of %q", s, h.Highlight, h.Text)
				}
				at = r.End
			}
		}
		if res.Suggestion != "" {
			if _, err := ParseQuery(res.Suggestion); err != nil {
				t.Fatalf("%q: suggestion %q: %v", s, res.Suggestion, err)
			}
		}
	})
}
