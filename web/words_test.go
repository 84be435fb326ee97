package web

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var verbs = regexp.MustCompile(`%[-+#0-9.]*[a-zA-Z%]`)

// Both languages have every phrase, with the same arguments in the same order.
func TestWordsAreComplete(t *testing.T) {
	for key, p := range words {
		if p.id == "" || p.en == "" {
			t.Errorf("%s: one language lacks it: %q, %q", key, p.id, p.en)
		}
		if i, e := verbs.FindAllString(p.id, -1), verbs.FindAllString(p.en, -1); !slices.Equal(i, e) {
			t.Errorf("%s: arguments %v and %v differ", key, i, e)
		}
	}
}

// Every key that a page or a handler names has words, and all words are used.
func TestWordsAreUsed(t *testing.T) {
	files, _ := filepath.Glob("pages/*.html")
	code, _ := filepath.Glob("*.go")
	used := map[string]bool{}
	classes := []string{}
	quoted := regexp.MustCompile(`"([a-z]+(?:\.[a-z0-9-]*)+)"`)
	for _, file := range append(files, code...) {
		if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "words") {
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(b), -1) {
			used[m[1]] = true
			if strings.HasSuffix(m[1], ".") {
				classes = append(classes, m[1])
			}
		}
		for _, m := range regexp.MustCompile(`(?:\$?\w*\.T|p\.T|fail\(w, r, [\w.]+,) \(?"([a-z.0-9-]+)"`).FindAllStringSubmatch(string(b), -1) {
			if _, ok := words[m[1]]; !ok && !strings.HasSuffix(m[1], ".") {
				t.Errorf("%s: no words for %q", file, m[1])
			}
		}
	}
	for key := range words {
		stem := strings.TrimSuffix(key, ".hint")
		class := slices.ContainsFunc(classes, func(c string) bool { return strings.HasPrefix(key, c) })
		if !used[stem] && !class {
			t.Errorf("words %q are not used", key)
		}
	}
}
