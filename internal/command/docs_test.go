package command

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// The commands of the guides run as they stand there, in order, and print what
// stands below them, as those of the README do. A block of YAML that begins with
// "suppressions:" is the file .telaah.yaml from there on.
func TestGuides(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the programs")
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ci.md", "panduan.md"} {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(root, "docs", name))
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			t.Setenv("NO_COLOR", "1")
			t.Setenv("TELAAH_CORPUS", "")
			for _, ext := range []string{".txt", ".docx"} {
				b, err := os.ReadFile(filepath.Join(root, "corpus", "samples", "contoh-60-persen"+ext))
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile("rancangan"+ext, b, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			ran := 0
			for i, block := range strings.Split("\n"+string(text), "\n```") {
				kind, body, _ := strings.Cut(block, "\n")
				switch {
				case i%2 == 0:
				case kind == "yaml" && strings.HasPrefix(body, "suppressions:"):
					if err := os.WriteFile(configFile, []byte(body+"\n"), 0o666); err != nil {
						t.Fatal(err)
					}
				case kind == "console":
					for _, s := range strings.Split("\n"+body, "\n$ ")[1:] {
						line, want, _ := strings.Cut(s, "\n")
						if strings.HasPrefix(line, "telaah ") {
							guide(t, line, want)
							ran++
						}
					}
				}
			}
			if ran < 5 {
				t.Errorf("%d commands", ran)
			}
		})
	}
}

// guide runs one command of a guide.
func guide(t *testing.T, line, want string) {
	t.Helper()
	var out, errs bytes.Buffer
	status := fmt.Sprintf("[status %d]", run(t.Context(), strings.Fields(line)[1:], strings.NewReader(""), &out, &errs))
	lines := strings.Split(strings.TrimSuffix(want, "\n"), "\n")
	wantStatus := "[status 0]"
	if last := lines[len(lines)-1]; strings.HasPrefix(last, "[status ") {
		wantStatus, lines = last, lines[:len(lines)-1]
	}
	if status != wantStatus {
		t.Errorf("%s: %s, the guide says %s\n%s", line, status, wantStatus, errs.String())
	}
	if len(lines) > 0 && lines[0] != "" {
		if missing, ok := prints(out.String(), lines); !ok {
			t.Errorf("%s: does not print\n%s\nbut\n%s", line, missing, out.String())
		}
	}
}

// The action gives the program its inputs, each as one word but for the files,
// and nothing in them is run.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("needs bash")
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var action struct {
		Runs struct {
			Steps []struct{ Name, Run string }
		}
	}
	if err := yaml.Unmarshal(text, &action); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "telaah")
	if err := os.WriteFile(program, []byte("#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, s := range action.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("step %s puts an input into its script", s.Name)
		}
		if s.Name != "Check" {
			continue
		}
		cmd := exec.Command(bash, "-e", "-o", "pipefail", "-c", s.Run)
		cmd.Dir = dir
		cmd.Env = []string{"BIN=" + program, "FILES=a.txt\n*.docx\n\n$(date) b", "FAIL_ON=error; false", "FORMAT=sarif", "OUTPUT=a b.sarif", "TODAY=2024-06-30"}
		out, err := cmd.Output()
		want := "<check><--format><sarif><--today><2024-06-30><--fail-on><error; false><--output><a b.sarif><--><a.txt><*.docx><$(date) b>"
		if string(out) != want {
			t.Errorf("ran %s, want %s", out, want)
		}
		if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != 1 {
			t.Errorf("the status of the program is lost: %v", err)
		}
		return
	}
	t.Error("no step Check")
}
