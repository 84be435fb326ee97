package bahasa

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// lines returns the lines of a file of testdata without comments.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func TestStems(t *testing.T) {
	n := 0
	for _, line := range lines(t, "stems.txt") {
		stem, words, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("line %q", line)
		}
		for _, w := range append(strings.Fields(words), stem) {
			n++
			if got := Stem(w); got != stem {
				t.Errorf("%s: got %s, want %s", w, got, stem)
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d words are tested", n)
	}
}

func TestNamesKeepTheirForm(t *testing.T) {
	for _, line := range lines(t, "names.txt") {
		for _, w := range strings.Fields(line) {
			if got := Stem(w); got != w {
				t.Errorf("%s became %s", w, got)
			}
		}
	}
}

func terms(tokens []Token) string {
	var out []string
	for _, t := range tokens {
		out = append(out, fmt.Sprintf("%s@%d", t.Term, t.Pos))
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"Nomor 000.8.3/278/403.032/2024", "nomor@1 000.8.3/278/403.032/2024@2 000.8.3@2 278@3 403.032@4 2024@5"},
		{"SE 01/2024", "se@1 1/2024@2 1@2 2024@3"},
		{"Nomor 01 Tahun 2024", "nomor@1 1@2 tahun@3 2024@4"},
		{"50% WFH", "50%@1 persen@2 wfh@3"},
		{"50 persen WFH", "50%@1 persen@2 wfh@3"},
		{"50 % (lima puluh persen)", "50%@1 persen@2 lima@3 puluh@4 persen@5"},
		{"2,37 persen", "2,37%@1 persen@2"},
		{"50 persentase", "50@1 persentase@2"},
		{"25-50 persen", "25-50@1 25@1 50%@2 persen@3"},
		{"Menpan-RB dan MenPAN RB", "menpan-rb@1 menpan@1 rb@2 dan@3 menpan@4 rb@5"},
		{"sekolah-sekolah", "sekolah@1"},
		{"sebaik-baiknya", "sebaik@1"},
		{"Covid-19", "covid-19@1 covid@1 19@2"},
		{"S.Sos., M.Si", "ssos@1 msi@2"},
		{"a.n. Bupati", "an@1 bupati@2"},
		{"libur.Kemudian", "libur@1 kemudian@2"},
		{"Jum'at pukul 07.30", "jumat@1 pukul@2 07.30@3"},
		{"BO. 800/1034/V/2020", "bo@1 800/1034/v/2020@2 800@2 1034@3 v@4 2020@5"},
		{"16–17 April", "16@1 17@2 april@3"},
		{"", ""},
		{"— / - .", ""},
		{"00", "0@1"},
	} {
		if got := terms(Tokens(tc.text)); got != tc.want {
			t.Errorf("%q\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
}

func TestAnalyze(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"bekerja dari rumah", "kerja@1 rumah@2"},
		{"Bekerja di rumah masing-masing", "kerja@1 rumah@2 masing@3"},
		{"dilarang, kecuali yang tidak wajib hanya paling banyak", "larang@1 kecuali@2 tidak@3 wajib@4 hanya@5 paling@6 banyak@7"},
	} {
		if got := terms(Analyze(tc.text)); got != tc.want {
			t.Errorf("%q\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{{"kuota", "kuota", 0}, {"kouta", "kuota", 1}, {"dispilin", "disiplin", 1}, {"jens", "jenis", 1}, {"a", "bcd", 3}, {"abc", "xyz", 3}, {"", "ab", 2}} {
		if got := Distance(tc.a, tc.b, 3); got != tc.want {
			t.Errorf("%s, %s: %d, want %d", tc.a, tc.b, got, tc.want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Nomor 01/2024", "50 %", "sekolah-sekolah", "\xff-\xfe", "a'b’c", "1.2.3,4/5-6_7", "é̈-é", "̈ ", "a-̈"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		pos := 1
		for _, k := range append(Tokens(s), Analyze(s)...) {
			if k.Start < 0 || k.End > len(s) || k.Start >= k.End || k.Term == "" || len(k.Term) > maxTerm+1 {
				t.Fatalf("%q: token %+v", s, k)
			}
			if utf8.ValidString(s) && !utf8.ValidString(k.Term) {
				t.Fatalf("%q: term %q is not UTF-8", s, k.Term)
			}
			if k.Pos > pos+1 {
				t.Fatalf("%q: place %d follows %d", s, k.Pos, pos)
			}
			pos = k.Pos
		}
	})
}
