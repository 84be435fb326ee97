package mention

import (
	"sort"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Act is one place where the text names an act.
type Act struct {
	First, End           int            // its tokens, up to number, year and date; without the title
	Entry                *lexicon.Entry // of class "act"
	By                   int            // index of the office that issued it, or -1
	Of                   string         // region or body behind "Peraturan Bupati" and the like
	Issuer               string         // name of an issuer that is no office we know
	Number               string         // as printed
	NumFirst, NumEnd     int            //
	Year                 int            // 0 where none is printed with it
	Garbled              int            // token of an unreadable year, or 0
	Date                 circular.Date  // printed with it
	DateAt               int            // index of that date, or -1
	TitleFirst, TitleEnd int            // tokens of the title, equal when it has none
	Back                 bool           // points back: "edaran itu", "SE tersebut"
	Dead                 bool           // said to stay in force, to follow later, and so on
	Nested               bool           // stands in the title of another act
	List                 int            // place in a list of numbers that are one naming: 0 the first
	Sentence             int            // index of its sentence, or -1
}

// Circular reports whether the act is a circular.
func (a *Act) Circular() bool { return a.Entry.Attrs["type"] == "SE" }

// Letter reports whether the act is a numbered letter.
func (a *Act) Letter() bool { return a.Entry.Attrs["letter"] != "" }

// Behind returns the token behind the act with its title.
func (a *Act) Behind() int { return max(a.End, a.TitleEnd) }

// Titled reports whether the text prints the title of the act with it.
func (a *Act) Titled() bool { return a.TitleEnd > a.TitleFirst }

// maxIssuer bounds the tokens of the name of an issuer.
const maxIssuer = 16

// actGrammar reads the acts of one text.
type actGrammar struct {
	*reading.Reading
	layout   *Layout
	dates    []Date
	offices  []Office
	officeAt []int32
	places   *Places
	acts     []Act // so far
}

// find reads every act from token from on:
//
//	act    = phrase [issuer] [("," | "itu")] ["Nomor"] number [Tahun year] [dated] ["tentang" title]
//	dated  = ("tanggal" | "tertanggal") date
//	number = number { ("dan" | ",") ["Nomor"] number }
//
// and numbers that a later word gives to a circular named without one.
func (g *actGrammar) find(from int) []Act {
	title := 0 // end of the last title
	for i := from; i < len(g.Toks); {
		found := g.act(i)
		if len(found) == 0 {
			found = g.later(i)
		}
		if len(found) == 0 {
			i++
			continue
		}
		for k := range found {
			a := &found[k]
			a.Nested = a.First < title
			a.Sentence, a.List = g.layout.At(a.First), k
			g.acts = append(g.acts, *a)
		}
		last := found[len(found)-1]
		title = max(title, last.TitleEnd)
		i = max(i+1, last.End)
	}
	return g.acts
}

// dateFrom returns the index of the date that begins at token i, or -1.
func (g *actGrammar) dateFrom(i int) int {
	k := sort.Search(len(g.dates), func(k int) bool { return g.dates[k].First >= i })
	if k < len(g.dates) && g.dates[k].First == i {
		return k
	}
	return -1
}

// act parses the act named at token i, and those of the same kind that follow
// in a list of numbers: "Nomor 11 dan Nomor 12 Tahun 2020".
func (g *actGrammar) act(i int) []Act {
	m, ok := g.Starts(i, "act")
	if !ok || g.layout.Is(i, Furniture) || g.Is(i, "footer") {
		return nil
	}
	if m.Entry.Attrs["caps"] != "" && m.End == i+1 && len(g.Norms[i]) == 2 && g.Raw(i) != strings.ToUpper(g.Raw(i)) {
		return nil // "se" is a syllable
	}
	a := Act{First: i, End: m.End, Entry: m.Entry, By: -1, DateAt: -1}
	at := g.issuer(&a, m.End)
	at = g.datedFirst(&a, at)
	at = g.numbered(&a, g.pointed(&a, at))
	if a.Number == "" && (a.Entry.Attrs["joint"] != "" || a.Circular()) {
		at = g.farNumber(&a, at)
	}
	at = g.dated(&a, at)
	g.title(&a, at)
	if a.Titled() && a.Number == "" {
		// A number may stand behind the title: "SE tentang X dengan Nomor 5".
		j := g.Skip(a.TitleEnd, ",")
		if m, ok := g.Starts(j, "actnumber"); ok {
			g.take(&a, NumberAt(g.Reading, m.End))
		}
	}
	if a.Titled() && a.Date.IsZero() {
		g.dated(&a, a.TitleEnd)
	}
	if !g.isAct(&a) || g.degree(&a) {
		return nil
	}
	a.Back = a.Back || g.Is(a.End, "actthis")
	a.Dead = a.Dead || g.Is(a.Behind(), "actdead")
	out := []Act{a}
	if !a.Titled() && a.Number != "" {
		out = g.siblings(out)
	}
	return out
}

// isAct reports whether what was read is enough for an act: a number, a title,
// or a kind that is named without either.
func (g *actGrammar) isAct(a *Act) bool {
	of := a.Entry.Attrs["of"] != ""
	switch {
	case a.Letter():
		return a.Number != "" && (a.By >= 0 || strings.Contains(a.Number, "/"))
	case a.Number != "" || a.Entry.Attrs["bare"] != "" || a.Titled() || of && (a.By >= 0 || a.Of != ""):
		return true
	}
	return len(g.Norms[a.First]) > 3 && of
}

// take gives a the number, if one was read, and returns whether.
func (g *actGrammar) take(a *Act, n Number) bool {
	if n.Text == "" {
		return false
	}
	a.Number, a.Year, a.Garbled = n.Text, n.Year, n.Garbled
	a.NumFirst, a.NumEnd, a.End = n.First, n.End, n.Behind
	return true
}

// numbered parses the number of a at token at and returns the token behind.
func (g *actGrammar) numbered(a *Act, at int) int {
	if m, ok := g.Starts(at, "actthis"); ok && g.Is(m.End, "actnumber") && a.Circular() {
		a.Back, at = true, m.End // "edaran itu bernomor ..."
	}
	cue := at
	if a.Circular() || a.Letter() {
		cue = g.Skip(at, ",", ":", ";") // "Surat Edaran Bupati X, Nomor 5"
	}
	if m, ok := g.Starts(cue, "actnumber"); ok {
		if g.take(a, NumberAt(g.Reading, m.End)) {
			return a.End
		}
		return at
	}
	b := *a
	if a.Circular() && at == a.First+1 && g.Skip(at, "-", "/") > at && at+1 < len(g.Toks) && g.Toks[at+1].Kind == lexicon.Number &&
		g.take(&b, NumberAt(g.Reading, a.First)) && (!g.Toks[at].Space || strings.Contains(b.Number, "/")) {
		*a = b // "SE-05/PJ/2022"
		return a.End
	}
	// Without "Nomor" only "17/2023" or "5 Tahun 2014" is a number.
	if at < len(g.Toks) && (g.Toks[at].Kind == lexicon.Number || g.Capital(at)) && g.dateFrom(at) < 0 {
		n := NumberAt(g.Reading, at)
		parts := strings.Count(n.Text, "/")
		if (n.Year > 0 && len(n.Text) <= 24 || parts >= 2) && (parts > 0 || g.Toks[at].Kind == lexicon.Number) && strings.ContainsAny(n.Text, "0123456789") {
			g.take(a, n)
			return a.End
		}
	}
	return at
}

// pointed steps over words that point back between an act and its number:
// "edaran tersebut, Nomor 5", "SE sebelumnya, Nomor 4".
func (g *actGrammar) pointed(a *Act, at int) int {
	m, ok := g.Starts(at, "actthis")
	if !ok {
		if m, ok = g.Starts(at, "actdead"); !ok {
			return at
		}
	}
	j := g.Skip(m.End, ",")
	n, ok := g.Starts(j, "actnumber")
	if !ok || !a.Circular() || NumberAt(g.Reading, n.End).Text == "" {
		return at
	}
	if m.Entry.Class == "actdead" {
		a.Dead = true
	} else {
		a.Back = true
	}
	return j
}

// farNumber looks for the number of a behind what its clause says of it: the
// ministers that made a joint decree, or a circular's way into the world. The
// next act, a title, or a word that leads to another act ends the search.
func (g *actGrammar) farNumber(a *Act, at int) int {
	s := g.layout.At(a.First)
	if s < 0 {
		return at
	}
	end := min(g.layout.Sentences[s].End, at+maxTitle)
	for j := at; j < end; j++ {
		for _, m := range g.At(j) {
			switch m.Entry.Class {
			case "acttitle", "actrole", "actnoun", "press":
				if m.Entry.Class == "acttitle" || a.Circular() {
					return at
				}
			case "act":
				if g.Capital(j) || a.Circular() {
					return at
				}
			case "actnumber":
				n := NumberAt(g.Reading, m.End)
				if n.Text == "" || a.Circular() && (!n.Shaped() || g.Is(j-1, "street")) {
					continue
				}
				if a.Circular() {
					behind, first := a.End, n.Behind
					g.take(a, n)
					a.End = behind
					return first
				}
				g.take(a, n)
				return a.End
			}
		}
	}
	return at
}

// datedFirst parses a date in front of the number: "SE tanggal 20 Januari 2023
// Nomor 5". It leaves a alone where no number follows.
func (g *actGrammar) datedFirst(a *Act, at int) int {
	b := *a
	if end := g.dated(&b, at); end > at && g.Is(g.Skip(end, ","), "actnumber") {
		*a = b
		return end
	}
	return at
}

// dated parses "tanggal 13 April 2024" or "tertanggal ..." at token at into a,
// and returns the token behind.
func (g *actGrammar) dated(a *Act, at int) int {
	i := g.Skip(at, ",", "(")
	if m, ok := g.Starts(i, "issue"); ok && m.Entry.ID == "dated" {
		i = m.End
	} else if m, ok := g.Starts(i, "dateper"); ok {
		i = m.End
	} else if !g.Is(i, "dateword") && !g.apposedDay(a, at) {
		return at
	}
	k := g.dateFrom(i)
	if k < 0 || !g.dates[k].Single() {
		return at
	}
	a.Date, a.DateAt = g.dates[k].From, k
	if at == a.End || at == a.TitleEnd {
		a.End = g.dates[k].End
	}
	return g.dates[k].End
}

// apposedDay reports whether a day stands in apposition behind a circular with a
// number, at token at: "SE Nomor 5, 5 Juli 2021, yang ...", "SE Nomor 5 (5 Juli
// 2021)". With its weekday it would be the day of the press.
func (g *actGrammar) apposedDay(a *Act, at int) bool {
	i := g.Skip(at, ",", "(")
	if i == at || a.Number == "" || !a.Circular() && !a.Letter() {
		return false
	}
	k := g.dateFrom(i)
	return k >= 0 && g.dayAlone(k) && !g.dates[k].Weekday
}

// dayAlone reports whether date k is one day with its year at the end of a clause.
func (g *actGrammar) dayAlone(k int) bool {
	d := &g.dates[k]
	return d.Single() && !d.Inferred && !d.Clock && (d.End == len(g.Toks) || g.Skip(d.End, ",", ".", ";", ")") > d.End || g.Toks[d.End].Line)
}

// siblings appends to out, which holds one act with a number, the acts of the
// same kind whose numbers follow in a list. A missing year comes from the right,
// and so does a date.
func (g *actGrammar) siblings(out []Act) []Act {
	for len(out) < maxList {
		last := out[len(out)-1]
		b, ok := g.sibling(&last)
		if !ok {
			break
		}
		if b.Dead {
			for k := range out {
				out[k].Dead = true
			}
		}
		out = append(out, b)
		if b.Titled() {
			break
		}
	}
	for k := len(out) - 2; k >= 0; k-- {
		a, next := &out[k], &out[k+1]
		if a.Year == 0 && next.Year != 0 && !strings.Contains(a.Number, "/") {
			a.Year = next.Year
		}
		if a.Circular() && a.Date.IsZero() {
			a.Date, a.DateAt = next.Date, next.DateAt
		}
	}
	return out
}

// sibling parses the number that follows last in a list.
func (g *actGrammar) sibling(last *Act) (Act, bool) {
	b := Act{Entry: last.Entry, By: last.By, Of: last.Of, DateAt: -1}
	_, next := Link(g.Reading, last.End)
	if j := g.Behind(last.End, "actalso"); j > last.End {
		next = j // "beserta perubahannya Nomor 6"
	}
	if next == last.End && last.Circular() && g.Is(next, "actnumber") {
		next = last.End // "Nomor 300/69, Nomor SE/1 Nomor SE/10"
	} else if next == last.End {
		return b, false
	}
	cued := false
	if m, ok := g.Starts(next, "actnumber"); ok {
		next, cued = m.End, true
	} else if m, ok := g.Starts(next, "act"); ok && m.Entry == last.Entry && last.Circular() {
		return b, false // named anew
	}
	if next >= len(g.Toks) || g.Toks[next].Kind != lexicon.Number && !cued && !strings.Contains(last.Number, "/") {
		return b, false
	}
	n := NumberAt(g.Reading, next)
	shaped := strings.Contains(n.Text, "/") && (cued || strings.Contains(last.Number, "/"))
	if n.Text == "" || !cued && (n.Year == 0 && !g.listEnds(n.Behind) && !shaped || g.dateFrom(next) >= 0) {
		return b, false
	}
	if !cued && g.Toks[next].Kind != lexicon.Number && !shaped {
		return b, false
	}
	b.First = n.First
	g.take(&b, n)
	g.title(&b, g.dated(&b, b.End))
	b.Dead = g.Is(b.Behind(), "actdead")
	return b, true
}

// listEnds reports whether what stands at token i lets a bare number before it
// be one of a list of acts: another number follows with its year.
func (g *actGrammar) listEnds(i int) bool {
	for range maxList {
		_, next := Link(g.Reading, i)
		if next == i || next >= len(g.Toks) || g.Toks[next].Kind != lexicon.Number {
			return false
		}
		if m, ok := g.Starts(next+1, "actyear"); ok {
			return ReadYear(g.Reading, m.End) > 0
		}
		i = next + 1
	}
	return false
}

// later parses a number that is told of the circular named last, in a later
// sentence - "nomornya 800/5/ORG", "Yakni, Nomor 1 Tahun 2024" - or behind other
// words in its own - "SE yang terbit kemarin dengan nomor 800/5/ORG".
func (g *actGrammar) later(i int) []Act {
	m, ok := g.Starts(i, "actnumber")
	if !ok || len(g.acts) == 0 || g.layout.Is(i, Furniture) || g.Is(i-1, "street") {
		return nil
	}
	last := &g.acts[len(g.acts)-1]
	if !last.Circular() {
		return nil
	}
	k := g.layout.At(i)
	own := last.Number == "" && last.Sentence == k && m.Entry.Attrs["with"] != ""
	opens := last.Number == "" && k > 0 && g.opens(i, k)
	if m.Entry.Attrs["back"] == "" && !own && !opens {
		return nil
	}
	a := Act{First: i, Entry: last.Entry, By: -1, Back: true, DateAt: -1}
	n := NumberAt(g.Reading, m.End)
	if !strings.Contains(n.Text, "/") && !(opens && n.Year > 0) {
		return nil
	}
	g.take(&a, n)
	g.title(&a, g.dated(&a, a.End))
	return g.siblings([]Act{a})
}

// opens reports whether only words such as "yakni" stand between the start of
// sentence k and token i.
func (g *actGrammar) opens(i, k int) bool {
	first := g.layout.Sentences[k].First
	return first == i || g.Skip(g.Behind(first, "namely"), ",") == i
}

// degree reports whether what looks like the act "SE" is the degree behind a
// name: "H Saifuddin SE".
func (g *actGrammar) degree(a *Act) bool {
	if a.Entry.Attrs["caps"] == "" || a.End != a.First+1 || len(g.Norms[a.First]) != 2 || a.Number != "" || a.By >= 0 || a.Titled() || g.Toks[a.First].Line {
		return false
	}
	i := a.First - 1
	if i > 0 && g.Toks[i].Norm == "," {
		i--
	}
	if i < 0 || g.Toks[i].Kind != lexicon.Word || !g.Capital(i) || StopsName(g.Reading, i) {
		return false
	}
	k := g.layout.At(a.First)
	if k < 0 || g.layout.Sentences[k].First == i {
		return false
	}
	next := a.First + 1
	return next >= len(g.Toks) || g.Toks[next].Kind == lexicon.Punct || g.Capital(i-1) || g.Is(i-1, "honorific") || g.Is(i-2, "honorific")
}
