package extract

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"telaah/circular"
)

// TestWriteRecords writes the records of the texts in the folder named by
// TELAAH_TEXTS to the file named by TELAAH_RECORDS, one a line, for the scorer.
func TestWriteRecords(t *testing.T) {
	dir, out := os.Getenv("TELAAH_TEXTS"), os.Getenv("TELAAH_RECORDS")
	if dir == "" || out == "" {
		t.Skip("TELAAH_TEXTS or TELAAH_RECORDS is not set")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		rec := Extract(circular.Source{Path: f}, circular.Plain(string(body)))
		if err := rec.Check(); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		line, err := json.Marshal(rec)
		if err != nil {
			t.Fatal(err)
		}
		buf.Write(line)
		buf.WriteByte('\n')
	}
	if err := os.WriteFile(out, buf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
