package worker

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"testing"

	"github.com/telaah/telaah/document"
)

// TestShow holds that a page drawn in a reader is the page that Read read:
// same text, and each word in its place in it.
func TestShow(t *testing.T) {
	data, err := os.ReadFile("../../corpus/samples/contoh-60-persen.pdf")
	if err != nil {
		t.Fatal(err)
	}
	p := newPool(t, 1)
	const width = 620
	v, err := p.Show(context.Background(), "a.pdf", data, 1, width, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Read(context.Background(), "a.pdf", data, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page := d.Text.Pages[0]
	if want := d.Text.Body[page.Start:page.End]; v.Text != want || len(v.Words) < 100 {
		t.Errorf("%d words; the text is %q, want %q", len(v.Words), v.Text, want)
	}
	for _, w := range v.Words {
		if b := w.Box; w.Span.Len() < 1 || b.X < 0 || b.Y < 0 || b.W <= 0 || b.H <= 0 || b.X+b.W > v.W || b.Y+b.H > v.H {
			t.Errorf("%q stands at %+v of %v x %v", v.Text[w.Span.Start:w.Span.End], w.Box, v.W, v.H)
		}
	}
	img, err := png.Decode(bytes.NewReader(v.PNG))
	if err != nil || img.Bounds().Dx() < width-1 || img.Bounds().Dx() > width {
		t.Errorf("the picture: %v", err)
	}
	if _, err := p.Show(context.Background(), "a.txt", []byte("SURAT EDARAN"), 1, width, document.Options{}); !errors.Is(err, document.ErrNoPicture) {
		t.Errorf("a text: %v", err)
	}
	if _, err := p.Show(context.Background(), "a.pdf", data, 9, width, document.Options{}); !errors.Is(err, document.ErrDamaged) {
		t.Errorf("a page that is not there: %v", err)
	}
}
