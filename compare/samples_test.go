package compare_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/extract"
)

// verdict is what a document must yield against SE Menteri PANRB 1/2024.
type verdict struct {
	comparable bool
	suggested  string   // the right baseline where it is not comparable
	worst      string   // gravest level
	want       []string // "code" or "code atom": found
	never      []string // codes not found
	figure     string   // a quota told of the other way of working
}

// check compares a file and reports where it differs from its verdict.
func (v verdict) check(t *testing.T, name string, data []byte) {
	t.Helper()
	d, err := document.Read(context.Background(), name, data, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := compare.Compare(loadShipped(t), extract.Extract(d.Source, d.Text), compare.Options{Baseline: compare.Default, Redline: true})
	if err != nil {
		t.Fatal(err)
	}
	if c.Comparable != v.comparable || c.Baseline.Suggested != v.suggested || string(c.Worst()) != v.worst {
		t.Errorf("comparable %v, suggested %q, worst %s; want %v, %q, %s\n%s", c.Comparable, c.Baseline.Suggested, c.Worst(), v.comparable, v.suggested, v.worst, list(c))
	}
	has := func(want string) bool {
		code, atom, _ := strings.Cut(want, " ")
		return slices.ContainsFunc(slices.Concat(c.Deviations, c.NotJudged), func(d circular.Deviation) bool {
			return string(d.Code) == code && (atom == "" || d.Atom == atom)
		})
	}
	for _, w := range v.want {
		if !has(w) {
			t.Errorf("no %s\n%s", w, list(c))
		}
	}
	for _, n := range v.never {
		if has(n) {
			t.Errorf("has %s\n%s", n, list(c))
		}
	}
	if v.figure != "" && !slices.ContainsFunc(c.Figures, func(f circular.Figure) bool { return f.Equivalent == v.figure }) {
		t.Errorf("figures %+v, want one that equals %q", c.Figures, v.figure)
	}
	for _, row := range c.Pairs {
		if row.Base != nil && len(row.Others) > 0 && len(row.Redline) == 0 {
			t.Errorf("row %s has both texts but no redline", row.Atom)
		}
		if len(row.Others) == 0 && (row.Result == circular.ResultSame || len(row.Codes) == 0 && row.Remark == "") {
			t.Errorf("row %s is %s beside no words and without a reason", row.Atom, row.Result)
		}
	}
}

// limits are the codes about quotas and groups, none of which a faithful
// circular has.
var limits = []string{"lebih-longgar", "lebih-ketat", "bertentangan", "ruang-lingkup-berubah", "kategori-berubah", "basis-hitung-berubah", "di-luar-masa", "dasar-keliru"}

var notComparable = verdict{worst: "none", want: []string{"tidak-sebanding"}, never: append([]string{"ketentuan-tidak-ada", "ketentuan-tambahan"}, limits...)}

func elsewhere(id string) verdict {
	v := notComparable
	v.suggested = id
	return v
}

// TestSeeds holds the verdicts on the five news texts.
func TestSeeds(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "seeds")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the seeds are not here")
	}
	cilegon := append([]string{"lebih-longgar", "lebih-ketat", "bertentangan"}, "ketentuan-tidak-ada")
	jateng := elsewhere("panrb-19-2020")
	jateng.figure = "WFH paling banyak 70%"
	for file, v := range map[string]verdict{
		"000_598b235c54234901.txt": {comparable: true, worst: "none", never: limits},
		"001_f5e3f1c2a3a3b2be.txt": elsewhere("panrb-17-2023"),
		"002_b1e2931dcc98fb71.txt": {comparable: true, worst: "note", never: cilegon,
			want: []string{"kategori-berubah masyarakat-wfo", "ketentuan-tambahan", "tidak-dapat-dinilai administrasi-wfh", "tidak-dapat-dinilai pimpinan-wfh"}},
		"003_8ba0a9edb7bee283.txt": {comparable: true, worst: "note", want: []string{"lebih-ketat", "ketentuan-tambahan", "salah-sitasi rujukan"},
			never: []string{"lebih-longgar", "bertentangan", "di-luar-masa", "ketentuan-tidak-ada"}},
		"004_5bb5ffa7d635b688.txt": jateng,
	} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, file))
			if err != nil {
				t.Fatal(err)
			}
			v.check(t, file, data)
		})
	}
}

// TestSamples holds the verdicts on the embedded sample texts.
func TestSamples(t *testing.T) {
	jateng := elsewhere("panrb-19-2020")
	jateng.figure = "WFH paling banyak 70%"
	for file, v := range map[string]verdict{
		"banten-2024.txt":            {comparable: true, worst: "warning", want: []string{"lebih-ketat", "ketentuan-tambahan", "salah-sitasi rujukan"}, never: []string{"lebih-longgar", "bertentangan", "di-luar-masa"}},
		"banten-2024-berita.txt":     {comparable: true, worst: "note", want: []string{"lebih-ketat", "ketentuan-tambahan"}, never: []string{"lebih-longgar", "ketentuan-tidak-ada"}},
		"cilegon-2024-berita.txt":    {comparable: true, worst: "note", want: []string{"kategori-berubah", "ketentuan-tambahan", "tidak-dapat-dinilai administrasi-wfh"}, never: []string{"lebih-longgar", "lebih-ketat"}},
		"magetan-2024.txt":           {comparable: true, worst: "warning", want: []string{"dasar-tidak-dirujuk"}, never: limits},
		"magetan-2024-berita.txt":    {comparable: true, worst: "none", never: limits},
		"jakarta-2023.txt":           elsewhere("panrb-17-2023"),
		"jakarta-2023-berita.txt":    elsewhere("panrb-17-2023"),
		"jateng-2020.txt":            jateng,
		"jateng-2020-berita.txt":     jateng,
		"contoh-60-persen.txt":       {comparable: true, worst: "error", want: []string{"lebih-longgar administrasi-wfh"}, never: []string{"bertentangan", "di-luar-masa"}},
		"contoh-layanan-dilepas.txt": {comparable: true, worst: "error", want: []string{"lebih-longgar masyarakat-wfo"}, never: []string{"bertentangan", "sanksi-dalam-se"}},
		"contoh-lampiran.txt":        {comparable: true, worst: "warning", want: []string{"lebih-ketat pimpinan-wfh", "ruang-lingkup-berubah masyarakat-wfo"}, never: []string{"lebih-longgar"}},
		"contoh-sesuai.txt":          {comparable: true, worst: "none", never: limits},
		"contoh-surat-dinas.txt":     {comparable: true, worst: "warning", want: []string{"lebih-ketat", "kategori-berubah"}, never: []string{"lebih-longgar", "bertentangan"}},
		"contoh-tanpa-wfh.txt":       {comparable: true, worst: "note", never: append([]string{"ketentuan-tidak-ada"}, limits...)},
	} {
		t.Run(file, func(t *testing.T) {
			data, err := fs.ReadFile(corpus.Samples, "samples/"+file)
			if err != nil {
				t.Fatal(err)
			}
			v.check(t, file, data)
		})
	}
}
