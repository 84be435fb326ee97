//go:build unix

// Package pdf measures how many pages a second of processor time Telaah reads,
// beside pdftotext and a reader in plain Go, and what a scanned page costs,
// beside tesseract and ocrmypdf, in one run:
//
//	go test -run - -bench . -benchtime 1x ./bench/pdf
package pdf

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ledongthuc/pdf"

	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/worker"
)

func TestMain(m *testing.M) {
	if worker.Main() {
		return
	}
	os.Exit(m.Run())
}

// files returns the shared PDFs of a class: "born-digital", "scan-image-only".
func files(t testing.TB, class string) map[string][]byte {
	t.Helper()
	index, err := os.ReadFile("../../../shared/pdf/index.tsv")
	if err != nil {
		t.Skip("needs the shared PDFs, which are not here")
	}
	out := map[string][]byte{}
	for _, line := range strings.Split(string(index), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 2 || !strings.HasPrefix(f[1], class) {
			continue
		}
		path := filepath.Join("../../../shared/pdf", f[0])
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[path] = data
	}
	return out
}

// processor returns the processor time that this process and the programs that
// it started have used.
func processor() (used time.Duration) {
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		if err := syscall.Getrusage(who, &u); err != nil {
			return 0
		}
		used += time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	return used
}

// BenchmarkPages reports the pages a second of processor time of each reader,
// over the same files in the same run.
func BenchmarkPages(b *testing.B) {
	in := files(b, "born-digital")
	pages := 0
	for path, data := range in { // warm: the compiled reader is loaded
		d, err := document.Read(context.Background(), path, data, document.Options{})
		if err != nil {
			b.Fatal(err)
		}
		pages += d.Source.Pages
	}
	report := func(b *testing.B, used time.Duration) {
		b.ReportMetric(float64(pages*b.N)/used.Seconds(), "pages/cpu-s")
		b.ReportMetric(0, "ns/op")
	}
	b.Run("telaah", func(b *testing.B) {
		from := processor()
		for range b.N {
			for path, data := range in {
				if _, err := document.Read(context.Background(), path, data, document.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		}
		report(b, processor()-from)
	})
	b.Run("ledongthuc", func(b *testing.B) {
		from := processor()
		for range b.N {
			for _, data := range in {
				plain(data)
			}
		}
		report(b, processor()-from)
	})
	b.Run("pdftotext", func(b *testing.B) {
		path, err := exec.LookPath("pdftotext")
		if err != nil {
			b.Skip("pdftotext is not installed")
		}
		var used time.Duration
		for range b.N {
			for file := range in {
				cmd := exec.Command(path, "-raw", file, os.DevNull)
				if err := cmd.Run(); err != nil {
					b.Fatal(err)
				}
				used += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			}
		}
		report(b, used)
	})
}

// plain reads a file page by page in plain Go.
func plain(data []byte) {
	defer func() { recover() }() // it panics on some files
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return
	}
	for i := range r.NumPage() {
		r.Page(i + 1).GetPlainText(nil)
	}
}

// BenchmarkStart reports what the first PDF of a new reader process costs beyond
// the second: its start, with a warm cache. Processor time is known once the
// process has ended.
func BenchmarkStart(b *testing.B) {
	var small []byte
	for _, data := range files(b, "born-digital") {
		if small == nil || len(data) < len(small) {
			small = data
		}
	}
	read := func(n int) (clock, used time.Duration) {
		from, begun := processor(), time.Now()
		p := worker.New(1)
		for range n {
			if _, err := p.Read(context.Background(), "a.pdf", small, document.Options{}); err != nil {
				b.Fatal(err)
			}
		}
		clock = time.Since(begun)
		p.Close()
		return clock, processor() - from
	}
	read(1) // fills the cache
	var clock, used time.Duration
	for range b.N {
		once, one := read(1)
		twice, two := read(2)
		clock += 2*once - twice
		used += 2*one - two
	}
	b.ReportMetric(float64(clock.Milliseconds())/float64(b.N), "ms/start")
	b.ReportMetric(float64(used.Milliseconds())/float64(b.N), "cpu-ms/start")
	b.ReportMetric(0, "ns/op")
}
