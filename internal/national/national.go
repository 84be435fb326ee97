// Package national makes up a corpus of circulars of the size of the country:
// records of every region and of ministries, each the same on every machine.
// Tests and benchmarks of search use it; nothing in it is a real circular.
package national

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"iter"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

//go:embed words.txt
var wordsFile string

// lists are the word lists by name.
var lists = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	name := ""
	for line := range strings.Lines(wordsFile) {
		line, _, _ = strings.Cut(line, "#")
		body := strings.TrimSpace(line)
		if head, rest, ok := strings.Cut(line, " = "); ok && line[0] != ' ' {
			name, body = head, rest
		}
		for entry := range strings.SplitSeq(body, ";") {
			if entry = strings.TrimSpace(entry); entry != "" {
				m[name] = append(m[name], entry)
			}
		}
	}
	return m
})

// issuers are those of the corpus: the regions, then ministries.
var issuers = sync.OnceValue(func() []circular.Circular {
	office := map[string]string{"province": "Gubernur ", "regency": "Bupati ", "city": "Wali Kota "}
	var out []circular.Circular
	for _, r := range lexicon.Regions() {
		_, short, ok := strings.Cut(r.Name, " ")
		if r.Level == "province" || !ok {
			short = r.Name
		}
		out = append(out, circular.Circular{Issuer: office[r.Level] + short, Level: circular.Level(r.Level),
			Region: circular.Region{Name: r.Name, Code: r.Code}})
	}
	for _, name := range lists()["ministry"] {
		out = append(out, circular.Circular{Issuer: name, Level: circular.LevelMinistry, Region: circular.Region{Name: "Indonesia"}})
	}
	return out
})

// Clauses is the mean number of clauses of a circular.
const Clauses = 50

// Records yields n circulars, of 25 to 75 clauses each. The i-th is the same
// whatever n is.
func Records(n int) iter.Seq2[*circular.Record, error] {
	return func(yield func(*circular.Record, error) bool) {
		for i := range n {
			if !yield(Record(i), nil) {
				return
			}
		}
	}
}

// kindShares says how often each kind occurs, of 100 clauses.
var kindShares = []struct {
	kind  circular.Kind
	share int
}{
	{circular.KindObligation, 40}, {circular.KindExemption, 10}, {circular.KindQuota, 9}, {circular.KindReporting, 8},
	{circular.KindProhibition, 8}, {circular.KindPermission, 7}, {circular.KindCondition, 6}, {circular.KindLegalBasis, 6},
	{circular.KindPeriod, 4}, {circular.KindSanction, 2},
}

// Record returns the i-th circular of the corpus.
func Record(i int) *circular.Record {
	g := &generator{rand: rand.New(rand.NewPCG(20240401, uint64(i)))}
	sum := sha256.Sum256([]byte("national " + strconv.Itoa(i)))
	all := issuers()
	c := all[i%len(all)]
	g.here = c.Region.Name
	g.year = 2018 + g.rand.IntN(9)
	g.season = g.pick("season")
	c.Role, c.Type, c.Year = circular.RoleSubject, "SE", g.year
	c.Title = title(g.fill("{topic}"))
	c.Number = g.number(i, c.Level)
	c.DateSigned = circular.Date{Year: g.year, Month: 1, Day: 1}.AddDays(g.rand.IntN(365))
	c.Signatory = circular.Signatory{Name: g.pick("first") + " " + g.pick("last"), Office: c.Issuer, Evidence: circular.EvidenceSigned}
	r := &circular.Record{
		Schema: circular.RecordSchema,
		Source: circular.Source{Path: fmt.Sprintf("nasional/%05d.txt", i), SHA256: hex.EncodeToString(sum[:]), MediaType: "text/plain",
			Grade: circular.GradePrimary, Pages: 1},
	}
	var body strings.Builder
	fmt.Fprintf(&body, "SURAT EDARAN\nNOMOR %s\nTENTANG %s\n", c.Number, strings.ToUpper(c.Title))
	c.Span = circular.Span{End: body.Len() - 1}
	c.Signatory.Span = c.Span
	for n := 25 + g.rand.IntN(51); n > 0; n-- {
		cl := g.clause()
		cl.Span = circular.Span{Start: body.Len(), End: body.Len() + len(cl.Text)}
		body.WriteString(cl.Text + "\n")
		r.Clauses = append(r.Clauses, cl)
	}
	text := circular.Plain(body.String())
	paginate(&text)
	r.Source.Pages = len(text.Pages)
	for k := range r.Clauses {
		r.Clauses[k].Span.Page = text.PageAt(r.Clauses[k].Span.Start)
	}
	c.Span.Page, c.Signatory.Span.Page = 1, 1
	r.Text = &text
	r.Circulars = []circular.Circular{c}
	r.Coverage = circular.Coverage{Operative: len(text.Body), Claimed: len(text.Body)}
	return r
}

