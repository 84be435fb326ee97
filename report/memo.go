package report

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

//go:embed memo.yaml
var memoData []byte

// loadMemo reads memo.yaml once.
var loadMemo = sync.OnceValues(func() (map[string]map[string]string, error) {
	var out map[string]map[string]string
	if err := yaml.Unmarshal(memoData, &out); err != nil {
		return nil, fmt.Errorf("reading the sentences of memos: %w", err)
	}
	return out, nil
})

// memo writes staff studies (telaahan staf) in the order that official letters
// prescribe: question, assumptions, facts, analysis with the table of
// comparison, conclusion, recommendations. Several circulars get one page
// before, which sums them up.
type memo struct {
	*printer
	word
	sentences map[string]map[string]string
	c         *circular.Comparison
	values    *strings.Replacer
}

// The shapes of paragraphs of a memo.
const (
	centered  = `<w:jc w:val="center"/>`
	justified = `<w:ind w:left="360"/><w:jc w:val="both"/>`
	ruled     = `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="000000"/></w:pBdr>`
)

// writeDOCX writes a memo for each document, each on a page of its own.
func (p *printer) writeDOCX(w io.Writer, list []circular.Comparison) error {
	sentences, err := loadMemo()
	if err != nil {
		return err
	}
	m := &memo{printer: p, sentences: sentences, values: strings.NewReplacer()}
	if len(list) > 1 {
		m.cover(list)
	}
	for i := range list {
		if i > 0 || len(list) > 1 {
			m.pageBreak()
		}
		m.c = &list[i]
		m.study(len(list) == 1)
	}
	if err := m.write(w, p.label("footer"), p.paper); err != nil {
		return fmt.Errorf("writing report as a Word document: %w", err)
	}
	return nil
}

// say returns a fixed sentence with its values filled in.
func (m *memo) say(key string) string {
	s := m.sentences[key][m.lang]
	if s == "" {
		s = m.sentences[key]["id"]
	}
	return m.values.Replace(s)
}

