package index

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"telaah/circular"
	"telaah/index/bahasa"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// The fields. All but the first three hold whole values; none is stored but
// fieldHit, which holds what a result shows.
const (
	fieldText     = "text"     // the words: of a clause, or of a card (title, number, issuer, signatory)
	fieldAbout    = "about"    // clauses: the words of their circular's title, issuer and region
	fieldIssuer   = "issuer"   // the words of the issuer
	fieldWords    = "words"    // cards: the words of all their clauses, not stemmed, for completion and corrections
	fieldSource   = "source"   // id of the source
	fieldKind     = "kind"     // a circular.Kind, or KindCircular
	fieldNumber   = "number"   // number of the circular, by circular.NumberKey
	fieldCites    = "cites"    // cards: numbers of the circulars they follow, cite, amend or revoke
	fieldYear     = "year"     // year of the circular
	fieldRegion   = "region"   // code of its region and of the province that has it
	fieldLevel    = "level"    // a circular.Level
	fieldMode     = "mode"     // quotas: a circular.Mode
	fieldPercent  = "percent"  // lowest percentage of a quota or exemption, as "050.00"
	fieldHighest  = "highest"  // highest percentage
	fieldFrom     = "from"     // first day in force, ISO, with its month and year
	fieldTo       = "to"       // last day in force; "9999-12-31" while open
	fieldCategory = "category" // ids of groups in the taxonomy
	fieldSigned   = "signed"   // cards: "1" where the signatory is known
	fieldHit      = "hit"      // stored: the Hit as JSON, without score and highlight
)

// KindCircular is the kind of a card in results and filters.
const KindCircular circular.Kind = "circular"

// maxDocuments is how many documents one source may have: their numbers have
// four hexadecimal digits in document ids.
const maxDocuments = 1 << 16

// documents returns the documents of a record: a card for each subject (or, for
// a text without one, for the first circular it names), then its clauses in
// their order.
func documents(r *circular.Record) ([]*document.Document, error) {
	about := subjects(r)
	if len(about)+len(r.Clauses) > maxDocuments {
		return nil, fmt.Errorf("indexing %s: %w: %d, at most %d", r.Source.Path, ErrTooLarge, len(r.Clauses), maxDocuments-len(about))
	}
	var own circular.Circular // whose clauses they are
	if len(about) > 0 {
		own = about[0]
	}
	from, to := inForce(r.Clauses)
	var docs []*document.Document
	next := func() *document.Document {
		return document.NewDocument(docID(r.Source.ID(), len(docs)))
	}
	for i := range about {
		c := &about[i]
		d := builder{Document: next()}
		d.circular(r, c)
		d.analysed(fieldText, cardText(c), true)
		d.whole(fieldKind, string(KindCircular))
		d.days(from, to)
		if !c.Signatory.IsZero() {
			d.whole(fieldSigned, "1")
		}
		for _, o := range r.Circulars {
			if o.Role != circular.RoleSubject && o.Number != "" {
				d.whole(fieldCites, o.Key())
				if o.Year != 0 {
					d.whole(fieldCites, citeKey(o.Key(), strconv.Itoa(o.Year)))
				}
			}
		}
		if i == 0 {
			d.words(r)
		}
		if err := d.hit(newHit(r, c, KindCircular, cardText(c), c.Span)); err != nil {
			return nil, err
		}
		docs = append(docs, d.Document)
	}
	aboutText := strings.Join([]string{own.Title, own.Issuer, own.Region.Name}, " . ")
	for i := range r.Clauses {
		cl := &r.Clauses[i]
		d := builder{Document: next()}
		d.circular(r, &own)
		d.analysed(fieldText, cl.Text, true)
		d.analysed(fieldAbout, aboutText, false)
		d.whole(fieldKind, string(cl.Kind))
		for _, id := range cl.Categories {
			d.whole(fieldCategory, id)
		}
		d.detail(cl)
		if cl.Period != nil {
			d.days(cl.Period.Start, cl.Period.End)
		} else {
			d.days(from, to)
		}
		if err := d.hit(newHit(r, &own, cl.Kind, cl.Text, cl.Span)); err != nil {
			return nil, err
		}
		docs = append(docs, d.Document)
	}
	return docs, nil
}

// docID returns the id of the n-th document of a source. Ids sort by source,
// then by place.
func docID(source string, n int) string { return fmt.Sprintf("%s-%04x", source, n) }

// subjects returns the circulars that get a card.
func subjects(r *circular.Record) []circular.Circular {
	var out []circular.Circular
	for _, c := range r.Circulars {
		if c.Role == circular.RoleSubject {
			out = append(out, c)
		}
	}
	if len(out) == 0 && len(r.Circulars) > 0 {
		out = r.Circulars[:1]
	}
	return out
}

// inForce returns the days from the first start to the last end among the
// periods that the subject rules; an open end is zero, and so are both without
// any period.
func inForce(clauses []circular.Clause) (from, to circular.Date) {
	open, seen := false, false
	for i := range clauses {
		p := clauses[i].Period
		if p == nil || clauses[i].Assertion != circular.AssertRule {
			continue
		}
		if !seen || p.Start.Compare(from) < 0 {
			from = p.Start
		}
		if p.End.IsZero() {
			open = true
		} else if p.End.Compare(to) > 0 {
			to = p.End
		}
		seen = true
	}
	if open {
		to = circular.Date{}
	}
	return from, to
}