// paginate parts the text into pages of about 3000 bytes at ends of lines.
func paginate(t *circular.Text) {
	t.Pages = nil
	for start := 0; start < len(t.Body); {
		end := len(t.Body)
		if end-start > 3000 {
			end = start + 3000 + strings.IndexByte(t.Body[start+3000:], '\n') + 1
		}
		t.Pages = append(t.Pages, circular.Page{Start: start, End: end, Method: circular.MethodText})
		start = end
	}
}

// title writes the first letter of each word large.
func title(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// generator makes the parts of one circular.
type generator struct {
	rand   *rand.Rand
	here   string
	season string // of the whole circular
	year   int
	date   circular.Date // the last one written
	figure float64       // the last percentage written
}

// pick returns an entry of a list; the first ones come oftener.
func (g *generator) pick(list string) string {
	l := lists()[list]
	return l[int(float64(len(l))*g.rand.Float64()*g.rand.Float64())]
}

// number returns the number of the i-th circular.
func (g *generator) number(i int, level circular.Level) string {
	if level == circular.LevelMinistry || g.rand.IntN(4) == 0 {
		return strconv.Itoa(1 + i/len(issuers()))
	}
	code := [][]string{{"800.1.6.2", "BKPSDM"}, {"000.8.3", "ORG"}, {"100.3.4", "Setda"}, {"443.1", "DINKES"}}[g.rand.IntN(4)]
	return fmt.Sprintf("%s/%d/%s/%d", code[0], 100+i, code[1], g.year)
}

var months = strings.Fields("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember")

func printed(d circular.Date) string {
	return fmt.Sprintf("%d %s %d", d.Day, months[d.Month-1], d.Year)
}

// fill replaces the names in braces, also in what they stand for.
func (g *generator) fill(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		s = after
		switch name {
		case "here":
			b.WriteString(g.here)
		case "season":
			b.WriteString(g.season)
		case "year":
			b.WriteString(strconv.Itoa(2003 + g.rand.IntN(20)))
		case "number":
			b.WriteString(strconv.Itoa(1 + g.rand.IntN(120)))
		case "percent":
			g.figure = float64(5 * (1 + g.rand.IntN(20)))
			unit := []string{"%", " persen"}[g.rand.IntN(2)]
			b.WriteString(strconv.Itoa(int(g.figure)) + unit)
		case "date":
			g.date = circular.Date{Year: g.year, Month: 1, Day: 1}.AddDays(g.rand.IntN(340))
			b.WriteString(printed(g.date))
		case "date2":
			b.WriteString(printed(g.date.AddDays(1 + g.date.Day%14)))
		default:
			b.WriteString(g.fill(g.pick(name)))
		}
	}
}

// clause makes one clause.
func (g *generator) clause() circular.Clause {
	n := g.rand.IntN(100)
	kind := circular.KindObligation
	for _, k := range kindShares {
		if n -= k.share; n < 0 {
			kind = k.kind
			break
		}
	}
	text := g.fill(g.pick(string(kind)))
	text = strings.ToUpper(text[:1]) + text[1:]
	c := circular.Clause{Kind: kind, Text: text, Assertion: circular.AssertRule, Confidence: 1, Rule: "national/" + string(kind)}
	switch kind {
	case circular.KindQuota:
		figure, mode, bound := g.figure, circular.ModeWFH, circular.BoundMax
		if strings.HasPrefix(text, "Sekurang") {
			mode, bound = circular.ModeWFO, circular.BoundMin
		}
		c.Quota = &circular.Quota{Mode: mode, Bound: bound, Percent: &figure}
	case circular.KindExemption:
		c.Exemption = &circular.Exemption{Effect: circular.EffectMustWFO}
	case circular.KindPeriod:
		c.Period = &circular.Period{Start: g.date, End: g.date.AddDays(1 + g.date.Day%14)}
	case circular.KindLegalBasis:
		f := strings.Fields(text)
		c.LegalBasis = &circular.LegalBasis{Type: f[0]}
	default:
		c.Duty = &circular.Duty{What: text}
	}
	return c
}
