//go:build unix

// Package pdf measures how many pages a second of processor time Telaah reads,
// beside pdftotext and a reader in plain Go, in one run:
//
//	go test -run - -bench . ./bench/pdf
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

// files returns the shared PDFs that were typed, not scanned.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	index, err := os.ReadFile("../../../shared/pdf/index.tsv")
	if err != nil {
		t.Skip("needs the shared PDFs, which are not here")
	}
	out := map[string][]byte{}
	for _, line := range strings.Split(string(index), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 2 || !strings.HasPrefix(f[1], "born-digital") {
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

// processor returns the processor time that this process has used.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkPages reports the pages a second of processor time of each reader,
// over the same files in the same run.
func BenchmarkPages(b *testing.B) {
	in := files(b)
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

// BenchmarkStart reports how long the first PDF of a new reader process takes
// beyond the second: its start, with a warm cache.
func BenchmarkStart(b *testing.B) {
	var small []byte
	for _, data := range files(b) {
		if small == nil || len(data) < len(small) {
			small = data
		}
	}
	read := func(p *worker.Pool) time.Duration {
		begun := time.Now()
		if _, err := p.Read(context.Background(), "a.pdf", small, document.Options{}); err != nil {
			b.Fatal(err)
		}
		return time.Since(begun)
	}
	var start time.Duration
	for range b.N {
		p := worker.New(1)
		first := read(p)
		start += first - read(p)
		p.Close()
	}
	b.ReportMetric(float64(start.Milliseconds())/float64(b.N), "ms/start")
	b.ReportMetric(0, "ns/op")
}
