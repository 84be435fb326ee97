package document

import (
	"strings"
	"unicode"

	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
)

// verdict says what to make of the text layer of a page.
type verdict int

const (
	layerGood    verdict = iota // typed text, or nothing on the page at all
	layerOver                   // typed text over a picture of the page, which may hold more
	layerOCR                    // words that nobody sees over a picture of the page: somebody's OCR
	layerMissing                // a picture without words
	layerBad                    // words that cannot be what the page shows
)

// judge judges the text layer of a page by its words and pictures.
func judge(p pdfium.Page, rows []layout.Row) verdict {
	pictures := covered(p)
	var words, bad, letters int
	for _, r := range rows {
		for _, w := range r.Words {
			words++
			letters += len([]rune(w.Text))
			if garbled(w.Text) {
				bad++
			}
		}
	}
	hidden := 0
	for _, c := range p.Chars {
		if c.Hidden && glyph(c.R) != "" {
			hidden++
		}
	}
	switch {
	case p.Unmapped > 0: // what the letters look like, the file alone knows
		return layerBad
	case letters < 40 && pictures > 0.3 && letters > hidden:
		return layerOver
	case letters < 40 && (pictures > 0.3 || letters == 0 && p.Objects > 0):
		return layerMissing
	case words >= 8 && 12*bad > words:
		return layerBad
	case pictures > 0.6 && 2*hidden > letters:
		return layerOCR
	case pictures > 0.6:
		return layerOver
	}
	return layerGood
}

// covered returns the share of a page that pictures cover, at most 1. Many
// scans are cut into tiles, so that areas are added.
func covered(p pdfium.Page) float64 {
	if p.W*p.H <= 0 {
		return 0
	}
	sum := 0.0
	for _, r := range p.Images {
		w := min(r.X1, p.W) - max(r.X0, 0)
		h := min(r.Y1, p.H) - max(r.Y0, 0)
		if w > 0 && h > 0 {
			sum += w * h
		}
	}
	return min(1, sum/(p.W*p.H))
}

// garbled reports whether no circular would print such a word: capitals and
// digits mixed ("2O2O"), a mark inside letters ("}.IOMOR"), 26 letters and more
// in one, or characters without a meaning.
func garbled(w string) bool {
	w = strings.Trim(w, ".,;:()[]\"'“”‘’-–—/")
	var letters, digits, odd, run, longest int
	for _, r := range w {
		switch {
		case r == unicode.ReplacementChar || r == '•' && len(w) > 3:
			return true
		case unicode.IsLetter(r):
			letters++
			if run++; run > longest {
				longest = run
			}
			continue
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune(`}{|~^<>_\=*`, r):
			odd++
		}
		run = 0
	}
	if longest > 25 || odd > 0 && letters > 1 && !strings.ContainsAny(w, "@/.") {
		return true
	}
	return mixed(w) && digits > 0 && letters > 0
}

// mixed reports whether digits and letters take turns more than once in a
// word that has no mark: "2O2O", "l0l", but not "e-0021", "2A" or "COVID19".
func mixed(w string) bool {
	turns, last := 0, 0
	for _, r := range w {
		kind := 0
		switch {
		case unicode.IsDigit(r):
			kind = 1
		case unicode.IsLetter(r):
			kind = 2
		default:
			return false
		}
		if last != 0 && kind != last {
			turns++
		}
		last = kind
	}
	return turns > 1
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
