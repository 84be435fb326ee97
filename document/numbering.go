package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering works out the automatic numbers of the paragraphs of a Word
// document: "1.", "a.", "2.1" stand in no text but follow from the definitions
// in numbering.xml and the paragraphs before.
type numbering struct {
	abstract map[string]map[int]level // by abstractNumId and level
	lists    map[string]list          // by numId
	styles   map[string]style         // by styleId
	counts   map[string]*[9]int       // by abstractNumId; below 0 is not begun
	first    map[string]*[9]int       // by abstractNumId: the numbers its levels begin with now
	begun    map[string]bool          // lists whose start overrides were applied
}

// level is the format of one level of a list.
type level struct {
	start  int
	format string // "decimal", "lowerLetter", ...
	text   string // such as "%1.%2"
}

// list is one use of an abstract list, perhaps with own starts.
type list struct {
	abstract string
	starts   map[int]int
}

// style is what a paragraph style says of numbering.
type style struct {
	list  listRef
	based string
}

// listRef says which level of which list a paragraph belongs to.
type listRef struct {
	num   string
	level int
	set   bool // num was given; "0" then means no number
}

// newNumbering reads the two parts, either of which may be missing; damaged
// definitions are left out.
func newNumbering(lists, styles []byte) *numbering {
	n := &numbering{
		abstract: map[string]map[int]level{}, lists: map[string]list{}, styles: map[string]style{},
		counts: map[string]*[9]int{}, first: map[string]*[9]int{}, begun: map[string]bool{},
	}
	type value struct {
		Val string `xml:"val,attr"`
	}
	type lvl struct {
		I      int    `xml:"ilvl,attr"`
		Start  *value `xml:"start"`
		Format value  `xml:"numFmt"`
		Text   value  `xml:"lvlText"`
	}
	var num struct {
		Abstract []struct {
			ID     string `xml:"abstractNumId,attr"`
			Levels []lvl  `xml:"lvl"`
		} `xml:"abstractNum"`
		Num []struct {
			ID       string `xml:"numId,attr"`
			Abstract value  `xml:"abstractNumId"`
			Override []struct {
				I     int    `xml:"ilvl,attr"`
				Start *value `xml:"startOverride"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	if xml.Unmarshal(lists, &num) == nil {
		for _, a := range num.Abstract {
			m := map[int]level{}
			for _, l := range a.Levels {
				v := level{start: 1, format: l.Format.Val, text: l.Text.Val}
				if l.Start != nil {
					v.start = atoi(l.Start.Val)
				}
				m[l.I] = v
			}
			n.abstract[a.ID] = m
		}
		for _, u := range num.Num {
			l := list{abstract: u.Abstract.Val, starts: map[int]int{}}
			for _, o := range u.Override {
				if o.Start != nil && o.I >= 0 && o.I < 9 {
					l.starts[o.I] = atoi(o.Start.Val)
				}
			}
			n.lists[u.ID] = l
		}
	}
	var sty struct {
		Style []struct {
			ID    string `xml:"styleId,attr"`
			Based value  `xml:"basedOn"`
			Num   *value `xml:"pPr>numPr>numId"`
			Level *value `xml:"pPr>numPr>ilvl"`
		} `xml:"style"`
	}
	if xml.Unmarshal(styles, &sty) == nil {
		for _, s := range sty.Style {
			v := style{based: s.Based.Val}
			if s.Num != nil {
				v.list.num, v.list.set = s.Num.Val, true
			}
			if s.Level != nil {
				v.list.level = atoi(s.Level.Val)
			}
			n.styles[s.ID] = v
		}
	}
	return n
}

// label returns the number of the next paragraph, with a space behind it, or
// "" where it has none. It must be called for the paragraphs in their order.
func (n *numbering) label(styleID string, ref listRef) string {
	for hops := 0; !ref.set && styleID != "" && hops < 20; hops++ {
		s := n.styles[styleID]
		if s.list.set {
			ref = s.list
		}
		styleID = s.based
	}
	l, ok := n.lists[ref.num]
	levels := n.abstract[l.abstract]
	if !ok || ref.level < 0 || ref.level > 8 {
		return ""
	}
	lv, ok := levels[ref.level]
	if !ok {
		return ""
	}
	c := n.counts[l.abstract]
	if c == nil {
		c = &[9]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}
		n.counts[l.abstract] = c
		first := new([9]int)
		for i := range first {
			first[i] = levels[i].start
		}
		n.first[l.abstract] = first
	}
	if !n.begun[ref.num] {
		for i, start := range l.starts { // in any order: each level once
			c[i], n.first[l.abstract][i] = -1, start
		}
	}
	n.begun[ref.num] = true
	if c[ref.level] < 0 {
		c[ref.level] = n.first[l.abstract][ref.level]
	} else {
		c[ref.level]++
	}
	for i := ref.level + 1; i < 9; i++ {
		c[i] = -1
	}
	switch lv.format {
	case "bullet":
		return "• "
	case "none":
		return ""
	}
	text := lv.text
	for i := range 9 {
		if mark := "%" + strconv.Itoa(i+1); strings.Contains(text, mark) {
			v := c[i]
			if v < 0 {
				v = n.first[l.abstract][i]
			}
			text = strings.ReplaceAll(text, mark, numeral(v, levels[i].format))
		}
	}
	if text == "" {
		return ""
	}
	return text + " "
}

// numeral writes v in a format of Word's.
func numeral(v int, format string) string {
	switch format {
	case "lowerLetter", "upperLetter":
		if v < 1 || v > 26*20 {
			break
		}
		s := strings.Repeat(string(rune('a'+(v-1)%26)), (v-1)/26+1)
		if format == "upperLetter" {
			s = strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return strings.ToLower(roman(v))
	case "upperRoman":
		return roman(v)
	case "decimalZero":
		if v < 10 {
			return "0" + strconv.Itoa(v)
		}
	}
	return strconv.Itoa(v)
}

// roman writes v in Roman numerals; outside 1..3999 in Arabic ones.
func roman(v int) string {
	if v < 1 || v > 3999 {
		return strconv.Itoa(v)
	}
	var sb strings.Builder
	for i, n := range []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for ; v >= n; v -= n {
			sb.WriteString([]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}[i])
		}
	}
	return sb.String()
}

// atoi returns the number s holds, or 0.
func atoi(s string) int {
	v, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return v
}
