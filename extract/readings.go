package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/second"
)

//go:embed data/readings.txt
var readingsData string

// readings returns the words of data/readings.txt by answer.
var readings = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(readingsData) {
		if answer, words, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			out[answer] = words
		}
	}
	return out
})

// inWords says a reading of the second reader: its answers, in words.
func inWords(says []string) string {
	out := make([]string, len(says))
	for i, a := range says {
		if w, ok := readings()[a]; ok {
			out[i] = w
		} else {
			out[i] = fmt.Sprintf("untuk “%s”", a)
		}
	}
	return strings.Join(out, ", ")
}

// inShort says what the record reads in a clause, in the same words.
func inShort(c *circular.Clause) string {
	var says []string
	switch {
	case c.Quota != nil:
		says = []string{string(c.Quota.Mode), string(c.Quota.Bound)}
	case c.Exemption != nil:
		says = []string{second.Class(c.Exemption.Effect)}
	case c.Period != nil:
		says = []string{"window"}
	}
	return inWords(append(says, c.Groups...))
}
