package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/process"
)

// TestMain lets the test program be its own reader. The reader misbehaves as
// the name of a file tells it to.
func TestMain(m *testing.M) {
	if started() {
		confined = begin()
		serve(os.Stdin, os.Stdout, misbehave, testTasks...)
		return
	}
	os.Exit(m.Run())
}

func misbehave(ctx context.Context, name string, data []byte, o document.Options) (document.Document, error) {
	switch name {
	case "hang":
		for i := 0; ; i++ {
			_ = i
		}
	case "sleep":
		time.Sleep(time.Hour)
	case "nap":
		time.Sleep(time.Second)
		return document.Document{}, nil
	case "work": // for half of what TestTime allows
		for before := computed(); computed()-before < 250*time.Millisecond; {
		}
		return document.Document{}, nil
	case "panic":
		panic("deliberate")
	case "overflow":
		return document.Document{Title: fmt.Sprint(endless(1))}, nil
	case "memory":
		var keep [][]byte
		for {
			b := make([]byte, 16<<20)
			for i := range b {
				b[i] = byte(i)
			}
			//lint:ignore SA4010 the memory is to stay in use
			keep = append(keep, b)
		}
	case "exit":
		os.Exit(0)
	case "garbage":
		os.Stdout.WriteString("this is no frame, and long enough to be taken for one")
		select {}
	case "environment":
		return document.Document{Title: strings.Join(os.Environ(), " ")}, nil
	case "probe":
		return document.Document{Title: probe(bytes.TrimPrefix(data, []byte("%PDF-")))}, nil
	case "pid":
		return document.Document{Title: fmt.Sprint(os.Getpid())}, nil
	case "picture":
		o.Progress(document.Progress{Pages: 4, Read: 3, Scans: 2, Recognised: 1})
		tsv, err := o.OCR.Recognize(ctx, data, document.Ask{DPI: 300, Model: o.OCR.Models()[0], Lines: true})
		return document.Document{Title: string(tsv)}, err
	}
	return document.Read(ctx, name, data, o)
}

//lint:ignore SA5007 the stack is to overflow
func endless(n int) int { return endless(n+1) + endless(n+2) }

func newPool(t *testing.T, n int) *Pool {
	p := New(n)
	t.Cleanup(func() { p.Close() })
	return p
}

func TestReadAsInProcess(t *testing.T) {
	p := newPool(t, 1)
	text := []byte("SURAT EDARAN\nNOMOR 5 TAHUN 2024\nTENTANG\nJAM KERJA\n")
	got, err := p.Read(context.Background(), "a.txt", text, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := document.Read(context.Background(), "a.txt", text, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got.Text.Body != want.Text.Body || got.Source != want.Source || len(got.Text.Pages) != 1 {
		t.Errorf("read %+v, in process %+v", got, want)
	}
	if _, err := p.Read(context.Background(), "b", nil, document.Options{}); !errors.Is(err, document.ErrEmpty) || !strings.Contains(err.Error(), "b") {
		t.Errorf("error of an empty file is %v", err)
	}
	d, err := p.Read(context.Background(), "c", text, document.Options{Grade: circular.GradeNews})
	if err != nil || d.Source.Grade != circular.GradeNews {
		t.Errorf("options are lost: %+v, %v", d.Source, err)
	}
}

// TestMisbehaviour holds that each death of a reader is one named error, and
// that the next file goes on.
func TestMisbehaviour(t *testing.T) {
	p := newPool(t, 1)
	p.Memory = 600 << 20 // the race detector alone takes 300 MB
	for _, c := range []struct {
		name string
		want error
		says string
	}{
		{"panic", ErrCrash, "deliberate"},
		{"overflow", ErrCrash, "stack"},
		{"memory", ErrMemory, "MB"},
		{"exit", ErrCrash, ""},
		{"garbage", ErrCrash, ""},
		{"hang", ErrTimeout, ""},
	} {
		p.base = time.Minute
		if c.want == ErrTimeout {
			p.base = 2 * time.Second
		}
		begun := time.Now()
		_, err := p.Read(context.Background(), c.name, []byte("x"), document.Options{})
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.name) || !strings.Contains(err.Error(), c.says) || strings.ContainsRune(err.Error(), '\n') {
			t.Errorf("%s: error is %v", c.name, err)
		}
		p.base = time.Minute
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("%s took %v", c.name, took)
		}
		for _, lang := range []string{"id", "en"} {
			if what, hint := Explain(err, lang); what == "" || hint == "" {
				t.Errorf("%s: not explained in %s", c.name, lang)
			}
		}
		if d, err := p.Read(context.Background(), "next.txt", []byte("berikutnya"), document.Options{}); err != nil || d.Text.Body != "berikutnya" {
			t.Errorf("after %s: %q, %v", c.name, d.Text.Body, err)
		}
	}
}

