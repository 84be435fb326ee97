package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// elsewhere reports whether the sentence tells of the governments of other
// regions only: none it names is the issuer's own, above it or below it.
func (d *doc) elsewhere(s outline.Sentence) bool {
	home, other := d.Home.Code, false
	if subject := d.rec.Subject(); subject != nil && subject.Region.Code != "" {
		home = subject.Region.Code
	}
	if home == "" {
		return false
	}
	for _, speakers := range []bool{false, true} { // who speaks counts where nobody else is named
		for i := s.First; i < s.End; i++ {
			k := d.OfficeAt[i]
			if k < 0 || d.muted[i] != speakers {
				continue
			}
			switch code := d.Offices[k].Region.Code; {
			case code == "":
			case strings.HasPrefix(code, home) || strings.HasPrefix(home, code):
				return false
			default:
				other = true
			}
		}
		if other {
			return true
		}
	}
	if code, ok := d.region(s); ok {
		return !strings.HasPrefix(code, home) && !strings.HasPrefix(home, code)
	}
	if m, ok := d.Find(s.First, s.End, "elsewhere"); ok && m.Entry.ID == "next" {
		return true
	} else if ok && m.First <= s.First+3 {
		for i := m.End; i < s.End; i++ { // "Berbeda lagi dengan Kota Solo yang ..."
			if n, found := lexicon.DefaultRegions().MatchAt(d.Norms, i); n > 0 && d.Capital(i) {
				return !slices.ContainsFunc(found, func(r lexicon.Region) bool { return strings.HasPrefix(r.Code, home) })
			}
		}
	}
	return false
}

// region returns the code of the region that the sentence is about: its subject is the
// name of one, "Kota Solo memakai WFH", "Solo, tetangga di timur, memberi 25 persen".
func (d *doc) region(s outline.Sentence) (code string, ok bool) {
	i := s.First
	for i < s.End && (d.Toks[i].Kind == lexicon.Punct || d.Is(i, "adverb") || d.Is(i, "contrast")) {
		i++
	}
	if i >= s.End || !d.Capital(i) {
		return "", false
	}
	n, found := lexicon.DefaultRegions().MatchAt(d.Norms, i)
	if n == 0 || len(found) != 1 {
		return "", false
	}
	i += n
	if i < s.End && d.Toks[i].Norm == "," { // a few words that tell more of it
		for k := i + 1; k < s.End && k < i+8; k++ {
			if d.Toks[k].Norm == "," {
				i = k + 1
				break
			}
		}
	}
	if i >= s.End {
		return "", false
	}
	if _, verb := statement.Verbal(d.Reading, i); verb || d.Is(i, "modal") || d.Is(i, "neg") || d.Is(i, "issue") || d.Is(i, "keep") {
		return found[0].Code, true
	}
	return "", false
}

// cite fills d.cited: by sentence, RoleCited where every circular it names is
// only cited.
func (d *doc) cite() {
	d.cited = map[int]circular.Role{}
	for _, c := range d.rec.Circulars {
		at := sort.Search(len(d.Toks), func(i int) bool { return d.Toks[i].End > c.Span.Start })
		if k := d.sentAt(at); k >= 0 && d.cited[k] != circular.RoleSubject {
			d.cited[k] = circular.RoleCited
			if c.Role != circular.RoleCited {
				d.cited[k] = circular.RoleSubject
			}
		}
	}
}

// mute marks the tokens that name a speaker: "kata Kepala Dinas X," behind a
// quotation, "Sekretaris Y mengatakan" before one.
func (d *doc) mute() {
	d.muted = make([]bool, len(d.Toks))
	for _, s := range d.o.Sents {
		for _, m := range d.Within(s.First, s.End) {
			switch {
			case m.Entry.Class != "speech" || m.Entry.ID == "tell" && d.Is(m.First-1, "personal"):
			case m.Entry.ID == "tell":
				for i := m.First - 1; i >= s.First && !d.Is(i, "finalmark"); i-- {
					d.muted[i] = true
				}
			default:
				for i := m.First; i < s.End && (i == m.First || !d.Is(i, "pausemark")); i++ {
					d.muted[i] = true
				}
			}
		}
	}
}
