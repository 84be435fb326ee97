// Package voice tells whose statement a sentence is: a rule of the circular that
// the text is about, or a plan, an example, what happened, an opinion, a rule of
// somebody else.
package voice

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Sentence is what the voice of a sentence is told from.
type Sentence struct {
	First, End int  // its tokens
	Ruled      bool // it stands in the operative part of an official text
	Headline   bool
	Question   bool
	Foreign    bool // its acts, or the governments it names, are others than the subject's
}

// Of returns what the sentence is. In an operative part it is a rule, whatever
// words it uses.
func Of(r *reading.Reading, s Sentence) circular.Assertion {
	switch {
	case s.Headline:
		return circular.AssertHeadline
	case s.Ruled:
		return circular.AssertRule
	case s.Question:
		return circular.AssertUnclear
	case s.Foreign:
		return circular.AssertReported
	}
	for _, m := range r.Within(s.First, s.End) {
		switch m.Entry.Class {
		case "voice":
			if m.Entry.Attrs["scope"] == "start" && !starts(r, s.First, m.First) || r.Is(m.First-1, "modal") {
				continue // "tidak dapat mengajukan WFH" is no practice
			}
			return circular.Assertion(m.Entry.Attrs["assert"])
		case "practice":
			return circular.AssertPractice
		case "outsider":
			if speaks(r, m, s) {
				return circular.AssertUnclear
			}
		}
	}
	return circular.AssertRule
}

// starts reports whether only punctuation stands between the two tokens.
func starts(r *reading.Reading, first, i int) bool {
	for ; first < i; first++ {
		if r.Toks[first].Kind == lexicon.Word {
			return false
		}
	}
	return true
}

// speaks reports whether somebody who rules nothing says or asks for what the
// sentence tells: "kata pengamat", "menurut pakar", "warga meminta".
func speaks(r *reading.Reading, m lexicon.Match, s Sentence) bool {
	if r.Is(m.First-1, "speech") || r.Is(m.First-1, "subclause") {
		return true
	}
	for i := m.End; i < s.End; i++ {
		for _, x := range r.At(i) {
			switch x.Entry.Class {
			case "speech":
				return true
			case "modal":
				return x.Entry.Attrs["cause"] != ""
			case "mode", "rel", "coord":
				return false
			}
		}
		if r.Toks[i].Kind == lexicon.Punct {
			return false
		}
	}
	return false
}
