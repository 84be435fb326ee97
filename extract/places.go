package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/lexicon"
)

// maxPlace bounds the words of the name of a place.
const maxPlace = 4

// findPlaces learns the places that the text itself shows to be regions though
// the table of regions lacks them, such as a region of tomorrow or one written
// in a way of its own:
//
//	place = ( "Kabupaten" | "Kota" | "Pemkab" ... ) Name       not in a headline
//	      | head Name ( number | "," titles Name | titles Name )
//	      | NAME at the very start of a news text, before a dash
func (d *doc) findPlaces() {
	d.places = map[string]string{}
	for i := range d.Toks {
		if m, ok := d.Starts(i, "regionword"); ok && d.Capital(i) && !d.headlineAt(i) && !d.furnitureAt(i) {
			if i > 0 && d.norms[i-1] == "wali" || d.Is(i-1, "datename") {
				continue
			}
			d.learn(m.End, d.placeEnd(m.End))
		} else if m, ok := d.Starts(i, "office"); ok && m.Entry.Attrs["rank"] == "head" && m.Entry.Attrs["level"] != "institution" && d.Capital(i) {
			end := d.placeEnd(m.End)
			at := d.skip(end, ",")
			_, numbered := d.Starts(at, "actnumber")
			title, titled := d.Starts(at, "honorific")
			if numbered && at == end || titled && (at > end || title.Entry.Attrs["sure"] != "") {
				d.learn(m.End, end)
			}
		}
	}
	for _, p := range d.paras {
		if p.part == partBody {
			d.newsPlace(p)
			break
		}
	}
}

// newsPlace learns the place in front of the dash that opens a news text.
func (d *doc) newsPlace(p para) {
	end := d.placeEnd(p.first)
	for i := end; i < min(p.end-1, p.first+12); i++ {
		switch d.norms[i] {
		case "-", "\u2013", "\u2014":
			if d.Toks[i].Space && d.Toks[i+1].Space && end > p.first && d.Upper(p.first, end) {
				d.learn(p.first, end)
			}
			return
		case ".":
			return
		}
	}
}

// placeEnd returns the token behind the words with capitals that can name the
// place that begins at token i.
func (d *doc) placeEnd(i int) int {
	end := i
	for end < len(d.Toks) && end < i+maxPlace {
		if t := d.Toks[end]; t.Kind != lexicon.Word || !d.Capital(end) || t.Line && end > i || d.stopsName(end) || d.Is(end, "honorific") || d.Is(end, "unitword") {
			break
		}
		end++
	}
	return end
}

// learn keeps the words of a place that the table of regions lacks.
func (d *doc) learn(first, end int) {
	if end == first || len(d.places) > maxPeople {
		return
	}
	if n, _ := lexicon.DefaultRegions().MatchAt(d.norms, first); n > 0 {
		return
	}
	key, name := strings.Join(d.norms[first:end], " "), d.Printed(first, end)
	if old, ok := d.places[key]; ok && old != strings.ToUpper(old) {
		return
	}
	d.places[key] = name
}

// localAt returns the number of words of the learned place at token i, or 0.
func (d *doc) localAt(i int) int {
	if len(d.places) == 0 {
		return 0
	}
	for end := min(len(d.norms), i+maxPlace); end > i; end-- {
		if _, ok := d.places[strings.Join(d.norms[i:end], " ")]; ok && d.Capital(i) {
			return end - i
		}
	}
	return 0
}

// local returns the name of the learned place of n words at token i. A name
// that the text prints in capitals alone is given back with initials.
func (d *doc) local(i, n int) string {
	name := d.places[strings.Join(d.norms[i:i+n], " ")]
	if name != strings.ToUpper(name) {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for k, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		words[k] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}
