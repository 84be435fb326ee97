package index

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/bahasa"
	"github.com/telaah/telaah/index/internal/engine"
)

// The kinds of cards in results and filters.
const (
	KindCircular = engine.KindCircular // of a circular
	KindDocument = engine.KindDocument // of a text that is about no circular
)

// maxDocuments is how many documents one source may have: their numbers have
// four hexadecimal digits in document ids.
const maxDocuments = 1 << 16

// Accepts returns [ErrTooLarge] for a record that no index takes.
func Accepts(r *circular.Record) error {
	if n := len(r.Circulars) + len(r.Clauses); n >= maxDocuments { // passages take what is left
		return fmt.Errorf("indexing %s: %w: %d, at most %d", r.Source.Path, ErrTooLarge, n, maxDocuments-1)
	}
	return nil
}

// documents returns the documents of a record: a card for each subject, or one
// for the text where there is none, then its clauses in their order, then the
// passages on which no clause stands. Clauses and passages belong to the first
// subject.
func documents(r *circular.Record) ([]*engine.Document, error) {
	if err := Accepts(r); err != nil {
		return nil, err
	}
	cards := cards(r)
	cards[0].Source = &HitSource{Path: r.Source.Path, SHA256: r.Source.SHA256, Grade: r.Source.Grade}
	b := builder{record: r, printed: map[string]bool{}}
	force := days(inForce(r.Clauses))
	for _, c := range cards {
		fields := append(shared(r, c.Circular), force...)
		fields = append(fields, valueField(engine.FieldKind, string(c.Kind)))
		if c.signed {
			fields = append(fields, valueField(engine.FieldSigned, "1"))
		}
		if c.Kind == KindDocument {
			fields = append(fields, wordsField(engine.FieldAbout, r.Source.Path))
		}
		if cites := cited(r); len(cites) > 0 {
			fields = append(fields, valueField(engine.FieldCites, cites...))
		}
		b.add(order(r, c.Circular), fields, &c.Content)
	}
	own := cards[0].Circular // whose clauses they are
	about := wordsField(engine.FieldAbout, strings.Join([]string{own.Title, own.Issuer, own.Region.Name}, " . "))
	common := append(shared(r, own), about)
	for i := range r.Clauses {
		cl := &r.Clauses[i]
		fields := append(slices.Clip(common), valueField(engine.FieldKind, string(cl.Kind)))
		if len(cl.Categories) > 0 {
			fields = append(fields, valueField(engine.FieldCategory, cl.Categories...))
		}
		fields = append(fields, detail(cl)...)
		if cl.Period != nil {
			fields = append(fields, days(cl.Period.Start, cl.Period.End)...)
		} else {
			fields = append(fields, force...)
		}
		b.add(order(r, own), fields, &engine.Content{Kind: cl.Kind, Text: cl.Text, Span: cl.Span})
	}
	loose := append(append(slices.Clip(common), valueField(engine.FieldKind, string(KindText))), force...)
	for _, s := range passages(r, maxDocuments-1-len(b.docs)) {
		b.add(order(r, own)|engine.Sunk, loose, &engine.Content{Kind: KindText, Text: r.Text.Slice(s), Span: s})
	}
	b.words()
	return b.docs, nil
}

// builder collects the documents of a record.
type builder struct {
	record  *circular.Record
	docs    []*engine.Document
	printed map[string]bool // words as printed
}

// add makes a document of the fields and of what a result shows.
func (b *builder) add(order uint64, fields []*engine.Field, c *engine.Content) {
	tokens := bahasa.Tokens(c.Text)
	for _, t := range tokens {
		if t.Kind == bahasa.Word && len(t.Term) > 2 {
			b.printed[t.Term] = true
		}
	}
	tokens = bahasa.Reduce(tokens)
	own := []*engine.Field{{Name: engine.FieldText, Tokens: tokens}, {Name: engine.FieldPair, Values: pairs(tokens)}}
	b.docs = append(b.docs, &engine.Document{Key: engine.NewKey(b.record.Source.ID(), len(b.docs)), Order: order, Fields: append(own, fields...), Content: c})
}

// words adds to the first document, the card, the words of all as printed.
func (b *builder) words() {
	if len(b.docs) > 0 {
		card := b.docs[0]
		card.Fields = append(card.Fields, valueField(engine.FieldWords, slices.Sorted(maps.Keys(b.printed))...))
	}
}

// card is a card with what only its fields say.
type card struct {
	engine.Content
	signed bool // the signatory is known
}

// cards returns the cards of a record, at least one.
func cards(r *circular.Record) []card {
	var out []card
	for i := range r.Circulars {
		c := &r.Circulars[i]
		if c.Role == circular.RoleSubject {
			out = append(out, card{engine.Content{Kind: KindCircular, Text: cardText(c), Span: c.Span,
				Circular: &HitCircular{Number: c.Number, Year: c.Year, Title: c.Title, Issuer: c.Issuer, Region: c.Region, Level: c.Level, Signed: c.DateSigned}}, !c.Signatory.IsZero()})
		}
	}
	switch own := r.Document; {
	case len(out) > 0:
	case own != nil:
		c := &circular.Circular{Type: own.Type, Number: own.Number, Year: own.Year, Title: own.Title}
		out = []card{{Content: engine.Content{Kind: KindDocument, Text: cardText(c), Span: own.Span,
			Circular: &HitCircular{Type: own.Type, Number: own.Number, Year: own.Year, Title: own.Title}}}}
	default:
		text, span := headline(r)
		out = []card{{Content: engine.Content{Kind: KindDocument, Text: text, Span: span, Circular: &HitCircular{}}}}
	}
	return out
}

