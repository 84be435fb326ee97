package index

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/bahasa"

	"github.com/blevesearch/bleve/v2/document"
)

// The fields. All but the words hold whole values; none is stored but fieldHit,
// which holds what a result shows.
const (
	fieldText     = "text"     // the words: of a clause, or of a card (title, number, issuer, signatory)
	fieldPair     = "pair"     // every two words of the text that stand side by side
	fieldAbout    = "about"    // clauses: the words of their circular's title, issuer and region; cards of texts: of the path
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
	fieldOrder    = "order"    // the rank among equals, as 16 hexadecimal digits
	fieldSigned   = "signed"   // cards: "1" where the signatory is known
	fieldID       = "_id"      // the engine's own: the id of the document
	fieldHit      = "hit"      // stored: what a result shows, a content as JSON
)

// The kinds of cards in results and filters.
const (
	KindCircular circular.Kind = "circular" // of a circular
	KindDocument circular.Kind = "document" // of a text that is about no circular
)

// content is what is stored of a document. The circular and the source stand
// once for all documents of a source, in the first of them, its card; a second
// card has a circular of its own.
type content struct {
	Kind     circular.Kind `json:"kind"`
	Text     string        `json:"text"`
	Span     circular.Span `json:"span"`
	Circular *HitCircular  `json:"circular,omitempty"`
	Source   *HitSource    `json:"source,omitempty"`
}

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
func documents(r *circular.Record) ([]*document.Document, error) {
	if err := Accepts(r); err != nil {
		return nil, err
	}
	cards := cards(r)
	cards[0].Source = &HitSource{r.Source.Path, r.Source.SHA256, r.Source.Grade}
	b := builder{record: r, printed: map[string]bool{}}
	force := days(inForce(r.Clauses))
	for _, c := range cards {
		fields := append(shared(r, c.Circular, false), force...)
		fields = append(fields, valueField(fieldKind, string(c.Kind)))
		if c.signed {
			fields = append(fields, valueField(fieldSigned, "1"))
		}
		if c.Kind == KindDocument {
			fields = append(fields, wordsField(fieldAbout, r.Source.Path))
		}
		if cites := cited(r); len(cites) > 0 {
			fields = append(fields, valueField(fieldCites, cites...))
		}
		if err := b.add(fields, &c.content); err != nil {
			return nil, err
		}
	}
	own := cards[0].Circular // whose clauses they are
	about := wordsField(fieldAbout, strings.Join([]string{own.Title, own.Issuer, own.Region.Name}, " . "))
	common := append(shared(r, own, false), about)
	for i := range r.Clauses {
		cl := &r.Clauses[i]
		fields := append(slices.Clip(common), valueField(fieldKind, string(cl.Kind)))
		if len(cl.Categories) > 0 {
			fields = append(fields, valueField(fieldCategory, cl.Categories...))
		}
		fields = append(fields, detail(cl)...)
		if cl.Period != nil {
			fields = append(fields, days(cl.Period.Start, cl.Period.End)...)
		} else {
			fields = append(fields, force...)
		}
		if err := b.add(fields, &content{Kind: cl.Kind, Text: cl.Text, Span: cl.Span}); err != nil {
			return nil, err
		}
	}
	loose := append(append(shared(r, own, true), about, valueField(fieldKind, string(KindText))), force...)
	for _, s := range passages(r, maxDocuments-1-len(b.docs)) {
		if err := b.add(loose, &content{Kind: KindText, Text: r.Text.Slice(s), Span: s}); err != nil {
			return nil, err
		}
	}
	b.words()
	return b.docs, nil
}

// builder collects the documents of a record.
type builder struct {
	record  *circular.Record
	docs    []*document.Document
	printed map[string]bool // words as printed
}

