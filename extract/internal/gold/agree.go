package gold

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var (
	percentFigure = regexp.MustCompile(`(\d+(?:,\d+)?)\s*(?:%|persen|per cent)`)
	wordRun       = regexp.MustCompile(`[a-z0-9]+`)
	nameRun       = regexp.MustCompile(`[a-z']+`)
	placeName     = regexp.MustCompile(`\b(?:[Pp]emprov|[Pp]emkot|[Pp]emkab|[Pp]rovinsi|[Kk]abupaten|[Kk]ota|[Pp]emerintah (?:[Pp]rovinsi|[Kk]ota|[Kk]abupaten))((?: [A-Z][\w'-]+){1,3})`)
	titles        = regexp.MustCompile(`\b(h|hj|drs?|dra|ir|prof|komjen|irjen|pol|tni|se|st|sh|mm|msi|mpd|mkes|mh)\b\.?`)
	actPrefix     = regexp.MustCompile(`^(?:SE|NOMOR|NO)[.:]?(\d.*)$`)
	generalWords  = strings.Fields(`dan yang di ke dari bagi untuk para pada dengan atau the of selain serta lain lainnya dll seluruh semua
		pegawai asn pns pppk non jumlah layanan pelayanan bidang perangkat daerah unit kerja lingkungan lingkup pemerintah
		pemkab pemkot pemprov pemda kabupaten kota provinsi kementerian kemenag instansi kantor kanwil aparatur sipil negara
		setiap tiap masing`)
	inOffice = []string{"must_wfo", "not_eligible", "wfh_not_applied", "must_be_available"}
	stayHome = []string{"eligible", "may_wfh", "must_wfh", "may_be_considered", "excused_if_reported", "may_leave_home"}
)

// groupWords returns the words of a group that say whom it means.
func groupWords(s string) []string {
	return slices.DeleteFunc(wordRun.FindAllString(strings.ToLower(s), -1), func(w string) bool { return slices.Contains(generalWords, w) })
}

// sameGroup reports whether two groups agree: both general, or a third of the gold words or half of the predicted
// words shared. Names of places do not count.
func sameGroup(want, got []string, places map[string]bool) bool {
	a, b := strings.Join(want, " ; "), strings.Join(got, " ; ")
	named := map[string]bool{}
	for _, m := range placeName.FindAllStringSubmatch(a+" ; "+b, -1) {
		for _, w := range groupWords(m[1]) {
			named[w] = true
		}
	}
	set := func(s string) map[string]bool {
		out := map[string]bool{}
		for _, w := range groupWords(s) {
			if !places[w] && !named[w] {
				out[w] = true
			}
		}
		return out
	}
	g, p := set(a), set(b)
	if len(g) == 0 || len(p) == 0 {
		return len(g) == len(p)
	}
	n := 0
	for w := range g {
		if p[w] {
			n++
		}
	}
	return n > 0 && (3*n >= len(g) || 2*n >= len(p))
}

func effectClass(e string) string {
	switch {
	case slices.Contains(inOffice, e):
		return "in_office"
	case slices.Contains(stayHome, e):
		return "may_stay_home"
	}
	return "other"
}

func quotaKey(mode, bound string, percent, lo, hi *float64, count int) string {
	if bound == "approx" {
		bound = "exact"
	}
	switch {
	case percent != nil:
		return fmt.Sprintf("%s %s %%%g", mode, bound, *percent)
	case lo != nil && hi != nil:
		return fmt.Sprintf("%s %s %%%g-%g", mode, bound, *lo, *hi)
	}
	return fmt.Sprintf("%s %s n%d", mode, bound, count)
}

// actNumber returns a number without blanks, prefix and leading zeros.
func actNumber(s string) string {
	s = strings.ToUpper(strings.Join(strings.Fields(s), ""))
	if m := actPrefix.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	for len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9' {
		s = s[1:]
	}
	return s
}

// law returns the key of a legal basis; none for a circular or an act without number.
func law(kind, number string, year int) []item {
	letters := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(kind))
	if strings.HasPrefix(letters, "se") || strings.HasPrefix(letters, "suratedaran") || number == "" {
		return nil
	}
	if slices.Contains([]string{"pma", "pmk", "pbi", "pojk", "perma"}, letters) {
		letters = "per"
	}
	letters = strings.NewReplacer("undangundang", "uu", "peraturanpemerintah", "pp", "peraturanpresiden", "perpres",
		"keputusanpresiden", "keppres", "instruksipresiden", "inpres", "instruksimenteridalamnegeri", "inmendagri",
		"instruksimendagri", "inmendagri", "suratkeputusanbersama", "skb", "peraturanmenteri", "permen",
		"suratedaran", "se", "keputusanbersama", "skb").Replace(letters)
	return []item{{key: fmt.Sprintf("%.3s %s/%d", letters, actNumber(number), year)}}
}

// sameName reports whether one name, without titles and degrees, holds the other.
func sameName(a, b string) bool {
	parts := func(s string) []string {
		s, _, _ = strings.Cut(strings.ReplaceAll(s, "\u2019", "'"), ",")
		return nameRun.FindAllString(titles.ReplaceAllString(strings.ToLower(s), " "), -1)
	}
	x, y := parts(a), parts(b)
	in := func(p, q []string) bool {
		return !slices.ContainsFunc(p, func(w string) bool { return !slices.Contains(q, w) })
	}
	return len(x) > 0 && len(y) > 0 && (in(x, y) || in(y, x))
}

// unique keeps the first item of each key.
func unique(items []item) []item {
	seen := map[string]bool{}
	return slices.DeleteFunc(items, func(i item) bool {
		if seen[i.key] {
			return true
		}
		seen[i.key] = true
		return false
	})
}

// SameGroup reports whether two groups agree, as far as words tell.
func SameGroup(a, b string) bool { return sameGroup([]string{a}, []string{b}, nil) }

// Content returns how many words of a group say whom it means.
func Content(s string) int { return len(groupWords(s)) }

// EffectClass returns the class in which effects are scored: "in_office",
// "may_stay_home" or "other".
func EffectClass(effect string) string { return effectClass(effect) }

// SameName reports whether two names are of one person, titles and degrees aside.
func SameName(a, b string) bool { return sameName(a, b) }

// SameAct reports whether two numbers are one, prefixes and leading zeros aside.
func SameAct(a, b string) bool { return actNumber(a) == actNumber(b) }
