package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
)

var update = flag.Bool("update", false, "write the goldens anew")

// sample returns comparisons of a record that loosens a cap, loses nothing and
// adds a duty, as its own text and as news of 2020.
func sample(t testing.TB) []circular.Comparison {
	t.Helper()
	all := baselines(t)
	data, err := os.ReadFile(filepath.Join("testdata", "records.json"))
	if err != nil {
		t.Fatal(err)
	}
	var records []circular.Record
	if err := json.Unmarshal(data, &records); err != nil {
		t.Fatal(err)
	}
	var out []circular.Comparison
	for _, r := range records {
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		c, err := compare.Compare(all, r, compare.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// baselines returns the shipped baselines.
func baselines(t testing.TB) []circular.Baseline {
	t.Helper()
	all, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// golden holds what was written against a file, or writes it there anew.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update and look at the difference:\n%s", file, got)
	}
}

// TestGoldens renders the saved records in each format and language.
func TestGoldens(t *testing.T) {
	list := sample(t)
	for _, format := range Formats {
		for _, lang := range []string{"id", "en"} {
			var got bytes.Buffer
			if err := Write(&got, format, list, Options{Lang: lang}); err != nil {
				t.Fatal(err)
			}
			if format == "xlsx" || format == "docx" {
				continue // see TestXLSX, TestDOCX
			}
			if lang == "en" && slices.Contains([]string{"json", "sarif", "junit"}, format) {
				continue // every word of it comes from the comparison
			}
			file := filepath.Join("testdata", "report."+lang+"."+format)
			golden(t, file, got.Bytes())
			for _, word := range []string{"melanggar", "kesalahan"} {
				if strings.Contains(strings.ToLower(got.String()), word) {
					t.Errorf("%s says %q", file, word)
				}
			}
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, "json", sample(t), Options{}); err != nil {
		t.Fatal(err)
	}
	var doc document
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := Write(&again, "json", doc.Comparisons, Options{}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("JSON does not round-trip")
	}
}

// TestLabels: every label has both languages.
func TestLabels(t *testing.T) {
	labels, err := loadLabels()
	if err != nil {
		t.Fatal(err)
	}
	for key, l := range labels {
		if l["id"] == "" || l["en"] == "" {
			t.Errorf("label %q lacks a language", key)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "telex", nil, Options{}); !errors.Is(err, ErrFormat) {
		t.Errorf("error = %v", err)
	}
}