// add makes a document of the fields and of what a result shows.
func (b *builder) add(fields []*field, c *content) error {
	tokens := bahasa.Tokens(c.Text)
	for _, t := range tokens {
		if t.Kind == bahasa.Word && len(t.Term) > 2 {
			b.printed[t.Term] = true
		}
	}
	stored, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("indexing %s: %w", b.record.Source.Path, err)
	}
	d := document.NewDocument(docID(b.record.Source.ID(), len(b.docs)))
	tokens = bahasa.Reduce(tokens)
	d.AddField(textField(fieldText, tokens))
	d.AddField(pairField(fieldPair, tokens))
	for _, f := range fields {
		d.AddField(f)
	}
	d.AddField(storedField(fieldHit, stored))
	b.docs = append(b.docs, d)
	return nil
}

// words adds to the first document, the card, the words of all as printed.
func (b *builder) words() {
	if len(b.docs) > 0 {
		b.docs[0].AddField(valueField(fieldWords, slices.Sorted(maps.Keys(b.printed))...))
	}
}

// docID returns the id of the n-th document of a source. Ids sort by source,
// then by place.
func docID(source string, n int) string { return fmt.Sprintf("%s-%04x", source, n) }

// card is a card with what only its fields say.
type card struct {
	content
	signed bool // the signatory is known
}

// cards returns the cards of a record, at least one.
func cards(r *circular.Record) []card {
	var out []card
	for i := range r.Circulars {
		c := &r.Circulars[i]
		if c.Role == circular.RoleSubject {
			out = append(out, card{content{Kind: KindCircular, Text: cardText(c), Span: c.Span,
				Circular: &HitCircular{"", c.Number, c.Year, c.Title, c.Issuer, c.Region, c.Level, c.DateSigned}}, !c.Signatory.IsZero()})
		}
	}
	switch own := r.Document; {
	case len(out) > 0:
	case own != nil:
		c := &circular.Circular{Type: own.Type, Number: own.Number, Year: own.Year, Title: own.Title}
		out = []card{{content: content{Kind: KindDocument, Text: cardText(c), Span: own.Span,
			Circular: &HitCircular{Type: own.Type, Number: own.Number, Year: own.Year, Title: own.Title}}}}
	default:
		text, span := headline(r)
		out = []card{{content: content{Kind: KindDocument, Text: text, Span: span, Circular: &HitCircular{}}}}
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

// shared returns the fields that a clause shares with its circular, or a passage,
// which stands behind the clauses.
func shared(r *circular.Record, c *HitCircular, behind bool) []*field {
	id := r.Source.ID()
	source, _ := strconv.ParseUint(id, 16, 64)
	order := rank(source, c, r.Source.Grade)
	if behind {
		order |= sunk
	}
	out := []*field{valueField(fieldSource, id), valueField(fieldOrder, fmt.Sprintf("%016x", order))}
	if c.Number != "" {
		out = append(out, valueField(fieldNumber, circular.NumberKey(c.Number)))
	}
	if c.Year != 0 {
		out = append(out, valueField(fieldYear, strconv.Itoa(c.Year)))
	}
	if c.Level != "" {
		out = append(out, valueField(fieldLevel, string(c.Level)))
	}
	if province, _, ok := strings.Cut(c.Region.Code, "."); ok {
		out = append(out, valueField(fieldRegion, province, c.Region.Code))
	} else if c.Region.Code != "" {
		out = append(out, valueField(fieldRegion, c.Region.Code))
	}
	return append(out, wordsField(fieldIssuer, c.Issuer+" . "+c.Region.Name))
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
func detail(c *circular.Clause) []*field {
	var out []*field
	var lo, hi *float64
	if q := c.Quota; q != nil {
		out = append(out, valueField(fieldMode, string(q.Mode)))
		lo, hi = q.Percent, q.Percent
		if q.PercentLo != nil {
			lo, hi = q.PercentLo, q.PercentHi
		}
	}
	if e := c.Exemption; e != nil {
		lo, hi = e.Percent, e.Percent
	}
	if lo != nil && hi != nil {
		out = append(out, valueField(fieldPercent, percentKey(*lo)), valueField(fieldHighest, percentKey(*hi)))
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
func days(from, to circular.Date) []*field {
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
	return []*field{
		valueField(fieldFrom, first[:4], first[:7], first),
		valueField(fieldTo, last[:4], last[:7], last),
	}
}
