package extract

import (
	"strings"
)

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
	if i < len(d.paras) && d.dateline(d.paras[i]) {
		d.paras[i].part = partFrame
		i++
	}
	return i
}
