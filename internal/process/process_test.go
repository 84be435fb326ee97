package process

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestMain lets the test program be the process that is limited.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 {
		switch os.Args[1] {
		case "launch":
			os.Stderr.WriteString(Launch(append([]string{os.Args[0], "probe"}, os.Args[2:]...), nil, nil).Error())
			return
		case "probe":
			probe(os.Args[2], os.Args[3])
			return
		}
	}
	if len(os.Args) == 2 {
		switch os.Args[1] {
		case "spin":
			for i := 0; ; i++ {
				_ = i
			}
		case "sleep":
			time.Sleep(time.Hour)
		case "swell":
			var keep [][]byte
			for {
				b := make([]byte, 1<<20)
				for i := range b {
					b[i] = 1
				}
				//lint:ignore SA4010 the memory is to stay in use
				keep = append(keep, b)
			}
		case "end":
			return
		}
	}
	os.Exit(m.Run())
}

func TestOver(t *testing.T) {
	const s = time.Second
	for _, c := range []struct {
		cpu, wall time.Duration
		known     bool
		over      bool
	}{
		{9 * s, 11 * s, true, false},
		{11 * s, 11 * s, true, true},
		{1 * s, 59 * s, true, false}, // starved
		{1 * s, 61 * s, true, true},  // asleep
		{0, 9 * s, false, false},
		{0, 11 * s, false, true},
	} {
		if got := Over(10*s, c.cpu, c.known, c.wall); got != c.over {
			t.Errorf("10 s for %+v: over is %v", c, got)
		}
	}
}

func TestRun(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	brief, stop := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer stop()
	for _, c := range []struct {
		what   string
		ctx    context.Context
		limits Limits
		want   error
	}{
		{"end", context.Background(), Limits{time.Minute, 1 << 30}, nil},
		{"spin", context.Background(), Limits{300 * time.Millisecond, 1 << 30}, ErrTime},
		{"sleep", context.Background(), Limits{100 * time.Millisecond, 1 << 30}, ErrTime},
		{"swell", context.Background(), Limits{time.Minute, 200 << 20}, ErrMemory},
		{"sleep", brief, Limits{time.Minute, 1 << 30}, context.DeadlineExceeded},
	} {
		begun := time.Now()
		if err := Run(c.ctx, exec.Command(exe, c.what), c.limits); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.what, err, c.want)
		}
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("%s took %v", c.what, took)
		}
	}
	if err := Run(context.Background(), exec.Command(exe+"-none"), Limits{}); err == nil {
		t.Error("a program that is not there ran")
	}
}

// TestCPU: what this process computes is counted, what it sleeps is not.
func TestCPU(t *testing.T) {
	before, known := CPU(os.Getpid())
	if !known {
		t.Skip("this system does not tell how long a process computed")
	}
	for begun := time.Now(); time.Since(begun) < 10*time.Second; {
		if now, _ := CPU(os.Getpid()); now-before >= 100*time.Millisecond {
			return
		}
	}
	t.Error("10 seconds of work are less than 0.1 seconds of computing")
}

// probe prints what a program that reads pictures must not be able to do, and
// could.
func probe(file, address string) {
	for _, act := range []struct {
		name string
		do   func() error
	}{
		{"read", func() error { _, err := os.ReadFile(file); return err }},
		{"list", func() error { _, err := os.ReadDir(filepath.Dir(file)); return err }},
		{"write", func() error { return os.WriteFile(file+".new", nil, 0o600) }},
		{"environment", func() error { _, err := os.ReadFile(fmt.Sprintf("/proc/%d/environ", os.Getppid())); return err }},
		{"connect", func() error { _, err := net.Dial("tcp", address); return err }},
		{"run", func() error { return exec.Command("/bin/sh", "-c", "true").Run() }},
		{"again", func() error { return exec.Command(os.Args[0], "end").Run() }},
		{"signal", func() error { return kill(os.Getppid()) }},
	} {
		if act.do() == nil {
			fmt.Println(act.name)
		}
	}
	fmt.Println("done")
}

// A program that was launched reads its libraries and what it is given, and no
// more.
func TestLaunch(t *testing.T) {
	if !Launches {
		t.Skip("this system cannot confine a program")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "rahasia")
	if err := os.WriteFile(file, []byte("rahasia"), 0o666); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	free, err := exec.Command(exe, "probe", file, l.Addr().String()).Output()
	if err != nil || string(free) != "read\nlist\nwrite\nenvironment\nconnect\nrun\nagain\nsignal\ndone\n" {
		t.Errorf("not confined: %q, %v", free, err)
	}
	cmd := exec.Command(exe, "launch", file, l.Addr().String())
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if string(out) != "done\n" {
		t.Errorf("a launched program could %q; %v, %s", out, err, errs.String())
	}
}
