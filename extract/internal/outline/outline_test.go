package outline

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

var update = flag.Bool("update", false, "write the goldens anew")

func of(text string) *Outline {
	plain := circular.Plain(text)
	return Of(reading.Of(lexicon.Default(), &plain))
}

// dump prints one block a line: part, path, label, what it is, and its
// sentences where their part is another or there are several.
func dump(o *Outline) string {
	var s strings.Builder
	fmt.Fprintf(&s, "official %v\n", o.Official)
	for k := range o.Blocks {
		bl := &o.Blocks[k]
		fmt.Fprintf(&s, "%-10s %-8s", bl.Part, bl.Path)
		for _, f := range []struct {
			on   bool
			name string
		}{{bl.Stem, " stem"}, {bl.Heading, " heading"}, {bl.Annex, " annex"}} {
			if f.on {
				s.WriteString(f.name)
			}
		}
		if bl.Row {
			for _, c := range bl.Cells {
				s.WriteString(" |")
				for _, h := range c.Heads {
					fmt.Fprintf(&s, " <%s>", o.Printed(h.First, h.End))
				}
				s.WriteString(" " + o.Printed(c.First, c.End))
			}
			s.WriteString("\n")
			continue
		}
		if bl.Label != "" {
			fmt.Fprintf(&s, " [%s]", bl.Label)
		}
		sents := o.SentsOf(k)
		if len(sents) <= 1 && (len(sents) == 0 || sents[0].Part == bl.Part) {
			s.WriteString(" " + o.Printed(bl.Body, bl.End) + "\n")
			continue
		}
		s.WriteString("\n")
		for _, x := range sents {
			fmt.Fprintf(&s, "    %-10s %s\n", x.Part, o.Printed(x.First, x.End))
		}
	}
	return s.String()
}

// TestGolden holds the outline of the texts of testdata: a text, a line
// "-- want --", and its blocks.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text, want, _ := strings.Cut(string(data), "-- want --\n")
			o := of(text)
			check(t, o)
			got := dump(o)
			if *update {
				if err := os.WriteFile(f, []byte(text+"-- want --\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

// check holds the invariants of an outline: blocks cover the tokens in order,
// sentences lie in their blocks, parents stand above.
func check(t *testing.T, o *Outline) {
	t.Helper()
	at := 0
	for k, bl := range o.Blocks {
		if bl.First != at || bl.Body < bl.First || bl.End < bl.Body || bl.End <= bl.First {
			t.Fatalf("block %d: %d %d %d behind %d", k, bl.First, bl.Body, bl.End, at)
		}
		if bl.Parent >= k || bl.Parent >= 0 && o.Blocks[bl.Parent].Part == Furniture {
			t.Fatalf("block %d: parent %d", k, bl.Parent)
		}
		if o.BlockAt(bl.First) != k {
			t.Fatalf("block %d: BlockAt says %d", k, o.BlockAt(bl.First))
		}
		at = bl.End
	}
	if at != len(o.Toks) {
		t.Fatalf("blocks end at %d of %d", at, len(o.Toks))
	}
	at = 0
	for n, s := range o.Sents {
		if bl := o.Blocks[s.Block]; s.First < at || s.End <= s.First || s.First < bl.First || s.End > bl.End {
			t.Fatalf("sentence %d: %+v in %+v", n, s, bl)
		}
		at = s.End
	}
}
