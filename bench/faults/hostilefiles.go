package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/telaah/telaah/bench/hostile"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/internal/process"
	"github.com/telaah/telaah/internal/worker"
)

// realPDFs is the folder of real files that are damaged; "" for none.
var realPDFs string

// memory is what no reader may take, in bytes, and this process neither.
const memory = 1 << 30

// named reports what came of a hostile file: a record, or an error that the
// program has words for.
func named(err error) (what string, ok bool) {
	switch {
	case err == nil:
		return "read", true
	case errors.Is(err, worker.ErrTimeout):
		return "out of time", true
	case errors.Is(err, worker.ErrMemory):
		return "out of memory", true
	case errors.Is(err, worker.ErrCrash):
		return "ended the reader", true
	}
	say, _ := worker.Explain(err, "id")
	return "named", say != ""
}

// hostileFiles reads and extracts files that mean harm: each is read or named,
// none ends this program, and no reader takes more than it may.
func hostileFiles(short, ocr bool, look func(error) (string, bool)) (files int, note string, err error) {
	n := 1530
	if ocr {
		n = 30
	}
	if short {
		n = 20
	}
	in, err := hostile.Cases(realPDFs, n)
	if err != nil {
		return 0, "", err
	}
	var o document.Options
	if ocr {
		found, err := document.FindTesseract("")
		if err != nil {
			return 0, "", errSkipped{"tesseract is not here"}
		}
		found.Launcher = worker.Launcher(found.Data, os.Getenv("TESSDATA_PREFIX"))
		o.OCR = found
	}
	p := worker.New(runtime.GOMAXPROCS(0))
	defer p.Close()
	var (
		mu      sync.Mutex
		came    = map[string]int{}
		slowest time.Duration
		own     int64
		g       errgroup.Group
	)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for c := range in {
		g.Go(func() error {
			begun := time.Now()
			_, _, err := p.Extract(context.Background(), c.Name, c.Data, o)
			what, ok := look(err)
			now, _ := process.Resident(os.Getpid())
			mu.Lock()
			defer mu.Unlock()
			came[what]++
			files++
			slowest, own = max(slowest, time.Since(begun)), max(own, now)
			if !ok {
				return fmt.Errorf("%s: nobody has words for: %w", c.Name, err)
			}
			return nil
		})
	}
	err = g.Wait()
	note = fmt.Sprintf("%v, slowest %v, a reader took %d MB, the program %d MB", came, slowest.Round(100*time.Millisecond), p.Peak()>>20, own>>20)
	if realPDFs == "" {
		note += "; without real PDFs, whose folder -pdf names"
	}
	if err == nil && (p.Peak() > memory || own > memory) {
		err = fmt.Errorf("more than %d MB of memory", memory>>20)
	}
	return files, note, err
}
