package document

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// Codes of warnings about what a file holds and was not read, or was left out
// because nobody sees it on paper.
const (
	warnHidden = "hidden-text"
	warnStruck = "struck-text"
	warnPart   = circular.UnreadPrefix + "part"
	warnText   = circular.UnreadPrefix + "text"
)

// warnings collects what is said of a document, each sentence once, in the
// order in which it was met.
type warnings struct {
	all    []circular.Warning
	left   map[string][]string // texts that were left out, by code
	parts  map[string]bool
	sorted []string
}

// add says one sentence.
func (w *warnings) add(code, message string) {
	if w.parts == nil {
		w.parts = map[string]bool{}
	}
	if key := code + message; !w.parts[key] && len(w.all) < 100 {
		w.parts[key] = true
		w.all = append(w.all, circular.Warning{Code: code, Message: message})
	}
}

// part says that a part that a reader sees was not read.
func (w *warnings) part(what string) {
	w.add(warnPart, fmt.Sprintf("Bagian naskah tidak terbaca: %s; mohon diperiksa pada berkas aslinya.", what))
}

// leave notes a text that is left out for the reason code.
func (w *warnings) leave(code, text string) {
	if text = squeeze(clean(text)); text == "" {
		return
	}
	if w.left == nil {
		w.left = map[string][]string{}
	}
	if w.left[code] == nil {
		w.sorted = append(w.sorted, code)
	}
	w.left[code] = append(w.left[code], text)
}

// list returns what was said.
func (w *warnings) list() []circular.Warning {
	for _, code := range w.sorted {
		text := quote(strings.Join(w.left[code], " "))
		switch code {
		case warnHidden:
			w.add(code, "Naskah memuat teks tersembunyi yang tidak tampak saat dicetak dan tidak dibaca: "+text)
		case warnStruck:
			w.add(code, "Naskah memuat teks yang dicoret dan tidak dibaca sebagai ketentuan: "+text)
		}
	}
	w.sorted = nil
	return w.all
}

// quote returns a text in quotation marks, shortened.
func quote(s string) string {
	const most = 120
	if len(s) > most {
		cut := most
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + "..."
	}
	return "“" + s + "”"
}
