package compare

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"telaah/circular"
	"telaah/corpus"
)

// shipped returns the shipped baselines.
func shipped(t testing.TB) []circular.Baseline {
	t.Helper()
	all, err := Load(corpus.Baselines, "baselines")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestShippedBaselines(t *testing.T) {
	var ids []string
	for _, b := range shipped(t) {
		ids = append(ids, b.ID)
		for _, a := range b.Atoms {
			if a.Real {
				t.Errorf("%s/%s: no shipped words come from a document", b.ID, a.ID)
			}
			if len(a.Sources) == 0 {
				t.Errorf("%s/%s: without source", b.ID, a.ID)
			}
		}
	}
	want := []string{"panrb-1-2024", "panrb-17-2023", "panrb-19-2020", "panrb-2-2025", "panrb-2-2026"}
	if !slices.Equal(ids, want) {
		t.Errorf("ids = %v, want %v", ids, want)
	}
}

func TestParseErrors(t *testing.T) {
	good := `id: x
name: SE X
circular: {role: subject, type: SE, number: "1", year: 2024, span: {start: 0, end: 0}}
atoms:
  - id: a
    title: A
    polarity: ceiling
    weight: mandatory
    certainty: certain
    words: WFH paling banyak 50%.
    mode: WFH
    percent: 50
`
	if _, err := Parse("good.yaml", []byte(good)); err != nil {
		t.Fatalf("good file: %v", err)
	}
	for _, tt := range []struct{ name, old, new, want string }{
		{"unknown field", "title: A", "judul: A", "judul"},
		{"syntax", "name: SE X", "name: [SE X", "^"},
		{"bad polarity", "polarity: ceiling", "polarity: langit", `polarity "langit" tidak dikenal`},
		{"percent", "percent: 50", "percent: 150", "antara 0 dan 100"},
		{"date", "atoms:", "window: {start: 2024-02-31, end: 2024-03-01}\natoms:", "ada di kalender"},
		{"reversed window", "atoms:", "window: {start: 2024-04-17, end: 2024-04-16}\natoms:", "sesudah end"},
		{"empty", good, "", "atoms tidak boleh kosong"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("buruk.yaml", []byte(strings.Replace(good, tt.old, tt.new, 1)))
			if err == nil {
				t.Fatal("no error")
			}
			if !errors.Is(err, ErrBaseline) || !strings.HasPrefix(err.Error(), "buruk.yaml: ") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error = %v, want %q in it", err, tt.want)
			}
			if tt.new != "" && !strings.Contains(err.Error(), "^") {
				t.Errorf("error shows no caret:\n%v", err)
			}
		})
	}
}

func TestChainAsOf(t *testing.T) {
	var b circular.Baseline
	for _, s := range shipped(t) {
		if s.ID == "panrb-19-2020" {
			b = s
		}
	}
	for _, tt := range []struct {
		day, end    string
		acts, atoms int
	}{
		{"2020-03-20", "2020-03-31", 0, 6},
		{"2020-04-25", "2020-05-13", 2, 6},
		{"2020-06-05", "", 5, 3},
		{"2020-10-01", "", 6, 7},
	} {
		d, _ := circular.ParseDate(tt.day)
		at, acts := b.At(d)
		end := ""
		if m := at.Atom("masa"); m != nil {
			end = m.Period.End.String()
		}
		if end != tt.end || len(acts) != tt.acts || len(at.Atoms) != tt.atoms {
			t.Errorf("%s: end %q with %d acts and %d atoms, want %q, %d, %d", tt.day, end, len(acts), len(at.Atoms), tt.end, tt.acts, tt.atoms)
		}
	}
	if b.Atom("masa").Period.End.String() != "2020-03-31" {
		t.Error("At changed its receiver")
	}
}
