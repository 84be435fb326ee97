package compare_test

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/extract"
)

// FuzzCompare: whatever a text says, comparing and inspecting it holds the
// invariants of a comparison, twice the same, with every passage in the text;
// and a baseline made from it can be written and read.
func FuzzCompare(f *testing.F) {
	files, err := fs.Glob(corpus.Samples, "samples/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(corpus.Samples, file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), uint8(len(file)))
	}
	for _, m := range mutations()[:12] {
		f.Add(newVariant(3).with(m.slot, m.text).text(), uint8(0))
	}
	all := loadShipped(f)
	f.Fuzz(func(t *testing.T, body string, n uint8) {
		body = strings.ToValidUTF8(body, "")
		if len(body) > 20000 || strings.TrimSpace(body) == "" {
			return
		}
		grades := []circular.Grade{circular.GradePrimary, circular.GradeScan, circular.GradeRelease, circular.GradeNews}
		rec := extract.Extract(circular.Source{Path: "x.txt", Grade: grades[n%4], Pages: 1}, circular.Plain(body))
		o := compare.Options{Baseline: all[int(n/4)%len(all)].ID}
		c, err := compare.Check(all, rec, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Deviations) > 0 && !c.Comparable { // Check adds what needs no baseline
			c, err = compare.Compare(all, rec, o)
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := c.Check(); err != nil {
			t.Fatal(err)
		}
		for _, d := range append(c.Deviations, c.NotJudged...) {
			if d.Other != nil && d.Other.Span != nil && *d.Other.Span != (circular.Span{}) {
				if s := *d.Other.Span; s.Start < 0 || s.End > len(body) || s.Start >= s.End {
					t.Errorf("%s: span %v outside %d bytes", d.Code, s, len(body))
				}
			}
		}
		again, err := compare.Compare(all, rec, o)
		if err != nil {
			t.Fatal(err)
		}
		if c.Comparable {
			once, _ := compare.Compare(all, rec, o)
			if !reflect.DeepEqual(once, again) {
				t.Error("two comparisons differ")
			}
		}
		own, err := compare.FromRecord(rec)
		if err != nil {
			return
		}
		data, err := compare.Marshal(own)
		if err != nil {
			t.Fatal(err)
		}
		back, err := compare.Parse("turunan.yaml", data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if len(back.Atoms) != len(own.Atoms) {
			t.Errorf("%d atoms, %d read back", len(own.Atoms), len(back.Atoms))
		}
	})
}

// FuzzParse: a file is either refused with the sentinel and its name, or reads
// back the same after being written.
func FuzzParse(f *testing.F) {
	files, err := fs.Glob(corpus.Baselines, "baselines/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(corpus.Baselines, file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		b, err := compare.Parse("x.yaml", []byte(text))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "x.yaml: ") {
				t.Errorf("error does not name the file: %v", err)
			}
			return
		}
		data, err := compare.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := compare.Parse("x.yaml", data); err != nil {
			t.Errorf("written file is refused: %v\n%s", err, data)
		}
	})
}
