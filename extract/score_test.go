package extract_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// The scorer of ordinary gold: how far a record agrees with what people read in a text. It is the same measure as
// ../shared/eval/score.py, which TestScorer holds it to.

// gold is what people read in one text.
type gold struct {
	ID, Genre string
	Circulars []struct {
		Number, Issuer, Region, Role string
		Year                         int
		Signatory                    *struct{ Name, Evidence string }
		DateSigned                   string `json:"date_signed"`
	}
	Effective []struct {
		Start, End string
		Derived    bool
	}
	Quotas []struct {
		Mode, Bound, Unit, Group, Asserted string
		Percent                            *float64
		Lo                                 *float64 `json:"percent_lo"`
		Hi                                 *float64 `json:"percent_hi"`
		ShortLo                            *float64 `json:"lo"`
		ShortHi                            *float64 `json:"hi"`
		Count                              int
	}
	Exemptions []struct {
		Group, Effect string
		Percent       *float64
	}
	Bases []struct {
		Type   string
		Number any
		Year   int
	} `json:"legal_bases"`
	Others []struct{ Context, Why string } `json:"non_clause_percents"`
}

// readGold reads a file of gold, one JSON object a line.
func readGold[G any](t *testing.T, path string) []G {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []G
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var g G
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		all = append(all, g)
	}
	return all
}

// item is one value of gold or of a record. Optional gold changes nothing whether it is found or not.
type item struct {
	key      string   // what must agree exactly
	group    []string // what must agree by words, where groups count
	optional bool
	clause   *circular.Clause // of a record
}

// tally counts right, invented and missed values of one field.
type tally struct{ tp, fp, fn int }

func (t tally) f1() float64 {
	if t.tp == 0 {
		if t.fp+t.fn == 0 {
			return 1
		}
		return 0
	}
	return 2 * float64(t.tp) / float64(2*t.tp+t.fp+t.fn)
}

// add matches gold with predictions one to one, as many as can be, required gold first. It returns which
// predictions serve a gold value.
func (t *tally) add(want, got []item, same func(a, b item) bool) []bool {
	order := make([]int, 0, len(want))
	for _, optional := range []bool{false, true} {
		for i, w := range want {
			if w.optional == optional {
				order = append(order, i)
			}
		}
	}
	of := make([]int, len(got)) // prediction: its gold, from 1
	var place func(i int, seen map[int]bool) bool
	place = func(i int, seen map[int]bool) bool {
		for j := range got {
			if seen[j] || !same(want[i], got[j]) {
				continue
			}
			seen[j] = true
			if of[j] == 0 || place(of[j]-1, seen) {
				of[j] = i + 1
				return true
			}
		}
		return false
	}
	for _, i := range order {
		met := place(i, map[int]bool{})
		switch {
		case want[i].optional:
		case met:
			t.tp++
		default:
			t.fn++
		}
	}
	served := make([]bool, len(got))
	for j, i := range of {
		served[j] = i > 0
		if i == 0 {
			t.fp++
		}
	}
	return served
}

// sheet is the outcome over a set of texts.
type sheet struct {
	fields             map[string]*tally
	distractors, traps int
	claimed            []claim // every scored quota, exemption, period and signatory with its confidence
}

// claim is one prediction with what the record says of it and whether gold agrees.
type claim struct {
	kind       string
	confidence float64
	certain    bool
	right      bool
}

var fieldNames = []string{"number", "subject", "signatory", "signed", "period", "quota", "quota+who", "exemption", "basis"}

func (s *sheet) of(field string) *tally {
	if s.fields == nil {
		s.fields = map[string]*tally{}
	}
	if s.fields[field] == nil {
		s.fields[field] = &tally{}
	}
	return s.fields[field]
}

// macro returns the mean F1 of the fields.
func (s *sheet) macro() float64 {
	sum := 0.0
	for _, f := range fieldNames {
		sum += s.of(f).f1()
	}
	return sum / float64(len(fieldNames))
}

