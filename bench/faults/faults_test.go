package main

import (
	"os"
	"strings"
	"testing"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/command"
	"github.com/telaah/telaah/internal/disk"
	"github.com/telaah/telaah/internal/disk/strict"
)

// TestMain lets the test program be telaah, and what telaah starts of itself.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-test.") {
		if os.Args[1] == underTest {
			os.Args = append(os.Args[:1], os.Args[2:]...)
		}
		command.Main()
	}
	os.Exit(m.Run())
}

// Nothing is lost, in the short form.
func TestFaults(t *testing.T) {
	for _, c := range checks {
		n, err := c.run(true)
		if err != nil || n == 0 {
			t.Errorf("%s: %d tried, %v", c.name, n, err)
		}
		t.Logf("%s: %d", c.name, n)
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
	if _, err := powerCuts(true, func(f *strict.FS) disk.FS { return forgetful{f} }); err == nil {
		t.Error("a disk that does not sync passes")
	}
	if _, err := failures(true, func(f *strict.FS) disk.FS { return careless{f} }); err == nil {
		t.Error("a disk that hides its errors passes")
	}
	blind := func(*strict.FS) ([]*corpus.DamageError, error) { return nil, nil }
	if _, err := storeFlips(true, blind); err == nil {
		t.Error("flips that nobody looks for pass")
	}
	lost := strings.Repeat("ab", 32)
	if _, err := kills(true, func(ids []string) []string { return append(ids, lost) }); err == nil {
		t.Error("a document that was acknowledged and is not there passes")
	}
}
