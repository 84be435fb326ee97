package extract

import (
	"strings"

	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// blockLine returns the token behind the colon of the line of the number block
// that has the key.
func (d *doc) blockLine(r [2]int, key string) (int, bool) {
	for i := r[0]; i < r[1]; i++ {
		if !d.Toks[i].Line && i > r[0] {
			continue
		}
		if m, ok := d.Starts(i, "block"); ok && m.Entry.ID == key && m.End < r[1] && d.Norms[m.End] == ":" {
			return m.End + 1, true
		}
	}
	return 0, false
}

// about returns the subject in the line "Hal" of the number block. Text of the
// column beside it, parted by a wide gap, is left out.
func (d *doc) about(r [2]int) string {
	i, ok := d.blockLine(r, "about")
	if !ok {
		return ""
	}
	var words []string
	column := d.column(i)
	for i < r[1] {
		line := d.LineEnd(i)
		for j := i; j < line && j < r[1] && (j == i || !d.wide(j)); j++ {
			if d.Norms[j] != "," && d.Norms[j] != "." || len(words) == 0 {
				words = append(words, d.Raw(j))
			} else {
				words[len(words)-1] += d.Raw(j)
			}
		}
		i = line
		if i >= r[1] || d.column(i) < column-4 || d.column(i) > column+8 || strings.Count(d.Gap(i), "\n") > 1 {
			break
		}
		if _, ok := d.Starts(i, "frame"); ok {
			break
		}
	}
	return strings.Join(words, " ")
}

// column returns how many bytes stand before token i on its line.
func (d *doc) column(i int) int {
	at := d.Toks[i].Start
	return at - 1 - strings.LastIndexByte(d.Text.Body[:at], '\n')
}

// wide reports whether a gap as between two columns stands before token i.
func (d *doc) wide(i int) bool {
	g := d.Gap(i)
	return strings.Contains(g, "   ") || strings.Contains(g, "\t")
}

// maxBlock bounds how many lines from the top the number block of a letter is
// looked for.
const maxBlock = 60

// letter finds the number block of a letter that has the force of a circular:
//
//	block = { key ":" text }   with the keys Nomor and Hal, and Sifat or Lampiran
//
// It returns the token that opens the block and the one behind it. Letters
// about something else, such as an invitation, are none.
func (d *doc) letter() (first, end int, ok bool) {
	seen := map[string]int{}
	i := 0
	for n := 0; n < maxBlock && i < len(d.Toks); n++ {
		if m, is := d.Starts(i, "block"); is && m.End < len(d.Toks) && d.norm(m.End) == ":" {
			if _, twice := seen[m.Entry.ID]; !twice {
				seen[m.Entry.ID] = i
			}
			if m.Entry.ID == "about" {
				if _, other := d.Starts(m.End+1, "letter"); other {
					return 0, 0, false
				}
			}
		}
		i = d.LineEnd(i)
	}
	number, has := seen["number"]
	about, named := seen["about"]
	_, kind := seen["kind"]
	_, annex := seen["annex"]
	if !has || !named || !kind && !annex || about < number {
		return 0, 0, false
	}
	end = d.LineEnd(about)
	for end < len(d.Toks) && strings.Count(d.Gap(end), "\n") < 2 {
		end = d.LineEnd(end)
	}
	return number, end, true
}

// letterFrame marks the head of a letter without the words SURAT EDARAN above
// its text, up to the token end, and returns the paragraph behind it.
func (d *doc) letterFrame(first, end int) int {
	d.framed.head = [2]int{0, end}
	d.framed.title = [2]int{first, end}
	d.framed.letter = true
	i := 0
	for i < len(d.paras) && d.paras[i].first < end {
		d.paras[i].part = partFrame
		i++
	}
	return i
}

// letterAct returns the circular that a letter is, from its number block.
func (d *doc) letterAct(se *lexicon.Entry) act {
	f := d.framed
	a := act{Act: mention.Act{First: f.title[0], End: f.title[0] + 1, Entry: se, By: -1, DateAt: -1, Sentence: d.sentAt(f.title[0])}}
	if k, ok := d.blockLine(f.head, "number"); ok {
		if end, ok := d.numberAndYear(&a, k); ok && end <= f.head[1] {
			a.End = end
		} else {
			a.Number, a.Year = "", 0
		}
	}
	return a
}
