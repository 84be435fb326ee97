package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Office is an office, government or institution named in the text, with the
// name of its holder where that follows.
type Office struct {
	First, End int                  // its tokens, without the name
	Entry      *lexicon.Entry       // of class "office"; nil for an institution named by itself
	Rank       Rank                 //
	Level      string               // tier of region it rules, "" for any
	Capacity   circular.Capacity    // acting title in front
	Region     lexicon.Region       // zero where the text does not decide
	Unsure     []lexicon.Region     // the candidates where it does not
	Local      string               // its region or campus as printed where the tables lack that
	Inst       *lexicon.Institution // ministry, agency or university
	Holder     Person               // empty where nobody is named
}

// Rank is the place of an office in its house.
type Rank string

// The ranks of offices.
const (
	Head      Rank = "head"      // head of a government or an institution
	Second    Rank = "second"    // deputy of the head; offices have it as Chief
	Secretary Rank = "secretary" //
	Chief     Rank = "chief"     // head of a unit
	Body      Rank = "body"      // a government or institution itself
	Branch    Rank = "branch"    // part of an institution in a region
)

// Behind returns the token behind the office and the name of its holder.
func (o *Office) Behind() int { return max(o.End, o.Holder.End) }

// InHouse reports whether the office is one of an institution that is not named
// with it, such as "Sekretaris Jenderal".
func (o *Office) InHouse() bool {
	return o.Inst == nil && o.Local == "" && o.Region.Code == "" && o.Entry != nil && o.Entry.Attrs["of"] == "house"
}

// officeGrammar reads the offices of one text.
type officeGrammar struct {
	*reading.Reading
	places *Places
}

// findOffices finds every office of the text, by position, and by token: the
// office that begins there, or -1.
func findOffices(r *reading.Reading, places *Places) (all []Office, at []int32) {
	g := officeGrammar{r, places}
	at = make([]int32, len(r.Toks))
	for i := range at {
		at[i] = -1
	}
	for i := 0; i < len(r.Toks); {
		o, ok := g.office(i)
		if !ok {
			i++
			continue
		}
		o.Holder = g.holder(&o)
		at[o.First] = int32(len(all))
		all = append(all, o)
		i = o.Behind()
	}
	return all, at
}

// office parses the office named at token i.
func (g *officeGrammar) office(i int) (Office, bool) {
	o := Office{First: i}
	if len(g.At(i)) == 0 && !g.Capital(i) {
		return o, false
	}
	at := i
	if m, ok := g.Starts(at, "acting"); ok {
		o.Capacity = circular.Capacity(m.Entry.ID)
		at = g.Skip(g.Behind(m.End, "acting"), ".")
	}
	m, ok := g.Starts(at, "office")
	n, inst := lexicon.DefaultInstitutions().MatchAt(g.Norms, at)
	if n > 0 && (!ok || at+n > m.End || m.Entry.ID == "menteri") && g.shown(at, at+n) {
		return g.institution(o, at, n, inst), true
	}
	if !ok || m.Entry.ID == "menteri" && !g.Capital(at) {
		return o, false
	}
	o.Entry, o.Rank, o.Level = m.Entry, Rank(m.Entry.Attrs["rank"]), m.Entry.Attrs["level"]
	o.End = g.brief(m.End)
	if c := m.Entry.Attrs["capacity"]; c != "" {
		o.Capacity = circular.Capacity(c)
	}
	if !g.unitOf(&o, m) {
		return o, false
	}
	if n, inst := lexicon.DefaultInstitutions().MatchAt(g.Norms, o.End-1); n > 1 && o.Inst == nil && o.End == m.End && m.End-m.First > 1 {
		o.Inst, o.End = &inst, g.brief(o.End-1+n) // "Sekretaris Kementerian Koperasi": one word of both
	}
	if o.Inst == nil {
		if n, inst := lexicon.DefaultInstitutions().MatchAt(g.Norms, o.End); n > 0 && g.shown(o.End, o.End+n) && o.Rank != Body && o.Level != "province" {
			o.Inst, o.End = &inst, g.brief(o.End+n)
		}
	}
	if o.Inst == nil && o.Level == "institution" {
		if end := g.campus(o.End); end > o.End {
			o.Local, o.End = g.Printed(o.End, end), g.brief(end)
			if o.Rank == Second {
				o.Rank = Chief
			}
			return o, true
		}
	}
	g.place(&o, o.Level)
	if o.Rank == Second {
		o.Rank = Chief
	}
	return o, true
}