func equal(a, b item) bool { return a.key == b.key }

// score adds what one record got right and wrong.
func (s *sheet) score(g gold, rec *circular.Record) {
	s.heads(g, rec)
	var want, got []item
	for _, e := range g.Effective {
		want = append(want, item{key: e.Start + ".." + e.End, optional: e.Derived})
	}
	for i, c := range rec.Clauses {
		if c.Period != nil {
			got = append(got, item{key: c.Period.Start.String() + ".." + c.Period.End.String(), clause: &rec.Clauses[i]})
		}
	}
	s.claim("period", got, s.of("period").add(want, got, equal))
	s.rules(g, rec)
	want, got = nil, nil
	for _, b := range g.Bases {
		number := ""
		if b.Number != nil {
			number = fmt.Sprint(b.Number)
		}
		want = append(want, law(b.Type, number, b.Year)...)
	}
	for _, c := range rec.Clauses {
		if b := c.LegalBasis; b != nil {
			got = append(got, law(b.Type, b.Number, b.Year)...)
		}
	}
	s.of("basis").add(unique(want), unique(got), equal)
}

// heads scores what is said of circulars.
func (s *sheet) heads(g gold, rec *circular.Record) {
	var named, subject, who, when, gotNamed, gotSubject, gotWho, gotWhen []item
	for _, c := range g.Circulars {
		key := item{key: fmt.Sprintf("%s/%d", actNumber(c.Number), c.Year)}
		if c.Number != "" {
			named = append(named, key)
		}
		if c.Role != "subject" {
			continue
		}
		if c.Number != "" {
			subject = append(subject, key)
		}
		if c.Signatory != nil && c.Signatory.Name != "" {
			who = append(who, item{key: c.Signatory.Name, optional: c.Signatory.Evidence == "inferred_office"})
		}
		if c.DateSigned != "" {
			when = append(when, item{key: c.DateSigned})
		}
	}
	var signed []circular.Signatory
	for _, c := range rec.Circulars {
		key := item{key: fmt.Sprintf("%s/%d", actNumber(c.Number), c.Year)}
		if c.Number != "" {
			gotNamed = append(gotNamed, key)
		}
		if c.Role != circular.RoleSubject {
			continue
		}
		if c.Number != "" {
			gotSubject = append(gotSubject, key)
		}
		if c.Signatory.Name != "" {
			gotWho = append(gotWho, item{key: c.Signatory.Name})
			signed = append(signed, c.Signatory)
		}
		if !c.DateSigned.IsZero() {
			gotWhen = append(gotWhen, item{key: c.DateSigned.String()})
		}
	}
	s.of("number").add(unique(named), unique(gotNamed), equal)
	s.of("subject").add(unique(subject), unique(gotSubject), equal)
	served := s.of("signatory").add(who, gotWho, func(a, b item) bool { return sameName(a.key, b.key) })
	for i, w := range signed {
		s.claimed = append(s.claimed, claim{"signatory", -1, w.Certain, served[i]})
	}
	s.of("signed").add(when, gotWhen, equal)
}

