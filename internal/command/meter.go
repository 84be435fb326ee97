package command

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/ingest"
)

// meter shows on a terminal how far long work has come, in one line that is
// written over: files, pages, those that OCR reads, rate and time to go.
// Elsewhere it only counts.
type meter struct {
	app   *app
	w     io.Writer // the terminal, nil elsewhere
	now   func() time.Time
	files int
	ocr   bool // scans are read

	mu       sync.Mutex
	begun    time.Time
	drawn    time.Time
	width    int // of the line that stands there
	finished int // files
	before   document.Progress
	open     map[string]document.Progress // files that are being read
}

// meter returns a meter of so many files, on standard error if that is a
// terminal, whose scans are read or not.
func (a *app) meter(files int, ocr bool) *meter {
	m := &meter{app: a, files: files, ocr: ocr, now: time.Now, open: map[string]document.Progress{}}
	if w, ok := a.err.(*inert); ok && isTerminal(w.w) {
		m.w = w.w
	}
	m.begun = m.now()
	return m
}

// redraw is the least time between two lines.
const redraw = 100 * time.Millisecond

// read is told how far a file has come, by several goroutines.
func (m *meter) read(name string, p document.Progress) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.ocr {
		p.Scans, p.Recognised = 0, 0
	}
	m.open[name] = p
	if m.w != nil && m.now().Sub(m.drawn) >= redraw {
		m.draw()
	}
}

// done counts a file with its result and calls print, which may write.
func (m *meter) done(r ingest.Result, print func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.finished++
	m.before = sum(m.before, m.open[r.Name])
	delete(m.open, r.Name)
	m.erase()
	print()
	if m.w != nil {
		m.draw()
	}
}

// clear takes the line away.
func (m *meter) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.erase()
}

func (m *meter) erase() {
	if m.width > 0 {
		fmt.Fprintf(m.w, "\r%s\r", strings.Repeat(" ", m.width))
		m.width = 0
	}
}

// most is how much of a terminal the line takes: a longer one would not be
// written over.
const most = 78

func (m *meter) draw() { m.put(m.line()) }

// show shows a line of other work, not more often than can be read.
func (m *meter) show(line string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.w != nil && m.now().Sub(m.drawn) >= redraw {
		m.put(line)
	}
}

func (m *meter) put(text string) {
	line := []rune(text)
	s := string(line[:min(len(line), most)])
	m.drawn = m.now()
	pad := max(0, m.width-utf8.RuneCountInString(s))
	fmt.Fprintf(m.w, "\r%s%s", s, strings.Repeat(" ", pad))
	m.width = utf8.RuneCountInString(s)
}

// line says how far the work has come.
func (m *meter) line() string {
	all, part := m.before, 0.0 // part: of the files that are open, how much is read
	for _, p := range m.open {
		all = sum(all, p)
		part += share(p)
	}
	parts := []string{m.app.t("meter.files", min(m.finished, m.files), m.files), m.app.t("meter.pages", all.Read)}
	if all.Scans > 0 {
		parts = append(parts, m.app.t("meter.ocr", all.Recognised, all.Scans))
	}
	took := m.now().Sub(m.begun)
	if took >= time.Second {
		rate := m.app.t("meter.rate", float64(all.Read-all.Scans+all.Recognised)/took.Seconds())
		if m.app.lang == indonesian {
			rate = strings.Replace(rate, ".", ",", 1)
		}
		parts = append(parts, rate)
	}
	if so := min(1, (float64(m.finished)+part)/float64(max(1, m.files))); so > 0.01 && took >= 2*time.Second {
		left := time.Duration(float64(took) * (1 - so) / so)
		parts = append(parts, m.app.t("meter.left", left.Round(time.Second)))
	}
	return strings.Join(parts, " · ")
}

// ocrCost is how many pages with text can be read in the time of one by OCR.
const ocrCost = 100

// share returns how much of a file is read, 0..1.
func share(p document.Progress) float64 {
	whole := p.Pages + ocrCost*p.Scans
	if whole == 0 {
		return 0
	}
	return float64(p.Read+ocrCost*p.Recognised) / float64(whole)
}

// sum adds two counts.
func sum(a, b document.Progress) document.Progress {
	return document.Progress{Pages: a.Pages + b.Pages, Read: a.Read + b.Read, Scans: a.Scans + b.Scans, Recognised: a.Recognised + b.Recognised}
}