// institution completes o, which is the institution named by n tokens at token at.
func (g *officeGrammar) institution(o Office, at, n int, inst lexicon.Institution) Office {
	o.Inst, o.End, o.Rank = &inst, g.brief(at+n), Body
	if g.Is(at, "insthead") {
		o.Rank = Head
	}
	g.place(&o, "")
	if o.Region.Code != "" || len(o.Unsure) > 0 {
		o.Rank = Branch
	}
	return o
}

// unitOf parses the unit behind an office that heads one, of which m is the
// phrase. It reports whether the office is one at all: "kepala" alone heads
// nothing we know.
func (g *officeGrammar) unitOf(o *Office, m lexicon.Match) bool {
	if o.Rank != Chief && o.Rank != Secretary && m.Entry.Attrs["unit"] == "" {
		return true
	}
	if at := g.roman(o.End); at > o.End && m.Entry.Attrs["unit"] == "roman" {
		if o.End = at; o.Level == "" && g.Capital(at) && !StopsName(g.Reading, at) && !g.Is(at, "honorific") {
			o.End++ // "Pangdam V/Brawijaya"
		}
		return true
	}
	end := g.unit(o.End)
	if end == o.End && o.Rank == Chief && m.Entry.Attrs["alone"] == "" {
		if n, _ := lexicon.DefaultRegions().MatchAt(g.Norms, end+1); n > 0 && end+1 < len(g.Toks) && g.Toks[end].Kind == lexicon.Word && g.Capital(end) && g.Capital(end+1) && !StopsName(g.Reading, end) {
			end++ // "Kepala Dindikbud Banten": a short name that no list has, in a region
		}
	}
	if o.Rank == Chief && end == o.End {
		n, inst := lexicon.DefaultInstitutions().MatchAt(g.Norms, o.End)
		switch {
		case n > 0:
			o.Inst, end = &inst, o.End+n
			if m.Entry.Attrs["whole"] != "" {
				o.Rank = Head // of the whole agency
			}
		case m.Entry.Attrs["unit"] == "any" && g.Is(end, "directorate"):
			end = g.directorate(end)
		case m.Entry.Attrs["unit"] == "any":
			for end < len(g.Toks) && end < o.End+maxUnit && g.Toks[end].Kind == lexicon.Word && g.Capital(end) && !StopsName(g.Reading, end) {
				end++
			}
		}
		if end == o.End && m.Entry.Attrs["alone"] == "" {
			return false
		}
	}
	o.End = g.brief(end)
	return true
}

// directorate returns the token behind the name of a directorate-general, whose
// words the lexicon knows: "Pajak", "Bina Pemerintahan Desa".
func (g *officeGrammar) directorate(i int) int {
	end := i
	for j := i; j < len(g.Toks) && j < i+maxUnit && !g.Toks[j].Line; j++ {
		switch {
		case g.Is(j, "and") || g.Toks[j].Norm == ",":
		case g.Is(j, "directorate") || g.Is(j, "unitword"):
			end = max(j+1, g.Behind(j, "directorate"))
		default:
			return end
		}
	}
	return end
}

// roman returns the token behind the Roman figure at token i, and a slash
// behind it: "Wakil Rektor II", "Pangdam V/Brawijaya".
func (g *officeGrammar) roman(i int) int {
	if i < len(g.Toks) && g.Toks[i].Kind == lexicon.Word && strings.Trim(g.Raw(i), "IVX") == "" {
		return g.Skip(i+1, "/")
	}
	return i
}

// maxUnit bounds the words of a unit's name.
const maxUnit = 12

// unit returns the token behind the name of the unit that begins at token i.
func (g *officeGrammar) unit(i int) int {
	end := i
	for j := i; j < len(g.Toks) && j < i+maxUnit; j++ {
		switch {
		case g.Is(j, "unitword") && !g.Toks[j].Line:
			if !g.Is(j, "and") {
				end = j + 1
			}
		case g.Toks[j].Norm == "," || g.Toks[j].Norm == "/":
			if j == end && g.Is(j+1, "unitword") && (g.Toks[j].Norm == "/" || g.joined(j)) {
				continue
			}
			return end
		default:
			return g.brief(end)
		}
	}
	return end
}

// joined reports whether the comma at token i joins words of one unit's name:
// "Pemuda, Olahraga dan Pariwisata".
func (g *officeGrammar) joined(i int) bool {
	for j := i + 1; j < len(g.Toks) && j < i+maxUnit && !g.Toks[j].Line; j++ {
		switch {
		case g.Is(j, "and"):
			return g.Is(j+1, "unitword")
		case !g.Is(j, "unitword") && g.Toks[j].Norm != ",":
			return false
		}
	}
	return false
}

