package compare

import (
	"strings"
	"testing"
	"time"
)

// Files that are short and cost much are refused at once, by name.
func TestHostileYAML(t *testing.T) {
	merge := "a0: &a0 {x: y}\n"
	for i := 1; i < 10; i++ {
		n := string(rune('0' + i))
		before := "*a" + string(rune('0'+i-1))
		merge += "a" + n + ": &a" + n + "\n  <<: [" + strings.Repeat(before+",", 9) + before + "]\n"
	}
	var steps strings.Builder
	for i := range 300 {
		steps.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	for name, data := range map[string]string{
		"merge":    merge,
		"brackets": "a: " + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000),
		"large":    "a: " + strings.Repeat("[", 200_000),
		"steps":    steps.String(),
		"dashes":   strings.Repeat("- ", 30_000) + "a",
		"alias":    "a: &x [1]\nb: *x\n",
		"braces":   strings.Repeat("{a: ", 15_000),
		"quotes":   strings.Repeat("\"a\": '", 9_000),
		"keys":     strings.Repeat("? ", 30_000),
		"many":     strings.Repeat(strings.Repeat("? ", 1000)+"\n", 30),
		"lines":    strings.Repeat("a: {b: \"\n", 6_000),
		"tags":     strings.Repeat("!!map ", 10_000),
	} {
		begun := time.Now()
		if _, err := Parse(name, []byte(data)); err == nil {
			t.Errorf("%s is a baseline", name)
		} else if len(err.Error()) > 20_000 {
			t.Errorf("%s: the message has %d bytes", name, len(err.Error()))
		}
		if _, err := ParseConfig(name, []byte(data)); err == nil {
			t.Errorf("%s is a configuration", name)
		}
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}