// base returns the last element of a path of any system.
func base(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// header writes the title and the block that the office fills in.
func (m *memo) header(regarding string) {
	m.paragraph(centered, run{m.say("memo"), boldType})
	m.fields([][2]string{{m.label("to"), m.say("blank-to")}, {m.label("from"), m.say("blank-from")}, {m.label("date"), m.say("blank-date")},
		{m.label("number"), m.say("blank-date")}, {m.label("regarding"), regarding}})
	m.paragraph(ruled)
}

// cover writes the page that sums several circulars up.
func (m *memo) cover(list []circular.Comparison) {
	m.header(m.say("several"))
	s := m.summarize(list)
	m.paragraph("", run{m.label("summary"), boldType})
	m.paragraph(`<w:jc w:val="both"/>`, run{m.counts(s), ""})
	for _, part := range m.parts(s) {
		m.paragraph(`<w:keepNext/><w:spacing w:before="160"/>`, run{part.Title, boldType})
		for i, h := range part.Lines {
			m.item(i+1, run{h.Who + ": ", boldType}, run{h.line(), ""})
		}
	}
}

// fill puts the values of the comparison at hand into the sentences.
func (m *memo) fill() {
	c := m.c
	title, signed, by := "", "", ""
	if c.Circular != nil {
		title = calm(c.Circular.Title)
		if !c.Circular.DateSigned.IsZero() {
			signed = lexicon.Day(c.Circular.DateSigned, m.lang)
		}
		by = m.signer(c.Circular.Signatory)
	}
	count := m.summarize([]circular.Comparison{*c}).Count
	number := func(s circular.Severity) string { return strconv.Itoa(count[s]) }
	values := []string{"{edaran}", m.name(c.Circular), "{acuan}", plain(c.Baseline.Name), "{berkas}", m.files(), "{alasan}", plain(strings.Join(c.Reasons, " ")),
		"{tanggal}", signed, "{perbaikan}", number(circular.SeverityError), "{telaah}", number(circular.SeverityWarning), "{catatan}", number(circular.SeverityNote),
		"{tidak}", number(circular.SeverityNone), "{pokok}", m.gravest(), "{nama}", by, "{nilai}", strings.Join(m.corrections(c), "; ")}
	set := func(more ...string) { m.values = strings.NewReplacer(append(slices.Clone(values), more...)...) }
	set("{judul}", title)
	subject, signer := "", ""
	if title != "" {
		subject = m.say("subject")
	}
	if by != "" {
		signer = m.say("by")
	}
	set("{judul}", subject, "{penandatangan}", signer)
}

// files names the documents without their folders.
func (m *memo) files() string {
	c := *m.c
	c.Source.Path = base(c.Source.Path)
	c.Others = slices.Clone(c.Others)
	for i := range c.Others {
		c.Others[i].Path = base(c.Others[i].Path)
	}
	return m.sources(&c)
}

// gravest tells the findings of the gravest level, each once.
func (m *memo) gravest() string {
	var out []string
	for _, d := range m.c.Deviations {
		if s := m.headline(m.c, d).line(); d.Level == m.c.Worst() && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// study writes the memo of the comparison at hand; alone, with the head of a
// letter.
func (m *memo) study(alone bool) {
	m.fill()
	if alone {
		m.header(m.say("regarding"))
	} else {
		m.paragraph(centered, run{m.name(m.c.Circular), boldType})
		m.paragraph(ruled)
	}
	m.head("A", "question")
	m.paragraph(justified, run{m.say("question"), ""})
	m.head("B", "assumptions")
	assumed := []string{m.say("read"), m.say("against"), m.say("unread")}
	if m.c.Baseline.Reconstructed {
		assumed = slices.Insert(assumed, 2, m.say("words"))
	}
	m.items(assumed)
	m.head("C", "facts")
	m.items(m.facts())
	m.head("D", "analysis")
	m.paragraph(justified, run{m.say("counts"), ""})
	m.findings()
	m.comparison()
	m.head("E", "conclusion")
	m.paragraph(justified, run{m.say(m.conclusion()), ""})
	m.head("F", "advice")
	m.advice()
	m.paragraph(`<w:keepNext/><w:spacing w:before="400" w:after="900"/><w:ind w:left="5400"/>`, run{m.say("author"), ""})
	m.paragraph(`<w:ind w:left="5400"/>`, run{m.say("blank"), softType})
}

// head writes a heading with its letter.
func (m *memo) head(letter, key string) {
	m.paragraph(`<w:pStyle w:val="Heading1"/>`, run{letter + ". ", ""}, run{m.say("head-" + key), ""})
}

// items writes numbered paragraphs.
func (m *memo) items(list []string) {
	for i, s := range list {
		m.item(i+1, run{s, ""})
	}
}

// facts are the day and hand of the circular, what people entered, and its
// figures.
func (m *memo) facts() []string {
	var out []string
	if m.c.Circular != nil && !m.c.Circular.DateSigned.IsZero() {
		out = append(out, m.say("signed"))
	}
	if len(m.c.Corrections) > 0 {
		out = append(out, m.say("entered"))
	}
	for _, f := range m.c.Figures {
		out = append(out, m.figure(f)+".")
	}
	if len(m.c.Figures) == 0 {
		out = append(out, m.say("nofigures"))
	}
	return out
}

// findings lists what needs somebody, the gravest first, then the notes in few
// lines, what could not be judged, and what was taken out.
func (m *memo) findings() {
	n := 0
	item := func(level, name, text string) {
		n++
		if name != "" {
			level += " (" + strings.ToLower(name) + ")"
		}
		m.item(n, run{level + ": ", boldType}, run{text, ""})
	}
	for _, d := range m.c.Deviations {
		if d.Level != circular.SeverityNote {
			item(m.label(string(d.Level)), m.code(d.Code), m.headline(m.c, d).line())
		}
	}
	for _, s := range m.folded(m.c) {
		item(m.label("note"), "", s)
	}
	for _, h := range m.unjudged(m.c) {
		item(m.label("none"), "", h.line())
		if h.Clip != nil {
			m.picture(h.Clip, m.label("clip"))
		}
	}
	for _, d := range m.c.Suppressed {
		item(m.label("suppressed"), m.code(d.Code), plain(d.Why)+m.waiver(d))
	}
}

// comparison writes the table with both texts side by side.
func (m *memo) comparison() {
	if len(m.c.Pairs) == 0 {
		return
	}
	m.paragraph(`<w:keepNext/><w:spacing w:before="160"/>`, run{m.label("table"), boldType})
	var rows [][]cellText
	for i, row := range m.c.Pairs {
		base, other, remark := cellText{{{"–", ""}}}, cellText{}, cellText{}
		if row.Base != nil {
			base = cellText{{{row.Title, boldType}}, {{m.words(row.Base), ""}}, {{m.place(row.Base), softType}}}
		}
		for k := range row.Others {
			other = append(other, redlined(stretches(m.c, row, k)), []run{{m.place(&row.Others[k]), softType}})
		}
		if len(other) == 0 {
			other = cellText{{{"–", ""}}}
		}
		for _, d := range m.c.About(row) {
			remark = append(remark, []run{{m.code(d.Code) + ". ", boldType}, {d.Why, ""}})
		}
		if row.Remark != "" {
			remark = append(remark, []run{{row.Remark, ""}})
		}
		rows = append(rows, []cellText{{{{strconv.Itoa(i + 1), ""}}}, base, other, {{{m.result(row), ""}}}, remark})
	}
	widths := []int{500, 2800, 2800, 1200, textWidth - 500 - 2800 - 2800 - 1200}
	m.table(widths, []string{m.label("no"), m.label("central"), m.label("regional"), m.label("result"), m.label("remark")}, rows)
}

// conclusion returns the key of the sentence that sums the findings up.
func (m *memo) conclusion() string {
	switch {
	case !m.c.Comparable:
		return "incomparable"
	case m.c.Worst() == circular.SeverityError:
		return "correct"
	case m.c.Worst() == circular.SeverityWarning:
		return "review"
	}
	return "agrees"
}

// advice lists what to do about errors, warnings and what was not compared,
// each once, with the place.
func (m *memo) advice() {
	var said []string
	for _, d := range m.c.Deviations {
		about := m.about(m.c, d) + ": "
		if !m.c.Comparable {
			about = ""
		}
		text := plain(d.Advice)
		if where := m.at(d.Other); where != "" {
			text = strings.TrimSuffix(text, ".") + " (" + where + ")."
		}
		if s := about + text; (d.Level.AtLeast(circular.SeverityWarning) || about == "") && !slices.Contains(said, s) {
			said = append(said, s)
			m.item(len(said), run{about, boldType}, run{text, ""})
		}
	}
	if len(said) == 0 {
		m.item(1, run{m.say("noadvice"), ""})
	}
}
