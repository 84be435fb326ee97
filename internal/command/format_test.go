package command

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/report"
)

// The exit status never depends on the format of the output, nor on whether it
// goes to a file; and every format has something to say.
func TestStatusIsTheSameInEveryFormat(t *testing.T) {
	if testing.Short() {
		t.Skip("compares the samples in every format")
	}
	sample := func(name string) string { return filepath.Join("..", "..", "corpus", "samples", name) }
	type line struct {
		name   string
		status int
		args   []string
	}
	lines := []line{
		{"nothing found", statusDone, []string{"compare", sample("contoh-sesuai.txt")}},
		{"found", statusFindings, []string{"compare", sample("contoh-60-persen.txt")}},
		{"found, but only told", statusDone, []string{"compare", "--fail-on", "none", sample("contoh-60-persen.txt")}},
		{"failed", statusFailed, []string{"compare", "tidak-ada.txt", sample("contoh-60-persen.txt")}},
		{"not judged", statusUnjudged, []string{"check", sample("jateng-2020.txt")}},
		{"not judged, lenient", statusDone, []string{"check", "--lenient", sample("jateng-2020.txt")}},
	}
	seeds, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(seeds) > 0 { // news is never more than a note, and never judged whole
		lines = append(lines, line{"news", statusDone, append([]string{"compare"}, seeds...)}, line{"news as a draft", statusUnjudged, append([]string{"check"}, seeds...)})
	}
	for _, tt := range lines {
		for i, format := range report.Formats {
			args := slices.Concat(tt.args, []string{"--format", format})
			file := filepath.Join(t.TempDir(), "laporan")
			if i%2 == 1 {
				args = append(args, "--output", file)
			}
			var out, errs bytes.Buffer
			if got := run(t.Context(), args, strings.NewReader(""), &out, &errs); got != tt.status {
				t.Errorf("%s as %s: status %d, want %d\n%s", tt.name, format, got, tt.status, errs.String())
			}
			written := out.Bytes()
			if i%2 == 1 {
				if out.Len() > 0 {
					t.Errorf("%s as %s: printed beside the file", tt.name, format)
				}
				var err error
				if written, err = os.ReadFile(file); err != nil {
					t.Error(err)
				}
			}
			if len(written) == 0 && format != "github" {
				t.Errorf("%s as %s: nothing written", tt.name, format)
			}
			if slices.Contains(packed, format) && !bytes.HasPrefix(written, []byte("PK")) {
				t.Errorf("%s as %s: came out as text", tt.name, format)
			}
		}
	}
}

// Every sample and, where they are, every seed comes out in every format, the
// same bytes each time.
func TestEveryDocumentInEveryFormat(t *testing.T) {
	baselines, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join("..", "..", "corpus", "samples", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	seeds, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatal("no samples")
	}
	for r := range ingest.Read(t.Context(), ingest.Files(slices.Concat(names, seeds), nil), ingest.Options{}) {
		if r.Err != nil {
			t.Errorf("%s: %v", r.Name, r.Err)
			continue
		}
		c, err := compare.Compare(baselines, r.Record, compare.Options{})
		if err != nil {
			t.Errorf("%s: %v", r.Name, err)
			continue
		}
		for _, format := range report.Formats {
			var first, second bytes.Buffer
			for _, b := range []*bytes.Buffer{&first, &second} {
				if err := report.Write(b, format, []circular.Comparison{c}, report.Options{}); err != nil {
					t.Errorf("%s as %s: %v", r.Name, format, err)
				}
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Errorf("%s as %s: not the same twice", r.Name, format)
			}
			if first.Len() == 0 && (format != "github" || c.Worst().AtLeast(circular.SeverityWarning) || len(c.NotJudged) > 0) /* notes are no annotations */ {
				t.Errorf("%s as %s: nothing", r.Name, format)
			}
		}
	}
}