// campus returns the token behind the name of a campus that is not in the list
// of institutions, at token i: "Universitas Maritim Berau", "Unpara".
func (g *officeGrammar) campus(i int) int {
	end := i
	for end < len(g.Toks) && end < i+maxName && g.Toks[end].Kind == lexicon.Word && g.Capital(end) && (!StopsName(g.Reading, end) || g.Is(end, "org")) && !g.Is(end, "honorific") {
		end++
	}
	if end > i && g.Is(i, "org") {
		return end
	}
	if next := g.Skip(end, ","); end == i+1 && (g.Is(next, "honorific") || brief(g.Reading, i, end)) {
		return end // "Rektor Unpara, Prof. Dr. ...", "Rektor USU, Edy ..."
	}
	return i
}

// shown reports whether the name at the tokens is written as a name: with a
// capital, so that "um" or "its" inside a sentence is no university.
func (g *officeGrammar) shown(first, end int) bool {
	raw := g.Text.Body[g.Toks[first].Start:g.Toks[end-1].End]
	c, _ := utf8.DecodeRuneInString(raw)
	switch n := utf8.RuneCountInString(raw); {
	case n < 4:
		return strings.ToUpper(raw) == raw
	case n == 4:
		return unicode.IsUpper(c)
	}
	return true
}

// maxBrief bounds the letters of a short form.
const maxBrief = 12

// brief steps over a short form in parentheses at token i: "(Pemkot)", "(UI)",
// "(Pemkab Sleman)".
func (g *officeGrammar) brief(i int) int {
	if g.Skip(i, "(") == i {
		return i
	}
	letters := 0
	for j := i + 1; j < len(g.Toks) && letters <= maxBrief; j++ {
		switch {
		case g.Toks[j].Norm == ")" && letters > 0:
			return j + 1
		case g.Toks[j].Kind != lexicon.Word:
			return i
		}
		letters += len(g.Toks[j].Norm)
	}
	return i
}

// place parses the region behind o. Level is the tier that the office rules.
func (g *officeGrammar) place(o *Office, level string) {
	at := g.Behind(o.End, "tierword")
	n, found := lexicon.DefaultRegions().MatchAt(g.Norms, at)
	if n == 1 && g.Is(at, "namesake") && at+1 < len(g.Toks) && g.Toks[at+1].Kind == lexicon.Word && g.Capital(at+1) && !StopsName(g.Reading, at+1) && !g.Is(at+1, "honorific") {
		return // "Wali Kota Bima Arya" governs another town
	}
	if n == 0 || !g.Capital(at) || g.Toks[at].Line && at != o.End {
		g.localPlace(o, o.End)
		return
	}
	o.End = g.brief(at + n)
	if r, ok := ChooseRegion(found, level); ok {
		o.Region, o.Unsure = r, nil
		return
	}
	o.Unsure = found
}

// localPlace parses a region that only the text knows at token at, behind o.
func (g *officeGrammar) localPlace(o *Office, at int) {
	at = g.Behind(at, "regionword")
	if name, n := g.places.At(at); n > 0 {
		o.Local, o.End = name, g.brief(at+n)
	}
}

// ChooseRegion returns the one region of found that has the level, any for "".
func ChooseRegion(found []lexicon.Region, level string) (lexicon.Region, bool) {
	var one []lexicon.Region
	for _, r := range found {
		if level == "" || level == "institution" || r.Level == level {
			one = append(one, r)
		}
	}
	if len(one) == 1 {
		return one[0], true
	}
	return lexicon.Region{}, false
}

// holder parses the name that follows o.
func (g *officeGrammar) holder(o *Office) Person {
	at := g.Skip(o.End, ",")
	if o.Rank == Body || o.Rank == Branch && o.Entry != nil || at >= len(g.Toks) || g.Is(at, "acting") {
		return Person{}
	}
	p := PersonAt(g.Reading, at)
	if p.Name == "" {
		return Person{}
	}
	if at > o.End && p.End < len(g.Toks) {
		// "Sekretaris Daerah Magetan, Hermawan, ...": an apposition closes again.
		switch n := g.Toks[p.End].Norm; {
		case n == "," || n == "." || n == ")" || n == ";" || n == "(", lexicon.Active(n), g.Is(p.End, "issue"), g.Is(p.End, "issuefill"), g.Is(p.End, "within"), g.Is(at, "honorific"):
		default:
			return Person{}
		}
	}
	return p
}
