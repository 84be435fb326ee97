package hostile

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/process"
	"github.com/telaah/telaah/internal/worker"
)

func TestMain(m *testing.M) {
	if worker.Main() {
		return
	}
	os.Exit(m.Run())
}

// size returns how many files to read: TELAAH_HOSTILE, or 60.
func size() int {
	if n, err := strconv.Atoi(os.Getenv("TELAAH_HOSTILE")); err == nil && n > 0 {
		return n
	}
	return 60
}

// withOCR is how many files are read with tesseract, where it is: it takes
// seconds for a page.
const withOCR = 60

// most is how long one page may take by the clock, with OCR, on a machine that
// has much else to do.
const most = process.Patience*25*time.Second + 10*time.Second

// turn is a file on its way to a reader.
type turn struct {
	Case
	late bool // too late for OCR
}

// TestHostile reads every file through a pool of readers: this process lives,
// and each file is read or named.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many bad files")
	}
	in, err := Cases("../../../shared/pdf", size())
	if err != nil {
		t.Fatal(err)
	}
	var ocr document.Recognizer
	if found, err := document.FindTesseract(""); err == nil {
		ocr = found
	} else {
		t.Log("without tesseract, which is not here")
	}
	p := worker.New(2)
	defer p.Close()
	var mu sync.Mutex
	count := map[string]int{}
	var wg sync.WaitGroup
	next := make(chan turn)
	for range 2 {
		wg.Go(func() {
			for c := range next {
				begun := time.Now()
				o := document.Options{OCR: ocr}
				if c.late {
					o.OCR = nil
				}
				d, err := p.Read(context.Background(), c.Name, c.Data, o)
				took := time.Since(begun)
				what := "read"
				switch {
				case err == nil:
					if d.Source.Pages < 1 {
						t.Errorf("%s: no pages", c.Name)
					}
				case errors.Is(err, worker.ErrTimeout):
					what = "timeout"
				case errors.Is(err, worker.ErrMemory):
					what = "memory"
				case errors.Is(err, worker.ErrCrash):
					what = "crash"
				default:
					what = "named"
					if say, _ := worker.Explain(err, "id"); say == "" {
						t.Errorf("%s: error is of no kind: %v", c.Name, err)
					}
				}
				if what != "read" && what != "named" || took > 10*time.Second {
					t.Logf("%s: %s after %v: %v", c.Name, what, took.Round(100*time.Millisecond), err)
				}
				if took > most && d.Source.Pages <= 1 {
					t.Errorf("%s took %v", c.Name, took)
				}
				mu.Lock()
				count[what]++
				mu.Unlock()
			}
		})
	}
	n := 0
	for c := range in {
		next <- turn{c, n >= withOCR}
		n++
	}
	close(next)
	wg.Wait()
	t.Logf("%d files, %d of them with OCR: %v; a reader took at most %d MB", n, map[bool]int{true: min(n, withOCR)}[ocr != nil], count, p.Peak()>>20)
	if p.Peak() > 1<<30 {
		t.Errorf("a reader took %d MB, want at most 1024", p.Peak()>>20)
	}
}

func TestDamageIsTheSameEachTime(t *testing.T) {
	damaged := func() []Case { return slices.Collect(Damage("x", bytes.Repeat([]byte("1 0 obj "), 500), 14)) }
	a, b := damaged(), damaged()
	for i := range a {
		if a[i].Name != b[i].Name || !bytes.Equal(a[i].Data, b[i].Data) {
			t.Errorf("%s differs", a[i].Name)
		}
	}
}
