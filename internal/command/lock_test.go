package command

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/corpus"
)

// While one process writes a corpus, another that wants to gets a clear answer
// within two seconds, and readers are not kept waiting.
func TestBusyCorpus(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "korpus")
	file := filepath.Join(t.TempDir(), "surat.txt")
	if err := os.WriteFile(file, []byte("SURAT EDARAN\nNOMOR 5 TAHUN 2024\nTENTANG\nJAM KERJA\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	call(t, statusDone, "ingest", "--corpus", dir, file)
	writer, err := corpus.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	for _, args := range [][]string{{"ingest", file}, {"index", "rebuild"}} {
		var out, errs bytes.Buffer
		start := time.Now()
		status := run(context.Background(), append(args, "--corpus", dir), strings.NewReader(""), &out, &errs)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%v: the answer took %v", args, took)
		}
		if want := "telaah: korpus " + dir + " sedang ditulis proses lain ("; status != statusFailed || !strings.HasPrefix(errs.String(), want) {
			t.Errorf("%v: status %d, %q, want %q", args, status, errs.String(), want)
		}
	}
	if out := call(t, statusDone, "list", "--corpus", dir); !strings.Contains(string(out), file) {
		t.Errorf("list beside a writer: %s", out)
	}
}

// A run that is stopped leaves a corpus that can be read, and says so.
func TestStopped(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "korpus")
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out, errs bytes.Buffer
	status := run(ctx, []string{"ingest", "--corpus", dir}, strings.NewReader(""), &out, &errs)
	if status != statusFailed || !strings.Contains(errs.String(), "telaah: dihentikan\n") {
		t.Errorf("status %d, %q", status, errs.String())
	}
	call(t, statusDone, "ingest", "--corpus", dir)
}
