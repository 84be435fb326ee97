//go:build linux

package command

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/corpus"
)

// program returns this test program under the name telaah, which makes it that
// program.
func program(t *testing.T) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "telaah")
	if err := os.Symlink(exe, name); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestTerminal: progress stands on a terminal, and nowhere else; the result is
// the same.
func TestTerminal(t *testing.T) {
	script, err := exec.LookPath("script")
	if err != nil {
		t.Skip("needs script(1), which gives a program a terminal")
	}
	telaah, dir := program(t), t.TempDir()
	for i := range 3 {
		text := fmt.Sprintf("SURAT EDARAN\nNOMOR %d TAHUN 2024\nTENTANG\nJAM KERJA\n", i+1)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, script, "-qec", fmt.Sprintf("'%s' ingest --corpus '%s' '%s'", telaah, filepath.Join(t.TempDir(), "a"), dir), "/dev/null")
	shown, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, shown)
	}
	if !strings.Contains(string(shown), "\r3/3 berkas · 3 halaman") || !strings.Contains(string(shown), "3 dokumen: 3 ") {
		t.Errorf("on a terminal: %q", shown)
	}
	var out, errs bytes.Buffer
	cmd = exec.CommandContext(ctx, telaah, "ingest", "--corpus", filepath.Join(t.TempDir(), "b"), dir)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, errs.String())
	}
	if strings.Contains(out.String()+errs.String(), "\r") || strings.Contains(errs.String(), "3/3") || !strings.Contains(out.String(), "3 dokumen: 3 ") {
		t.Errorf("into a pipe: %q, %q", out.String(), errs.String())
	}
}

// TestInterrupt: Ctrl-C ends the work at once, says how far it came, and leaves
// a corpus that is whole and that the next run goes on with.
func TestInterrupt(t *testing.T) {
	telaah, folder := program(t), t.TempDir()
	dir := filepath.Join(folder, "korpus")
	const first = "SURAT EDARAN\nNOMOR 1 TAHUN 2024\nTENTANG\nJAM KERJA\n"
	if err := os.WriteFile(filepath.Join(folder, "a.txt"), []byte(first), 0o666); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	slow := filepath.Join(folder, "tesseract") // never answers
	if err := os.WriteFile(slow, []byte("#!/bin/sh\nexec sleep 600\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	scan := filepath.Join(folder, "c.png")
	var page bytes.Buffer
	img := image.NewGray(image.Rect(0, 0, 827, 1169))
	for y := range 1169 { // lines, as of print
		for x := range 827 {
			if y%40 > 8 || x < 100 || x > 700 || x%60 > 50 {
				img.Pix[y*img.Stride+x] = 255
			}
		}
	}
	if err := png.Encode(&page, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(scan, page.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(telaah, "ingest", "--jobs", "1", "--tesseract", slow, "--corpus", dir, filepath.Join(folder, "a.txt"), scan)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	for time.Since(begun) < 30*time.Second { // until the first document is saved
		if st, err := corpus.Open(dir); err == nil {
			n := 0
			for range st.All() {
				n++
			}
			if n == 1 {
				break
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond)
	begun = time.Now()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("it ended after %v", took)
	}
	if status := cmd.ProcessState.ExitCode(); status != statusFailed || !strings.Contains(errs.String(), "telaah: dihentikan\nsaran: 1 dokumen di atas tersimpan utuh") {
		t.Errorf("status %d, %q", status, errs.String())
	}
	if strings.Contains(out.String(), "c.png") {
		t.Errorf("a document that was not read is told of: %s", out.String())
	}
	call(t, statusDone, "search", "--corpus", dir, "jam kerja")
	if got := string(call(t, statusDone, "list", "--corpus", dir)); !strings.Contains(got, "a.txt") {
		t.Errorf("the corpus has %s", got)
	}
}
