package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// shown is a command of the README and the lines that stand below it.
type shown struct {
	command string
	output  []string
}

// readme returns the commands in the console blocks of the README.
func readme(t *testing.T, root string) []shown {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var list []shown
	inside := false
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "```"):
			inside = line == "```console"
		case inside && strings.HasPrefix(line, "$ "):
			list = append(list, shown{command: line[2:]})
		case inside && len(list) > 0:
			last := &list[len(list)-1]
			last.output = append(last.output, line)
		}
	}
	return list
}

// The commands of the README run as they stand there, in order, in a fresh copy
// of the project, and print what stands below them: "..." stands for any part
// of a line, and alone for any lines. "[status N]" at the end is the exit status.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the programs")
	}
	if runtime.GOOS == "windows" {
		t.Skip("needs sh")
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	list := readme(t, root)
	if len(list) < 6 {
		t.Fatalf("the README shows %d commands", len(list))
	}
	dir, bin := t.TempDir(), t.TempDir()
	copyTree(t, dir, root)
	for _, s := range list {
		if strings.HasPrefix(s.command, "go test") {
			continue // it would run this test; .ci/run runs it
		}
		cmd := exec.Command("sh", "-c", s.command)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOBIN="+bin, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "TELAAH_CORPUS=", "NO_COLOR=1")
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		status := 0
		if err := cmd.Run(); err != nil {
			var exit *exec.ExitError
			if !errors.As(err, &exit) {
				t.Fatalf("%s: %v", s.command, err)
			}
			status = exit.ExitCode()
		}
		want, wantStatus := s.output, "[status 0]"
		if n := len(want); n > 0 && strings.HasPrefix(want[n-1], "[status ") {
			want, wantStatus = want[:n-1], want[n-1]
		}
		if got := fmt.Sprintf("[status %d]", status); got != wantStatus {
			t.Fatalf("%s: %s, the README says %s\n%s", s.command, got, wantStatus, errs.String())
		}
		if line, ok := prints(out.String(), want); !ok {
			t.Errorf("%s: does not print the line\n%s\nbut\n%s", s.command, line, out.String())
		}
	}
}

// prints reports whether output is what the README shows, else the passage that
// is missing. A passage is the lines between two "...".
func prints(output string, want []string) (missing string, ok bool) {
	lines := strings.Split(strings.TrimSuffix(output, "\n"), "\n")
	text := strings.Join(want, "\n") + "\n"
	at := 0
	for i, passage := range strings.Split("\n"+text, "\n...\n") {
		passage = strings.Trim(passage, "\n")
		if passage == "" {
			continue
		}
		var pattern []*regexp.Regexp
		for _, line := range strings.Split(passage, "\n") {
			pattern = append(pattern, regexp.MustCompile("^"+strings.ReplaceAll(regexp.QuoteMeta(line), `\.\.\.`, ".*")+"$"))
		}
		start := slices.IndexFunc(starts(at, len(lines)-len(pattern)), func(from int) bool {
			for k, p := range pattern {
				if !p.MatchString(lines[from+k]) {
					return false
				}
			}
			return true
		})
		if start < 0 || i == 0 && start > 0 {
			return passage, false
		}
		at += start + len(pattern)
	}
	return "", true
}

// starts returns the numbers from first to last.
func starts(first, last int) (list []int) {
	for i := first; i <= last; i++ {
		list = append(list, i)
	}
	return list
}

// copyTree copies what a clone of the project has.
func copyTree(t *testing.T, to, from string) {
	t.Helper()
	entries, err := os.ReadDir(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || e.Name() == "telaah-data" || e.Name() == "dist" {
			continue
		}
		source, target := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
		if e.IsDir() {
			err = os.CopyFS(target, os.DirFS(source))
		} else if e.Type().IsRegular() {
			var b []byte
			if b, err = os.ReadFile(source); err == nil {
				err = os.WriteFile(target, b, 0o666)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