// rules scores quotas and exemptions. A full-office duty may be given as an exemption or as a quota of exactly
// 100% WFO, whichever gold has.
func (s *sheet) rules(g gold, rec *circular.Record) {
	const whole = "WFO exact %100"
	var quotas, exemptions, gotQ, gotX []item
	for _, q := range g.Quotas {
		lo, hi := q.Lo, q.Hi
		if lo == nil {
			lo, hi = q.ShortLo, q.ShortHi
		}
		quotas = append(quotas, item{key: quotaKey(q.Mode, q.Bound, q.Percent, lo, hi, q.Count), group: []string{q.Group}, optional: q.Asserted != ""})
	}
	for _, e := range g.Exemptions {
		exemptions = append(exemptions, item{key: effectClass(e.Effect), group: []string{e.Group}})
	}
	has := func(items []item, key string) int {
		n := 0
		for _, i := range items {
			if i.key == key {
				n++
			}
		}
		return n
	}
	duty := map[int]bool{} // indices in gotX of duties with 100 per cent printed
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Exemption != nil && c.Assertion == circular.AssertRule {
			class := effectClass(string(c.Exemption.Effect))
			duty[len(gotX)] = class == "in_office" && c.Exemption.Percent != nil && *c.Exemption.Percent == 100
			gotX = append(gotX, item{key: class, group: c.Groups, clause: c})
		}
	}
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Quota == nil || c.Assertion != circular.AssertRule {
			continue
		}
		q := c.Quota
		it := item{key: quotaKey(string(q.Mode), string(q.Bound), q.Percent, q.PercentLo, q.PercentHi, q.Count), group: c.Groups, clause: c}
		if it.key == whole && has(quotas, whole) == 0 && has(exemptions, "in_office") > 0 {
			duty[len(gotX)] = true
			gotX = append(gotX, item{key: "in_office", group: c.Groups, clause: c})
		} else {
			gotQ = append(gotQ, it)
		}
	}
	places := map[string]bool{}
	for _, c := range g.Circulars {
		for _, w := range groupWords(c.Region + " " + c.Issuer) {
			places[w] = true
		}
	}
	for _, q := range quotas {
		if q.key != whole || has(gotQ, whole) >= has(quotas, whole) {
			continue
		}
		for i, e := range gotX {
			taken := slices.ContainsFunc(exemptions, func(x item) bool { return sameGroup(x.group, e.group, nil) })
			if duty[i] && sameGroup(q.group, e.group, nil) && !taken {
				gotQ = append(gotQ, item{key: whole, group: e.group, clause: e.clause})
				gotX = slices.Delete(slices.Clone(gotX), i, i+1)
				moved := map[int]bool{}
				for j, d := range duty {
					if j < i {
						moved[j] = d
					} else if j > i {
						moved[j-1] = d
					}
				}
				duty = moved
				break
			}
		}
	}
	withGroup := func(a, b item) bool { return a.key == b.key && sameGroup(a.group, b.group, places) }
	served := s.of("quota").add(quotas, gotQ, equal)
	s.traps += trapped(g, gotQ, served)
	s.claim("quota", gotQ, s.of("quota+who").add(quotas, gotQ, withGroup))
	seen := map[string]bool{}
	once := gotX[:0:0]
	for _, e := range gotX { // the same duty given twice is one
		words := groupWords(strings.Join(e.group, " "))
		slices.Sort(words)
		k := e.key + " " + strings.Join(slices.Compact(words), " ")
		if !seen[k] {
			seen[k] = true
			once = append(once, e)
		}
	}
	s.claim("exemption", once, s.of("exemption").add(exemptions, once, withGroup))
	if len(quotas) == 0 {
		s.distractors += len(gotQ)
	}
}

// trapped counts invented quotas whose figure gold lists as no clause.
func trapped(g gold, got []item, served []bool) int {
	figures := map[float64]bool{}
	for _, o := range g.Others {
		if !slices.Contains([]string{"dup", "complement", "headline", "other_scope"}, o.Why) {
			for _, m := range percentFigure.FindAllStringSubmatch(o.Context, -1) {
				x, _ := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
				figures[x] = true
			}
		}
	}
	n := 0
	for i, q := range got {
		if served[i] {
			continue
		}
		figure := 100.0 // of a duty that counts as a quota
		if q.clause.Quota != nil {
			if q.clause.Quota.Percent == nil {
				continue
			}
			figure = *q.clause.Quota.Percent
		}
		if figures[figure] {
			n++
		}
	}
	return n
}

func (s *sheet) claim(kind string, got []item, right []bool) {
	for i, it := range got {
		s.claimed = append(s.claimed, claim{kind, it.clause.Confidence, it.clause.Certain, right[i]})
	}
}

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
