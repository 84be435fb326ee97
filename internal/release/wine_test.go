package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// processPrng is what wine 8 lacks and Go wants of Windows: a source of random
// numbers, over the one that wine has.
const processPrng = `#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }
`

// windows is the archive for Windows, unpacked, with what runs its programs.
type windows struct {
	t      *testing.T
	dir    string // of the archive
	prefix string // of wine
}

// command returns a command that runs a program of the archive.
func (w *windows) command(ctx context.Context, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "wine", append([]string{filepath.Join(w.dir, program)}, args...)...)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "WINEPREFIX="+w.prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=")
	return cmd
}

// run runs a program and returns what it prints, and its status.
func (w *windows) run(program string, args ...string) (stdout string, status int) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), 5*time.Minute)
	defer cancel()
	cmd := w.command(ctx, program, args...)
	var out, diag bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &diag
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		w.t.Fatal(err)
	}
	w.t.Logf("%s %s: status %d\n%.600s", program, strings.Join(args, " "), cmd.ProcessState.ExitCode(), diag.String())
	return out.String(), cmd.ProcessState.ExitCode()
}

// TestWindowsArchive: what is in the archive for Windows works there, as far as
// wine is Windows: the program checks a draft and reads a PDF, the scan is read
// by the tesseract beside it, and the page answers. TELAAH_WINDOWS names the
// folder in which tesseract is built, which takes some minutes the first time.
func TestWindowsArchive(t *testing.T) {
	built := os.Getenv("TELAAH_WINDOWS")
	if built == "" {
		t.Skip("a long build: set TELAAH_WINDOWS to a folder for it")
	}
	if _, err := exec.LookPath("wine"); err != nil {
		t.Skip("wine is not here")
	}
	out := t.TempDir()
	if err := run([]string{"-C", "../..", "-o", out, "-platforms", "windows/amd64", "-tesseract", built}, io.Discard, os.Stderr); err != nil {
		t.Fatal(err)
	}
	w := &windows{t: t, dir: unpacked(t, out), prefix: filepath.Join(t.TempDir(), "wine")}
	for _, name := range []string{"telaah.exe", "BACA-DAHULU.txt", "tesseract/tesseract.exe", "tesseract/tessdata/eng.traineddata", "tesseract/tessdata/ind.traineddata", "tesseract/tessdata/configs/tsv",
		"licenses/tesseract/LICENSE", "licenses/leptonica/LICENSE", "licenses/tessdata-ind/LICENSE", "licenses/mingw-w64/LICENSE"} {
		if info, err := os.Stat(filepath.Join(w.dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("the archive lacks %s: %v", name, err)
		}
	}
	w.random()

	if version, _ := w.run("tesseract/tesseract.exe", "--version"); !strings.Contains(version, "tesseract v"+tesseractVersion) && !strings.Contains(version, "tesseract "+tesseractVersion) {
		t.Errorf("tesseract says %q", version)
	}
	samples, err := filepath.Abs("../../corpus/samples")
	if err != nil {
		t.Fatal(err)
	}
	if got, status := w.run("telaah.exe", "check", filepath.Join(samples, "contoh-60-persen.docx")); status != 1 || !strings.Contains(got, "60%") {
		t.Errorf("a draft: status %d\n%s", status, got)
	}
	if got, status := w.run("telaah.exe", "text", filepath.Join(samples, "banten-2024.pdf")); status != 0 || !strings.Contains(got, "SURAT EDARAN") {
		t.Errorf("a PDF: status %d\n%s", status, got)
	}
	scan := filepath.Join(out, "pindaian")
	if err := exec.Command("pdftoppm", "-r", "200", "-png", "-singlefile", filepath.Join(samples, "contoh-60-persen.pdf"), scan).Run(); err != nil {
		t.Fatalf("pdftoppm: %v", err)
	}
	if got, status := w.run("telaah.exe", "text", scan+".png"); status != 0 || !strings.Contains(got, "paling banyak 60%") {
		t.Errorf("a scan: status %d\n%s", status, got)
	}
	if got, status := w.run("telaah.exe", "--corpus", "korpus", "ingest", scan+".png"); status != 0 {
		t.Errorf("ingest of a scan: status %d\n%s", status, got)
	}
	w.page()
}

// unpacked unpacks the one archive in a folder.
func unpacked(t *testing.T, out string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(out, "*.zip"))
	if err != nil || len(names) != 1 {
		t.Fatalf("archives %v, %v", names, err)
	}
	z, err := zip.OpenReader(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	to := t.TempDir()
	if err := os.CopyFS(to, z); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(to, strings.TrimSuffix(filepath.Base(names[0]), ".zip"))
}

// random puts the library that wine lacks where Windows has it.
func (w *windows) random() {
	w.t.Helper()
	source := filepath.Join(w.t.TempDir(), "prng.c")
	if err := os.WriteFile(source, []byte(processPrng), 0o666); err != nil {
		w.t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(w.t.Context(), 5*time.Minute)
	defer cancel()
	boot := w.command(ctx, "telaah.exe")
	boot.Args = []string{"wine", "wineboot", "--init"}
	if out, err := boot.CombinedOutput(); err != nil {
		w.t.Fatalf("wineboot: %v\n%s", err, out)
	}
	library := filepath.Join(w.prefix, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if out, err := exec.Command("x86_64-w64-mingw32-gcc-posix", "-shared", "-o", library, source, "-ladvapi32").CombinedOutput(); err != nil {
		w.t.Fatalf("gcc: %v\n%s", err, out)
	}
}

// page starts the program as a double click does, but without a browser, and
// opens its page.
func (w *windows) page() {
	w.t.Helper()
	ctx, stop := context.WithTimeout(w.t.Context(), 5*time.Minute)
	defer stop()
	cmd := w.command(ctx, "telaah.exe", "--corpus", "korpus", "serve", "--no-open", "--listen", "127.0.0.1:18417")
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	defer func() { stop(); cmd.Wait() }()
	for ctx.Err() == nil {
		resp, err := http.Get("http://127.0.0.1:18417/dokumen")
		if err != nil {
			time.Sleep(200 * time.Millisecond)
			continue
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(b), "pindaian.png") {
			w.t.Errorf("the page: status %d, %v\n%.2000s", resp.StatusCode, err, b)
		}
		return
	}
	w.t.Error("the page does not answer")
}
