package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/disk"
	"github.com/telaah/telaah/internal/disk/strict"
)

// TestMain lets the test program be telaah, what telaah starts of itself, and a
// store that is killed.
func TestMain(m *testing.M) {
	role()
	os.Exit(m.Run())
}

// inMemory are the checks that start no program.
var inMemory = []string{"power cut behind each operation, strict disk in memory", "an operation fails (EIO ENOSPC EMFILE EACCES)", "bit flipped, every file of the store"}

// Nothing is lost, in the short form. What needs minutes even so, or a way to
// mount, is left to the command itself.
func TestFaults(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	for _, c := range checks {
		if strings.Contains(c.name, "OCR") || c.name == "fuzz targets" || testing.Short() && !slices.Contains(inMemory, c.name) { // other tests do as much
			continue
		}
		n, note, err := c.run(true)
		if skipped := (errSkipped{}); errors.As(err, &skipped) {
			t.Logf("%s: skipped: %v", c.name, err)
			continue
		}
		if err != nil || n == 0 {
			t.Errorf("%s: %d tried, %v", c.name, n, err)
		}
		t.Logf("%s: %d %s", c.name, n, note)
	}
}

// forgetful is a disk that says that it synced, and did not.
type forgetful struct{ *strict.FS }

func (f forgetful) Append(name string) (disk.File, error) {
	file, err := f.FS.Append(name)
	return unsynced{file}, err
}

func (f forgetful) SyncDir(string) error { return nil }

type unsynced struct{ disk.File }

func (unsynced) Sync() error { return nil }

// careless is a disk that says that it wrote when it did not.
type careless struct{ *strict.FS }

func (c careless) Rename(from, to string) error {
	_ = c.FS.Rename(from, to)
	return nil
}

// Each check proves that it can fail: a fault that is planted makes it red.
func TestPlantedFaults(t *testing.T) {
	lost := func(ids []string) []string { return append(ids, strings.Repeat("ab", 32)) }
	brokenModule := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module broken\n\ngo 1.26\n",
		"a/a_test.go": "package a\n\nimport \"testing\"\n\nfunc FuzzA(f *testing.F) {\n\tf.Add(1)\n\tf.Fuzz(func(t *testing.T, n int) { t.Fatal(n) })\n}\n"} {
		file := filepath.Join(brokenModule, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	searchesSeen := 0
	for _, p := range []struct {
		fault string
		run   func() error
	}{
		{"a disk that does not sync", func() error {
			_, err := powerCuts(true, func(f *strict.FS) disk.FS { return forgetful{f} })
			return err
		}},
		{"a disk that hides its errors", func() error {
			_, _, err := failures(true, func(f *strict.FS) disk.FS { return careless{f} })
			return err
		}},
		{"flips of the store that nobody looks for", func() error {
			_, err := storeFlips(true, func(*strict.FS) ([]*corpus.DamageError, error) { return nil, nil })
			return err
		}},
		{"flips of the index that nobody looks for", func() error {
			_, err := indexFlips(true, func(string) (bool, error) { return false, nil })
			return err
		}},
		{"a document that is gone after a kill", func() error { _, err := kills(true, lost); return err }},
		{"a document that is gone after a kill behind an operation", func() error { _, err := killPoints(true, lost); return err }},
		{"a document that is gone after a power cut", func() error { _, err := ext4Cuts(true, lost); return err }},
		{"a document that is gone on a full disk", func() error { _, err := fullDisks(true, lost); return err }},
		{"a search that finds less than one before it", func() error {
			_, err := searches(true, func(dir string) (int, error) {
				searchesSeen++
				return 1000 - searchesSeen, nil
			})
			return err
		}},
		{"other bytes in another order", func() error {
			_, err := orders(true, func(run int, out []byte) []byte { return append(out, byte('0'+run)) })
			return err
		}},
		{"an error that nobody has words for", func() error {
			_, _, err := hostileFiles(true, false, func(err error) (string, bool) { return "named", err == nil })
			return err
		}},
		{"a fuzz target that fails", func() error { _, _, err := fuzz(true, brokenModule, []target{{"a", "FuzzA"}}); return err }},
	} {
		if testing.Short() && !strings.HasPrefix(p.fault, "a disk that") && p.fault != "flips of the store that nobody looks for" {
			continue
		}
		err := p.run()
		if skipped := (errSkipped{}); errors.As(err, &skipped) {
			t.Logf("%s: skipped: %v", p.fault, err)
		} else if err == nil {
			t.Errorf("%s passes", p.fault)
		} else {
			t.Logf("%s: %v", p.fault, err)
		}
	}
}

// On Linux, as root, no check of disks is skipped where mkfs.ext4 is here and
// mounting is allowed: a table without them says so.
func TestSkippedInWords(t *testing.T) {
	if runtime.GOOS == "linux" && os.Geteuid() == 0 {
		t.Skip("root may mount")
	}
	if _, err := ext4Cuts(true, nothingMore); !errors.As(err, new(errSkipped)) || err.Error() == "" {
		t.Errorf("got %v", err)
	}
}
