package command

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/ingest"
)

// TestMeter holds what the line says, and that a shorter line hides all of a
// longer one.
func TestMeter(t *testing.T) {
	var out bytes.Buffer
	clock := time.Date(2024, 4, 16, 8, 0, 0, 0, time.UTC)
	m := &meter{app: &app{lang: indonesian}, w: &out, now: func() time.Time { return clock }, files: 4, ocr: true,
		begun: clock, open: map[string]document.Progress{}}
	last := func() string {
		lines := strings.Split(strings.TrimRight(out.String(), " \r"), "\r")
		return strings.TrimRight(lines[len(lines)-1], " ")
	}
	step := func(d time.Duration, want string) {
		t.Helper()
		if got := last(); got != want {
			t.Errorf("the line is %q, want %q", got, want)
		}
		clock = clock.Add(d)
	}
	m.read("a.pdf", document.Progress{Pages: 10, Read: 4})
	step(time.Second/20, "0/4 berkas · 4 halaman")
	m.read("a.pdf", document.Progress{Pages: 10, Read: 5}) // too soon
	step(10*time.Second-time.Second/20, "0/4 berkas · 4 halaman")
	m.read("b.pdf", document.Progress{Pages: 2, Read: 2, Scans: 2, Recognised: 1})
	step(0, "0/4 berkas · 7 halaman · OCR 1/2 · 0,6 halaman/detik · sisa 30s")
	m.done(ingest.Result{Name: "a.pdf"}, func() { out.WriteString("hasil\n") })
	if !strings.Contains(out.String(), " \rhasil\n\r1/4 berkas") {
		t.Errorf("a result is printed over the line: %q", out.String())
	}
	m.clear()
	if s := out.String(); !strings.HasSuffix(s, strings.Repeat(" ", 20)+"\r") {
		t.Errorf("the line is not taken away: %q", s)
	}
	for line := range strings.SplitSeq(out.String(), "\r") {
		if n := len([]rune(line)); n > most {
			t.Errorf("%d characters: %q", n, line)
		}
	}
}
