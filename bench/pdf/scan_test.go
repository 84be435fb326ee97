//go:build unix

package pdf

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/document"
)

// scans is how many of the shared scans are read: each costs seconds.
const scans = 3

// BenchmarkScans reports the processor time that a page of a real scan costs.
// Telaah reads each page twice, with two models, and some lines once more:
// "cpu-s/reading" is half of what it spends.
func BenchmarkScans(b *testing.B) {
	in := files(b, "scan-image-only")
	var names []string
	for name := range in {
		if strings.HasPrefix(filepath.Base(name), "se-") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	names = names[:min(scans, len(names))]
	ocr, err := document.FindTesseract("")
	if err != nil {
		b.Skip("tesseract is not installed")
	}
	pages := 0
	for _, name := range names { // warm
		d, err := document.Read(context.Background(), name, in[name], document.Options{})
		if err != nil {
			b.Fatal(err)
		}
		pages += d.Source.Pages
	}
	report := func(b *testing.B, used time.Duration, readings int) {
		page := used.Seconds() / float64(pages*b.N)
		b.ReportMetric(page, "cpu-s/page")
		b.ReportMetric(page/float64(readings), "cpu-s/reading")
		b.ReportMetric(0, "ns/op")
	}
	b.Run("telaah", func(b *testing.B) {
		from := processor()
		for range b.N {
			for _, name := range names {
				if _, err := document.Read(context.Background(), name, in[name], document.Options{OCR: ocr}); err != nil {
					b.Fatal(err)
				}
			}
		}
		report(b, processor()-from, len(ocr.Models()))
	})
	b.Run("tesseract", func(b *testing.B) {
		draw, err := exec.LookPath("pdftoppm")
		if err != nil {
			b.Skip("pdftoppm is not installed")
		}
		from := processor()
		for range b.N {
			for _, name := range names {
				dir := b.TempDir()
				run(b, draw, "-r", "300", "-gray", name, filepath.Join(dir, "p"))
				drawn, err := filepath.Glob(filepath.Join(dir, "*.pgm"))
				if err != nil || len(drawn) == 0 {
					b.Fatal(err, drawn)
				}
				for _, page := range drawn {
					run(b, ocr.Path, page, "stdout", "-l", document.Indonesian, "--psm", "4", "--dpi", "300", "tsv")
				}
			}
		}
		report(b, processor()-from, 1)
	})
	b.Run("ocrmypdf", func(b *testing.B) {
		path, err := exec.LookPath("ocrmypdf")
		if err != nil {
			b.Skip("ocrmypdf is not installed")
		}
		from := processor()
		for range b.N {
			for _, name := range names {
				run(b, path, "--force-ocr", "--deskew", "-l", document.Indonesian, "--jobs", "1", "--output-type", "pdf", "--optimize", "0", name, filepath.Join(b.TempDir(), "out.pdf"))
			}
		}
		report(b, processor()-from, 1)
	})
}

// run runs a program with one thread.
func run(b *testing.B, argv ...string) {
	b.Helper()
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
}
