package extract_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/extract/internal/gold"
)

// TestHard scores the extractor on the 160 texts of testdata/hard, which say rules in many more ways than most
// texts do, and holds the figures in docs/accuracy.md: of those whose faults were looked at, and of those that
// nobody has read for it. With -update it writes them there.
func TestHard(t *testing.T) {
	all, by := gold.Sheet{}, map[string]*gold.Sheet{"read": {}, "news-unread": {}, "official-unread": {}}
	for _, g := range readGold[gold.Text](t, "testdata/hard/gold.jsonl") {
		rec := extracted(t, filepath.Join("testdata/hard/texts", g.ID+".txt"))
		part := "read"
		switch g.Genre {
		case "news-unread":
			part = g.Genre
		case "official-unread", "release-unread":
			part = "official-unread"
		}
		all.Score(g, rec)
		by[part].Score(g, rec)
	}
	var b strings.Builder
	b.WriteString("\n| field | precision | recall | F1 | right | invented | missed | read | unread news | unread official |\n|" + strings.Repeat("---|", 10) + "\n")
	for _, f := range gold.Fields {
		x := all.Of(f)
		fmt.Fprintf(&b, "| %s | %.3f | %.3f | %.3f | %d | %d | %d | %.2f | %.2f | %.2f |\n", f, rate(x.Right, x.Right+x.Invented), rate(x.Right, x.Right+x.Missed), x.F1(),
			x.Right, x.Invented, x.Missed, by["read"].Of(f).F1(), by["news-unread"].Of(f).F1(), by["official-unread"].Of(f).F1())
	}
	fmt.Fprintf(&b, "\nMacro F1 %.3f. Quotas invented in texts without one: %d. Traps taken: %d.\n", all.Macro(), all.Distractors, all.Traps)
	t.Log(b.String())
	keep(t, "TestHard", b.String())
}
