package document

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoPercentLost: no per cent sign of a page that OCR reads is lost, as it is
// by a model that has none.
func TestNoPercentLost(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "cases")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("needs the shared cases, which are not here")
	}
	if testing.Short() {
		t.Skip("reads pictures")
	}
	r := tesseract(t)
	for _, name := range []string{"06-tanpa-tounicode.pdf", "29-pindaian-stempel-digital.pdf"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(context.Background(), name, data, Options{OCR: r})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(d.Text.Body, "75%") || !strings.Contains(d.Text.Body, "100%") {
			t.Errorf("%s: %s", name, d.Text.Body)
		}
	}
}
