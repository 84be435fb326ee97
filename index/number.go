package index

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"
)

// figures returns further readings of a number: a bare one may be a percentage,
// and a percentage may stand in a table without its unit.
func figures(t queryToken) []alt {
	switch t.Kind {
	case bahasa.Number:
		if yearForm.MatchString(t.Term) {
			return []alt{{values: []value{{engine.FieldYear, t.Term}}, boost: boostAbout}}
		}
		return []alt{{words: []string{t.Term + "%"}, boost: boostSynonym}}
	case bahasa.Percent:
		v, err := strconv.ParseFloat(strings.Replace(strings.TrimSuffix(t.Term, "%"), ",", ".", 1), 64)
		if err == nil && v <= 100 {
			return []alt{{values: []value{{engine.FieldPercent, percentKey(v)}}, boost: boostValue}}
		}
	}
	return nil
}

var (
	numberSlash = regexp.MustCompile(`^(\d{1,4})/((?:19|20)\d\d)$`)
	yearForm    = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// numberUnit reads the number of a circular at the beginning of a run: "SE
// 1/2024", "SE Nomor 01 Tahun 2024", "1 tahun 2024", "SE 1", "800/1234/SJ". It
// returns how many words it takes, 0 where there is none.
func numberUnit(run []queryToken) (unit, int) {
	at := func(i int) queryToken {
		if i < len(run) {
			return run[i]
		}
		return queryToken{}
	}
	i := 0
	if at(0).Term == "se" {
		i++
	} else if edar := analysed([]string{"edaran"})[0]; at(0).Term == "surat" && at(1).Term == edar {
		i += 2
	}
	if t := at(i).Term; t == "nomor" || t == "no" {
		i++
	}
	t := at(i)
	if t.whole != "" && strings.Contains(t.whole, "/") && strings.ContainsAny(t.whole, "0123456789") {
		n := i + t.parts
		u := unit{start: run[0].Start, end: run[n-1].End}
		if m := numberSlash.FindStringSubmatch(t.whole); m != nil {
			u.alts = numberAlts(m[1], m[2])
		} else {
			u.alts = numberAlts(t.whole, "")
		}
		own := alt{boost: 1}
		for _, p := range run[i:n] {
			own.words = append(own.words, p.Term)
		}
		u.alts = append(u.alts, alt{words: []string{t.whole}, boost: 1}, own)
		return u, n
	}
	if t.Kind != bahasa.Number || t.parts > 0 {
		return unit{}, 0
	}
	year, n := "", i+1
	switch {
	case at(i+1).Term == "tahun" && yearForm.MatchString(at(i+2).Term):
		year, n = at(i+2).Term, i+3
	case i > 0 && yearForm.MatchString(at(i+1).Term):
		year, n = at(i+1).Term, i+2
	case i == 0:
		return unit{}, 0 // a bare number
	}
	u := unit{start: run[0].Start, end: run[n-1].End, alts: numberAlts(t.Term, year)}
	if year != "" {
		u.alts = append(u.alts, alt{words: []string{t.Term, "tahun", year}, boost: 1}, alt{words: []string{t.Term + "/" + year}, boost: 1})
	} else {
		u.alts = append(u.alts, alt{words: []string{"nomor", t.Term}, boost: 1}, alt{words: []string{"se", t.Term}, boost: 1})
	}
	return u, n
}

// numberAlts finds the circular with a number, and the cards that cite it.
func numberAlts(number, year string) []alt {
	key := circular.NumberKey(number)
	own := []value{{engine.FieldNumber, key}}
	cites := value{engine.FieldCites, key}
	if year != "" {
		own = append(own, value{engine.FieldYear, year})
		cites.term = citeKey(key, year)
	}
	card := append([]value{{engine.FieldKind, string(KindCircular)}}, own...)
	return []alt{
		{values: card, boost: boostCard},
		{values: own, boost: boostNumber},
		{values: []value{cites}, boost: boostSynonym},
	}
}

// citeKey is the term for a cited circular with its year.
func citeKey(key, year string) string { return key + " TAHUN " + year }