// cardText returns the words of a circular's card. The civil-service number of
// the signatory stays out: it encodes a birth date.
func cardText(c *circular.Circular) string {
	var parts []string
	name := c.Type
	if c.Number != "" {
		name += " Nomor " + c.Number
	}
	if c.Year != 0 && !strings.Contains(c.Number, strconv.Itoa(c.Year)) {
		name += " Tahun " + strconv.Itoa(c.Year)
	}
	parts = append(parts, strings.TrimSpace(name))
	if c.Title != "" {
		parts = append(parts, "tentang "+c.Title)
	}
	parts = append(parts, c.Issuer)
	if c.Region.Name != "" && !strings.Contains(c.Issuer, c.Region.Name) {
		parts = append(parts, c.Region.Name)
	}
	if s := c.Signatory; !s.IsZero() {
		parts = append(parts, strings.Join(strings.Fields(string(s.Capacity)+" "+s.Office), " "), s.Name)
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// builder adds fields to a document.
type builder struct{ *document.Document }

// What the engine keeps of a field: whether a document has a term; how often and
// where; or the value alone.
const (
	indexed   = bleveindex.IndexField | bleveindex.SkipFreqNorm
	positions = bleveindex.IndexField | bleveindex.IncludeTermVectors
	stored    = bleveindex.StoreField
)

// whole adds a value as one term.
func (b builder) whole(field, value string) {
	if value != "" {
		b.AddField(document.NewTextFieldCustom(field, nil, []byte(value), indexed, wholeValue{}))
	}
}

// analysed adds the words of a text, for phrases with their places.
func (b builder) analysed(field, text string, phrases bool) {
	options := indexed
	if phrases {
		options = positions
	}
	b.AddField(document.NewTextFieldCustom(field, nil, []byte(text), options, words{}))
}

// circular adds the fields that a clause shares with its circular.
func (b builder) circular(r *circular.Record, c *circular.Circular) {
	b.whole(fieldSource, r.Source.ID())
	b.whole(fieldNumber, c.Key())
	if c.Year != 0 {
		b.whole(fieldYear, strconv.Itoa(c.Year))
	}
	b.whole(fieldLevel, string(c.Level))
	if province, _, ok := strings.Cut(c.Region.Code, "."); ok {
		b.whole(fieldRegion, province)
	}
	b.whole(fieldRegion, c.Region.Code)
	b.analysed(fieldIssuer, c.Issuer+" . "+c.Region.Name, false)
}

// detail adds the fields of the clause's own kind.
func (b builder) detail(c *circular.Clause) {
	var lo, hi *float64
	if q := c.Quota; q != nil {
		b.whole(fieldMode, string(q.Mode))
		lo, hi = q.Percent, q.Percent
		if q.PercentLo != nil {
			lo, hi = q.PercentLo, q.PercentHi
		}
	}
	if e := c.Exemption; e != nil {
		lo, hi = e.Percent, e.Percent
	}
	if lo != nil && hi != nil {
		b.whole(fieldPercent, percentKey(*lo))
		b.whole(fieldHighest, percentKey(*hi))
	}
}

// percentKey writes a percentage so that keys sort as the numbers do.
func percentKey(p float64) string { return fmt.Sprintf("%06.2f", p) }

// openEnd is the last day of a rule without an end.
const openEnd = "9999-12-31"

// days adds the days in force; none where neither is known.
func (b builder) days(from, to circular.Date) {
	if from.IsZero() && to.IsZero() {
		return
	}
	first, last := "0001-01-01", openEnd
	if !from.IsZero() {
		first = from.String()
	}
	if !to.IsZero() {
		last = to.String()
	}
	for _, n := range []int{4, 7, 10} { // the year, the month, the day
		b.whole(fieldFrom, first[:n])
		b.whole(fieldTo, last[:n])
	}
}

// words adds the distinct words of the whole record as they are printed.
func (b builder) words(r *circular.Record) {
	seen := map[string]bool{}
	var list []string
	add := func(text string) {
		for _, t := range bahasa.Tokens(text) {
			if t.Kind == bahasa.Word && len(t.Term) > 2 && !seen[t.Term] {
				seen[t.Term] = true
				list = append(list, t.Term)
			}
		}
	}
	for i := range r.Circulars {
		add(cardText(&r.Circulars[i]))
	}
	for i := range r.Clauses {
		add(r.Clauses[i].Text)
	}
	slices.Sort(list)
	b.AddField(document.NewTextFieldCustom(fieldWords, nil, []byte(strings.Join(list, "\n")), indexed, lines{}))
}

// hit stores what a result shows.
func (b builder) hit(h Hit) error {
	data, err := json.Marshal(h)
	if err != nil {
		return fmt.Errorf("indexing %s: %w", h.Source.Path, err)
	}
	b.AddField(document.NewTextFieldCustom(fieldHit, nil, data, stored, nil))
	return nil
}

// words analyses running text for the engine.
type words struct{}

// Analyze implements analysis.Analyzer.
func (words) Analyze(text []byte) analysis.TokenStream {
	tokens := bahasa.Analyze(string(text))
	out := make(analysis.TokenStream, len(tokens))
	all := make([]analysis.Token, len(tokens))
	for i, t := range tokens {
		all[i] = analysis.Token{Term: []byte(t.Term), Start: t.Start, End: t.End, Position: t.Pos}
		out[i] = &all[i]
	}
	return out
}

// wholeValue keeps a value in one piece.
type wholeValue struct{}

// Analyze implements analysis.Analyzer.
func (wholeValue) Analyze(text []byte) analysis.TokenStream {
	return analysis.TokenStream{{Term: text, End: len(text), Position: 1}}
}

// lines takes every line for a value.
type lines struct{}

// Analyze implements analysis.Analyzer.
func (lines) Analyze(text []byte) analysis.TokenStream {
	var out analysis.TokenStream
	for line := range strings.SplitSeq(string(text), "\n") {
		if line != "" {
			out = append(out, &analysis.Token{Term: []byte(line), Position: len(out) + 1})
		}
	}
	return out
}
