package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// said is what the sentence says about its own standing.
func (d *doc) said(s *scene) circular.Assertion {
	switch d.paras[s.para].part {
	case partHeadline:
		return circular.AssertHeadline
	}
	if d.foreign(s) || d.elsewhere(s) || d.outsider(s) {
		return circular.AssertReported
	}
	for k := s.index; k >= 0 && d.sents[k].para == s.para; k-- {
		if m, ok := d.Find(d.sents[k].first, d.sents[k].end, "practice"); ok && (k == s.index || m.First <= d.sents[k].first+1) {
			return circular.AssertPractice // it goes on to the end of the paragraph
		}
	}
	return circular.AssertRule
}

// elsewhere reports whether the sentence tells of the governments of other
// regions only: none it names is the issuer's own, above it or below it.
func (d *doc) elsewhere(s *scene) bool {
	home, other := d.Home.Code, false
	if subject := d.rec.Subject(); subject != nil && subject.Region.Code != "" {
		home = subject.Region.Code
	}
	if home == "" {
		return false
	}
	for _, speakers := range []bool{false, true} { // who speaks counts where nobody else is named
		for i := s.first; i < s.end; i++ {
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
	if m, ok := d.Find(s.first, s.end, "elsewhere"); ok && m.Entry.ID == "next" {
		return true
	} else if ok && m.First <= s.first+3 {
		for i := m.End; i < s.end; i++ { // "Berbeda lagi dengan Kota Solo yang ..."
			if n, found := lexicon.DefaultRegions().MatchAt(d.Norms, i); n > 0 && d.Capital(i) {
				return !slices.ContainsFunc(found, func(r lexicon.Region) bool { return strings.HasPrefix(r.Code, home) })
			}
		}
	}
	return false
}

// outsider reports whether the sentence is the opinion of somebody who rules
// nothing: an expert, a member of parliament, a citizen.
func (d *doc) outsider(s *scene) bool {
	m, ok := d.Find(s.first, s.end, "outsider")
	return ok && d.muted[m.First]
}

// foreign reports whether the sentence tells what a circular rules that the
// text only cites.
func (d *doc) foreign(s *scene) bool {
	return d.cited[s.index] == circular.RoleCited
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
