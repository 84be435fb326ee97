package bahasa

import (
	"sync"

	"github.com/telaah/telaah/lexicon"
)

// stemCache keeps stems of words already seen: a corpus has few distinct words.
// It holds at most stemCacheSize of them.
var stemCache = struct {
	sync.RWMutex
	stems map[string]string
}{stems: map[string]string{}}

const stemCacheSize = 1 << 16

// cachedStem is Stem with a memory.
func cachedStem(word string) string {
	stemCache.RLock()
	s, ok := stemCache.stems[word]
	stemCache.RUnlock()
	if ok {
		return s
	}
	s = Stem(word)
	stemCache.Lock()
	if len(stemCache.stems) < stemCacheSize {
		stemCache.stems[word] = s
	}
	stemCache.Unlock()
	return s
}

// Analyze returns the tokens of text that are searched for: without function
// words, words by their stems. Places count every word, so that a phrase
// matches only where no word but a function word stands between.
func Analyze(text string) []Token { return Reduce(Tokens(text)) }

// Reduce makes of the tokens of a text those that are searched for. It works in
// place.
func Reduce(tokens []Token) []Token {
	stop := lexicon.Search().Stop
	out := tokens[:0]
	gap := 0 // function words so far: they take no place
	for _, t := range tokens {
		if t.Kind == Word || t.Kind == Part {
			if t.Kind == Word && stop[t.Term] {
				gap++
				continue
			}
			t.Term = cachedStem(t.Term)
		}
		t.Pos -= gap
		out = append(out, t)
	}
	return out
}