func TestReuse(t *testing.T) {
	p := newPool(t, 1)
	pid := func() string {
		d, err := p.Read(context.Background(), "pid", []byte("x"), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return d.Title
	}
	first := pid()
	if _, err := p.Read(context.Background(), "empty", nil, document.Options{}); err == nil {
		t.Fatal("an empty file was read")
	}
	if again := pid(); again != first {
		t.Errorf("a reader that behaves was replaced: %s, %s", first, again)
	}
	p.Read(context.Background(), "panic", []byte("x"), document.Options{})
	if other := pid(); other == first {
		t.Error("a dead reader answers")
	}
}

func TestEnvironmentIsEmpty(t *testing.T) {
	t.Setenv("TELAAH_SECRET", "rahasia")
	d, err := newPool(t, 1).Read(context.Background(), "environment", []byte("x"), document.Options{})
	if err != nil || strings.Contains(d.Title, "rahasia") || strings.Contains(d.Title, "HOME=") {
		t.Errorf("environment is %q, %v", d.Title, err)
	}
}

func TestCancel(t *testing.T) {
	p := newPool(t, 1)
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if _, err := p.Read(ctx, "hang", []byte("x"), document.Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v", err)
	}
	if _, err := p.Read(context.Background(), "next.txt", []byte("ya"), document.Options{}); err != nil {
		t.Error(err)
	}
}

// echo is a recogniser that answers with the size of the picture, or fails.
type echo struct{ err error }

func (echo) Models() []string { return []string{"ban"} }
func (e echo) Recognize(_ context.Context, picture []byte, a document.Ask) ([]byte, error) {
	return fmt.Appendf(nil, "%d bytes as %+v", len(picture), a), e.err
}

func TestPicturesAreReadOutside(t *testing.T) {
	p := newPool(t, 1)
	var told document.Progress
	o := document.Options{OCR: echo{}, Progress: func(p document.Progress) { told = p }}
	d, err := p.Read(context.Background(), "picture", make([]byte, 3<<20), o)
	if err != nil || d.Title != "3145728 bytes as {DPI:300 Model:ban Lines:true}" || told != (document.Progress{Pages: 4, Read: 3, Scans: 2, Recognised: 1}) {
		t.Errorf("%q, %v; progress %+v", d.Title, err, told)
	}
	o.OCR = echo{errors.New("lampu mati")}
	if _, err := p.Read(context.Background(), "picture", []byte("x"), o); err == nil || !strings.Contains(err.Error(), "lampu mati") {
		t.Errorf("error is %v", err)
	}
}

func TestAllowance(t *testing.T) {
	p := New(1)
	if got := p.allowance(100, 2); got != 35*time.Second {
		t.Errorf("100 pages, 2 of them OCR, may take %v", got)
	}
	lie := []byte(strings.Repeat("\xff", 16))
	if told, ok := unpackProgress(lie, maxTold); !ok || told.Pages != maxTold || told.Scans != maxTold {
		t.Errorf("a lying reader is believed: %+v", told)
	}
	if _, ok := unpackProgress(lie[1:], maxTold); ok {
		t.Error("a short frame is believed")
	}
}

// TestTime holds what counts as time: a reader that computes is ended after
// its allowance of computing, one that sleeps only after much more of the
// clock, and one that gets no turn on a busy machine lives.
func TestTime(t *testing.T) {
	if _, known := process.CPU(os.Getpid()); !known {
		t.Skip("this system does not tell how long a process computed")
	}
	const base = 500 * time.Millisecond
	read := func(p *Pool, name string) (time.Duration, error) {
		p.base = time.Minute
		if _, err := p.Read(context.Background(), "pid", []byte("x"), document.Options{}); err != nil { // start it
			t.Fatal(err)
		}
		p.base = base
		begun := time.Now()
		_, err := p.Read(context.Background(), name, []byte("x"), document.Options{})
		return time.Since(begun), err
	}
	p := newPool(t, 1)
	if took, err := read(p, "hang"); !errors.Is(err, ErrTimeout) || took < base/2 {
		t.Errorf("a reader that spins: %v after %v", err, took)
	}
	if took, err := read(p, "sleep"); !errors.Is(err, ErrTimeout) || took < process.Patience*base {
		t.Errorf("a reader that sleeps: %v after %v", err, took)
	}
	if took, err := read(p, "nap"); err != nil || took < base {
		t.Errorf("a reader that sleeps for a while: %v after %v", err, took)
	}

	busy := newPool(t, 4*runtime.NumCPU())
	ctx, stop := context.WithCancel(context.Background())
	var others sync.WaitGroup
	for range 4 * runtime.NumCPU() {
		others.Go(func() { busy.Read(ctx, "hang", []byte("x"), document.Options{}) })
	}
	took, err := read(p, "work")
	stop()
	others.Wait()
	if errors.Is(err, ErrTimeout) && took >= process.Patience*base {
		t.Skip("the machine is so busy that the reader had no turn at all")
	}
	if err != nil {
		t.Errorf("a reader on a busy machine: %v after %v", err, took)
	}
	if took < base {
		t.Logf("the machine was not busy enough to tell: %v", took)
	}
}
