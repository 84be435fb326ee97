package command

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/telaah/telaah/internal/worker"
)

func TestMain(m *testing.M) {
	if worker.Main(tasks...) { // a program under test started itself to read documents
		return
	}
	testscript.Main(m, map[string]func(){
		"telaah": func() { Main() },
		"ingest": func() { Main("ingest") },
		"search": func() { Main("search") },
	})
}

// The scripts in testdata run the programs as people do. "exits N PROGRAM..."
// runs a program that must end with status N; "id FILE" sets $ID to the id that
// the corpus gives a file; "damage FOLDER" flips a bit of the first file of a
// folder of the corpus; "replace FILE OLD NEW" changes words of a file; $SAMPLES is the folder of the sample documents.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the programs a hundred times")
	}
	samples, err := filepath.Abs(filepath.Join("..", "..", "corpus", "samples"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			env.Setenv("NO_COLOR", "1")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "id": id, "damage": damage, "replace": replace},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	if err != nil {
		ts.Fatalf("exits: %v", err)
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func id(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: id FILE")
	}
	ts.Setenv("ID", fmt.Sprintf("%x", sha256.Sum256([]byte(ts.ReadFile(args[0]))))[:12])
}

func damage(ts *testscript.TestScript, neg bool, args []string) {
	files, err := filepath.Glob(filepath.Join(ts.MkAbs("telaah-data"), args[0], "*", "*"))
	if neg || err != nil || len(files) == 0 {
		ts.Fatalf("usage: damage FOLDER")
	}
	b, err := os.ReadFile(files[0])
	ts.Check(err)
	b[len(b)/2] ^= 4
	ts.Check(os.WriteFile(files[0], b, 0o666))
}

func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || !strings.Contains(ts.ReadFile(args[0]), args[1]) {
		ts.Fatalf("usage: replace FILE OLD NEW, where the file has OLD: %q", args)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(ts.ReadFile(args[0]), args[1], args[2])), 0o666))
}
