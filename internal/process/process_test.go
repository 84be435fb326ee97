package process

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"testing"
	"time"
)

// TestMain lets the test program be the process that is limited.
func TestMain(m *testing.M) {
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
