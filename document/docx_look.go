package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// look is what the looks of a run of text say about its meaning.
type look struct {
	hidden, struck, raised bool
	font                   string
}

// on reports whether a property that is on or off is on.
func on(e xml.StartElement) bool {
	switch val(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// set takes in one property of a run.
func (l *look) set(e xml.StartElement, styles map[string]look) {
	switch e.Name.Local {
	case "rStyle":
		s := styles[val(e, "val")]
		l.hidden, l.struck, l.raised = l.hidden || s.hidden, l.struck || s.struck, l.raised || s.raised
	case "vanish":
		l.hidden = on(e)
	case "strike", "dstrike":
		l.struck = on(e)
	case "vertAlign":
		l.raised = val(e, "val") == "superscript"
	case "rFonts":
		l.font = val(e, "ascii")
	}
}

// write returns a text as it looks: the number of a note is raised, and what
// the font Symbol shows stands for its codes.
func (l look) write(s string) string {
	if l.raised && isNoteNumber(s) {
		return raise(s)
	}
	if l.font == "Symbol" {
		return strings.Map(func(r rune) rune {
			if 0xF000 <= r && r <= 0xF0FF {
				return symbolRune(r - 0xF000)
			}
			return r
		}, s)
	}
	return s
}

// newLooks reads the looks of styles with those they are based on.
func newLooks(styles []byte) map[string]look {
	type flag struct {
		Val string `xml:"val,attr"`
	}
	var v struct {
		Style []struct {
			ID     string `xml:"styleId,attr"`
			Based  flag   `xml:"basedOn"`
			Vanish *flag  `xml:"rPr>vanish"`
			Strike *flag  `xml:"rPr>strike"`
			Double *flag  `xml:"rPr>dstrike"`
			Align  flag   `xml:"rPr>vertAlign"`
		} `xml:"style"`
	}
	out := map[string]look{}
	if xml.Unmarshal(styles, &v) != nil {
		return out
	}
	on := func(f *flag, was bool) bool {
		if f == nil {
			return was
		}
		return f.Val != "0" && f.Val != "false" && f.Val != "off"
	}
	for range 3 { // a style may stand before the one it is based on
		for _, s := range v.Style {
			l := out[s.Based.Val]
			l.hidden, l.struck = on(s.Vanish, l.hidden), on(s.Strike, l.struck)
			l.struck = on(s.Double, l.struck)
			l.raised = s.Align.Val == "superscript"
			out[s.ID] = l
		}
	}
	return out
}

// symbol returns the text of one character of a symbol font, given in hex.
func symbol(font, char string) string {
	v, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return "•"
	}
	r := rune(v)
	switch {
	case font == "Symbol":
		return string(symbolRune(r & 0xFF))
	case r < 0xF000 && r >= ' ':
		return string(r)
	}
	return "•"
}

// symbols are the codes of the font Symbol, which Adobe published, that differ
// from ASCII and may stand in a letter.
var symbols = map[rune]rune{
	0x2D: '-', 0xA0: '€', 0xA2: '′', 0xA3: '≤', 0xA5: '∞', 0xB0: '°', 0xB1: '±', 0xB2: '″', 0xB3: '≥', 0xB4: '×',
	0xB7: '•', 0xB8: '÷', 0xB9: '≠', 0xBA: '≡', 0xBB: '≈', 0xBC: '…', 0xD2: '®', 0xD3: '©', 0xD4: '™',
}

// symbolRune returns what the font Symbol shows for a code.
func symbolRune(code rune) rune {
	if r, ok := symbols[code]; ok {
		return r
	}
	if code >= ' ' && code < 0x40 && !strings.ContainsRune("\"$'*", code) || strings.ContainsRune("[]_{|}", code) {
		return code
	}
	return '•'
}

// isNoteNumber reports whether a raised text is the mark of a note: up to three
// digits, perhaps with a parenthesis.
func isNoteNumber(s string) bool {
	digits := strings.TrimSuffix(s, ")")
	return digits != "" && len(digits) <= 3 && strings.Trim(digits, "0123456789") == ""
}

// raise writes the number of a note in raised digits: it stands beside the
// words, and is none of their figures.
func raise(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '1':
			return '¹'
		case r == '2':
			return '²'
		case r == '3':
			return '³'
		case '0' <= r && r <= '9':
			return '⁰' + r - '0'
		case r == ')':
			return '⁾'
		}
		return r
	}, s)
}
