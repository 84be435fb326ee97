package compare

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/telaah/telaah/circular"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestRules: every code is explained in both languages, and docs/temuan.md says
// what the data says.
func TestRules(t *testing.T) {
	var page bytes.Buffer
	page.WriteString("# Temuan\n\nSetiap temuan mempunyai kode. Tingkatnya *perlu perbaikan*, *perlu telaah*, *catatan*, atau\n*tidak dapat dinilai*. *English: each heading has the English name in parentheses.*\n")
	id, err := Rules("id")
	if err != nil {
		t.Fatal(err)
	}
	en, err := Rules("en")
	if err != nil {
		t.Fatal(err)
	}
	if len(id) != len(circular.Codes) {
		t.Fatalf("%d codes are explained, there are %d", len(id), len(circular.Codes))
	}
	for i, r := range id {
		if r.Code != circular.Codes[i] || r.Name == "" || r.Short == "" || r.Help == "" || en[i].Short == r.Short || en[i].Help == r.Help {
			t.Errorf("%s: %+v, %+v", circular.Codes[i], r, en[i])
		}
		fmt.Fprintf(&page, "\n## %s\n\n**%s** (%s). %s %s\n", r.Code, r.Name, en[i].Name, r.Short, r.Help)
	}
	file := filepath.Join("..", "docs", "temuan.md")
	if *update {
		if err := os.WriteFile(file, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(file); err != nil || !bytes.Equal(data, page.Bytes()) {
		t.Errorf("%s differs from words/codes.yaml: run with -update (%v)", file, err)
	}
}
