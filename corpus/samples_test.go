package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

// goldLine is what gold.jsonl says of one sample, as far as these tests need it.
type goldLine struct {
	ID        string `json:"id"`
	Circulars []struct {
		Number string `json:"number"`
		Role   string `json:"role"`
	} `json:"circulars"`
	Quotas     []struct{ Quote string }   `json:"quotas"`
	Exemptions []struct{ Quote string }   `json:"exemptions"`
	Traps      []struct{ Context string } `json:"non_clause_percents"`
}

func readGold(t *testing.T) map[string]goldLine {
	data, err := fs.ReadFile(Samples, "samples/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	gold := make(map[string]goldLine)
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g goldLine
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatalf("gold.jsonl: %v", err)
		}
		gold[g.ID] = g
	}
	return gold
}

// readSamples returns the samples with an extension, by name without it.
func readSamples(t *testing.T, ext string) map[string]string {
	names, err := fs.Glob(Samples, "samples/*"+ext)
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]string)
	for _, name := range names {
		data, err := fs.ReadFile(Samples, name)
		if err != nil {
			t.Fatal(err)
		}
		texts[strings.TrimSuffix(path.Base(name), ext)] = string(data)
	}
	return texts
}

func TestGoldStandsInTheSamples(t *testing.T) {
	gold := readGold(t)
	texts := readSamples(t, ".txt")
	for id := range texts {
		if _, ok := gold[id]; !ok {
			t.Errorf("%s has no line in gold.jsonl", id)
		}
	}
	for _, ext := range []string{".pdf", ".html", ".docx"} {
		for id := range readSamples(t, ext) {
			if _, ok := texts[id]; !ok {
				t.Errorf("%s%s has no text of the same name", id, ext)
			}
		}
	}
	for id, g := range gold {
		text := strings.Join(strings.Fields(texts[id]), " ")
		var quotes []string
		for _, q := range g.Quotas {
			quotes = append(quotes, q.Quote)
		}
		for _, e := range g.Exemptions {
			quotes = append(quotes, e.Quote)
		}
		for _, n := range g.Traps {
			quotes = append(quotes, n.Context)
		}
		for _, c := range g.Circulars {
			if c.Number != "" {
				quotes = append(quotes, c.Number)
			}
		}
		for _, q := range quotes {
			if q == "" || !strings.Contains(text, q) {
				t.Errorf("%s: %q does not stand in its text", id, q)
			}
		}
	}
}

// A sample in official layout says on every page that it is none, and one of a
// real region bears nothing that could pass for a signature.
func TestSamplesAreNoForgeries(t *testing.T) {
	nip := regexp.MustCompile(`\d{8} ?\d{6} ?\d ?\d{3}`)
	for id, text := range readSamples(t, ".txt") {
		if strings.HasSuffix(id, "-berita") {
			continue
		}
		invented := strings.HasPrefix(id, "contoh-")
		mark := "CONTOH - disusun dari pemberitaan, bukan naskah resmi"
		if invented {
			mark = "CONTOH - daerah rekaan, bukan naskah resmi"
		}
		for i, page := range strings.Split(text, "\f") {
			if first, _, _ := strings.Cut(page, "\n"); strings.TrimSpace(first) != mark {
				t.Errorf("%s: page %d begins with %q, want its mark", id, i+1, first)
			}
		}
		for _, n := range nip.FindAllString(text, -1) {
			if !invented || strings.Trim(n, "0 ") != "" {
				t.Errorf("%s bears a civil-service number: %s", id, n)
			}
		}
		for _, sign := range []string{"elektronik", "ttd", "BSrE", "QR", "Pembina Utama"} {
			if !invented && strings.Contains(text, sign) {
				t.Errorf("%s bears %q", id, sign)
			}
		}
	}
	for id, pdf := range readSamples(t, ".pdf") {
		pages := strings.Count(pdf, "/Type /Page\n")
		if marks := strings.Count(pdf, "(CONTOH - "); pages == 0 || marks != pages {
			t.Errorf("%s.pdf: %d pages, %d marks", id, pages, marks)
		}
		if strings.Contains(pdf, "/Subtype /Image") {
			t.Errorf("%s.pdf holds a picture", id)
		}
	}
}
