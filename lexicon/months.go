package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
)

//go:embed months.txt
var monthData string

// months returns the names of the months by language.
var months = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(monthData) {
		if f := strings.Fields(line); len(f) == 13 && f[0] != "#" {
			out[f[0]] = f[1:]
		}
	}
	return out
})

// Day returns a date as people write it, "15 April 2024", in Indonesian where
// the language is not known. The zero date is "".
func Day(d circular.Date, lang string) string {
	if d.IsZero() {
		return ""
	}
	names, ok := months()[lang]
	if !ok {
		names = months()["id"]
	}
	return fmt.Sprintf("%d %s %d", d.Day, names[d.Month-1], d.Year)
}
