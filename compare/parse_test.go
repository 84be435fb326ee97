package compare

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
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
	for _, tt := range []struct{ name, old, new, id, en string }{
		{"unknown field", "title: A", "judul: A", "judul", "invalid baseline: not readable as YAML"},
		{"syntax", "name: SE X", "name: [SE X", "^", "not readable as YAML"},
		{"date", "atoms:", "window: {start: 2024-02-31, end: 2024-03-01}\natoms:", "ada di kalender", `date "2024-02-31": must be YYYY-MM-DD`},
		{"reversed window", "atoms:", "window: {start: 2024-04-17, end: 2024-04-16}\natoms:", "sesudah end", "start 2024-04-17 after end 2024-04-16"},
		{"id", "id: x", "id: X Y", `id "X Y": huruf kecil`, `id "X Y": lower-case`},
		{"name", "name: SE X", `name: ""`, "name tidak boleh kosong", "name must not be empty"},
		{"mode", "atoms:", "modes: [WFX]\natoms:", `mode "WFX": harus`, `mode "WFX": must`},
		{"twice", "atoms:\n", "atoms:\n  - {id: a, title: B, words: B, polarity: duty, weight: mandatory, certainty: certain}\n", `id "a" dipakai dua kali`, `id "a" is used twice`},
		{"words", "title: A", `title: ""`, "a: title dan words wajib", "a: title and words are required"},
		{"bad polarity", "polarity: ceiling", "polarity: langit", `polarity "langit" tidak dikenal; pilihan: ceiling`, `unknown polarity "langit"; choices: ceiling`},
		{"bad weight", "weight: mandatory", "weight: berat", `weight "berat" tidak dikenal`, `unknown weight "berat"`},
		{"bad certainty", "certainty: certain", "certainty: yakin", `certainty "yakin" tidak dikenal`, `unknown certainty "yakin"`},
		{"verb", "percent: 50", "percent: 50\n    verb_known: true", "verb_known tanpa force", "verb_known without force"},
		{"percent", "percent: 50", "percent: 150", "antara 0 dan 100", "from 0 to 100"},
		{"mode of a limit", "    mode: WFH\n", "", "a: ceiling memerlukan mode", "a: ceiling needs mode"},
		{"set", "polarity: ceiling", "polarity: set_open", "memerlukan effect, categories", "needs effect, categories"},
		{"period", "polarity: ceiling", "polarity: period", "memerlukan period.start", "needs period.start"},
		{"member", "percent: 50", "percent: 50\n    categories: [layanan.administrasi]\n    members: [layanan.pimpinan]", "layanan.pimpinan tidak berada di bawah layanan.administrasi", "layanan.pimpinan does not stand under"},
		{"chain", "atoms:", "chain: [{act: {name: \"\"}}]\natoms:", "act.name tidak boleh kosong", "from is required"},
		{"order", "atoms:", "chain: [{act: {name: A}, from: 2024-02-01}, {act: {name: B}, from: 2024-01-01}]\natoms:", "chain tidak urut: 2024-01-01 sebelum 2024-02-01", "chain is not in order: 2024-01-01 before"},
		{"empty", good, "", "atoms tidak boleh kosong", "atoms must not be empty"},
		{"large", "name: SE X", "name: " + strings.Repeat("x", maxYAML), "lebih besar dari", "larger than"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("buruk.yaml", []byte(strings.Replace(good, tt.old, tt.new, 1)))
			var e *FileError
			if !errors.Is(err, ErrBaseline) || !errors.As(err, &e) {
				t.Fatalf("error = %v", err)
			}
			for lang, want := range map[string]string{"id": tt.id, "en": tt.en} {
				got := e.Message(lang)
				if !strings.HasPrefix(got, "buruk.yaml: "+map[string]string{"id": "baseline tidak sah: ", "en": "invalid baseline: "}[lang]) || !strings.Contains(got, want) {
					t.Errorf("%s: %s\nwant %q in it", lang, got, want)
				}
				if tt.name != "empty" && tt.name != "large" && !strings.Contains(got, "^") {
					t.Errorf("%s: no caret:\n%s", lang, got)
				}
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
