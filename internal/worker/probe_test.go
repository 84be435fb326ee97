package worker

import (
	"context"
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/process"
)

// confined is what holds of the process, where it is a reader.
var confined process.Confined

// target is what a probe tries to reach.
type target struct{ File, Folder, Address string }

// probe does what a reader must not be able to do, and returns what it could.
func probe(data []byte) string {
	var t target
	if err := json.Unmarshal(data, &t); err != nil {
		return err.Error()
	}
	parent := os.Getppid()
	sleeper := func() *exec.Cmd { return exec.Command(os.Args[0], "-test.run=^$") }
	apart := sleeper()
	setSession(apart)
	acts := []struct {
		name string
		do   func() error
	}{
		{"read a file", func() error { _, err := os.ReadFile(t.File); return err }},
		{"list a folder", func() error { _, err := os.ReadDir(t.Folder); return err }},
		{"read the environment of its parent", func() error { _, err := os.ReadFile("/proc/" + itoa(parent) + "/environ"); return err }},
		{"write a file", func() error { return os.WriteFile(filepath.Join(t.Folder, "written"), []byte("x"), 0o600) }},
		{"connect to a port", func() error {
			c, err := net.DialTimeout("tcp", t.Address, time.Second)
			if err == nil {
				c.Close()
			}
			return err
		}},
		{"run a program", func() error { return sleeper().Run() }},
		{"leave a process behind", func() error { return apart.Start() }},
		{"signal its parent", func() error { return kill(parent) }},
		{"send a datagram", func() error {
			c, err := net.Dial("udp", t.Address)
			if err == nil {
				_, err = c.Write([]byte("x"))
			}
			return err
		}},
		{"remove a file", func() error { return os.Remove(t.File) }},
	}
	var could []string
	for _, a := range acts {
		if a.do() == nil {
			could = append(could, a.name)
		}
	}
	b, _ := json.Marshal(struct {
		Could    []string
		Confined process.Confined
	}{could, confined})
	return string(b)
}

func itoa(n int) string { return strings.TrimSpace(string(mustJSON(n))) }

func mustJSON(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// A reader that was taken over can do nothing but compute and answer.
func TestReaderIsConfined(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux keeps a process from files and network")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	dir := t.TempDir()
	file := filepath.Join(dir, "rahasia")
	if err := os.WriteFile(file, []byte("rahasia"), 0o666); err != nil {
		t.Fatal(err)
	}
	where := mustJSON(target{file, dir, l.Addr().String()})
	var told struct {
		Could    []string
		Confined process.Confined
	}
	// The probe itself can do all of it, else it proves nothing.
	if err := json.Unmarshal([]byte(probe(mustJSON(target{file, dir, l.Addr().String()}))), &told); err != nil || len(told.Could) < 9 {
		t.Errorf("not confined, the probe could only %q, %v", told.Could, err)
	}
	if err := os.WriteFile(file, []byte("rahasia"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, pdf := range []bool{false, true} {
		data := where
		if pdf {
			data = append([]byte("%PDF-"), where...)
		}
		d, err := newPool(t, 1).Read(context.Background(), "probe", data, document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(d.Title), &told); err != nil {
			t.Fatal(err)
		}
		if c := told.Confined; !c.Calls && !c.Files {
			t.Skipf("this kernel has neither Landlock nor seccomp: %+v", c)
		}
		if len(told.Could) > 0 || !told.Confined.NoRights || !told.Confined.Limits {
			t.Errorf("a reader could %q; %+v", told.Could, told.Confined)
		}
		t.Logf("ready for PDF %v: %+v, 0 of 10 acts", pdf, told.Confined)
	}
}