// maxHeadline is the most bytes of a first line that are shown.
const maxHeadline = 300

// headline returns the first line of a text, by which people know a text that is
// about no circular.
func headline(r *circular.Record) (string, circular.Span) {
	if r.Text != nil {
		at := 0
		for line := range strings.Lines(r.Text.Body) {
			if words := strings.TrimSpace(line); words != "" {
				start := at + strings.Index(line, words)
				if len(words) > maxHeadline {
					words = strings.ToValidUTF8(words[:maxHeadline], "")
				}
				return words, circular.Span{Start: start, End: start + len(words), Page: r.Text.PageAt(start)}
			}
			at += len(line)
		}
	}
	return "", circular.Span{}
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

// order returns the rank of the documents of a record that are about a circular.
func order(r *circular.Record, c *HitCircular) uint64 {
	source, _ := strconv.ParseUint(r.Source.ID(), 16, 64)
	return engine.Rank(source, c, r.Source.Grade)
}

// shared returns the fields that a clause shares with its circular.
func shared(r *circular.Record, c *HitCircular) []*engine.Field {
	out := []*engine.Field{valueField(engine.FieldSource, r.Source.ID())}
	if c.Number != "" {
		out = append(out, valueField(engine.FieldNumber, circular.NumberKey(c.Number)))
	}
	if c.Year != 0 {
		out = append(out, valueField(engine.FieldYear, strconv.Itoa(c.Year)))
	}
	if c.Level != "" {
		out = append(out, valueField(engine.FieldLevel, string(c.Level)))
	}
	if province, _, ok := strings.Cut(c.Region.Code, "."); ok {
		out = append(out, valueField(engine.FieldRegion, province, c.Region.Code))
	} else if c.Region.Code != "" {
		out = append(out, valueField(engine.FieldRegion, c.Region.Code))
	}
	return append(out, wordsField(engine.FieldIssuer, c.Issuer+" . "+c.Region.Name))
}

// cited returns the terms for the circulars that a text follows, cites, amends
// or revokes.
func cited(r *circular.Record) []string {
	var out []string
	add := func(term string) {
		if !slices.Contains(out, term) {
			out = append(out, term)
		}
	}
	for _, c := range r.Circulars {
		if c.Role == circular.RoleSubject || c.Number == "" {
			continue
		}
		add(c.Key())
		if c.Year != 0 {
			add(citeKey(c.Key(), strconv.Itoa(c.Year)))
		}
	}
	return out
}

// detail returns the fields of the clause's own kind.
func detail(c *circular.Clause) []*engine.Field {
	var out []*engine.Field
	var lo, hi *float64
	if q := c.Quota; q != nil {
		out = append(out, valueField(engine.FieldMode, string(q.Mode)))
		lo, hi = q.Percent, q.Percent
		if q.PercentLo != nil {
			lo, hi = q.PercentLo, q.PercentHi
		}
	}
	if e := c.Exemption; e != nil {
		lo, hi = e.Percent, e.Percent
	}
	if lo != nil && hi != nil {
		out = append(out, valueField(engine.FieldPercent, percentKey(*lo)), valueField(engine.FieldHighest, percentKey(*hi)))
	}
	return out
}

// percentKey writes a percentage so that keys sort as the numbers do.
func percentKey(p float64) string { return fmt.Sprintf("%06.2f", p) }

// The days that stand for an open start and end, and the years between which
// days stand for themselves.
const (
	openStart = "0001-01-01"
	openEnd   = "9999-12-31"
	firstYear = 1945
	lastYear  = 2200
)

// days returns the fields for the days in force; none where neither is known.
// Each day stands there with its month and year, so that a range of days needs
// few terms.
func days(from, to circular.Date) []*engine.Field {
	if from.IsZero() && to.IsZero() {
		return nil
	}
	first, last := openStart, openEnd
	if from.Year >= firstYear {
		first = from.String()
	}
	if !to.IsZero() && to.Year <= lastYear {
		last = to.String()
	}
	return []*engine.Field{
		valueField(engine.FieldFrom, first[:4], first[:7], first),
		valueField(engine.FieldTo, last[:4], last[:7], last),
	}
}

// valueField holds whole values.
func valueField(name string, values ...string) *engine.Field {
	return &engine.Field{Name: name, Values: values}
}

// wordsField holds the words of a text, for single words only.
func wordsField(name, text string) *engine.Field {
	f := &engine.Field{Name: name}
	seen := map[string]bool{}
	for _, t := range bahasa.Analyze(text) {
		if !seen[t.Term] {
			seen[t.Term] = true
			f.Values = append(f.Values, t.Term)
		}
	}
	return f
}

// pairs returns the pairs of neighbours in a text.
func pairs(tokens []bahasa.Token) []string {
	out := make([]string, 0, len(tokens))
	for i, t := range tokens {
		for _, next := range tokens[i+1:] {
			if next.Pos > t.Pos+1 {
				break
			}
			if next.Pos == t.Pos+1 {
				out = append(out, engine.PairTerm(t.Term, next.Term))
			}
		}
	}
	return out
}
