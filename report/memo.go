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

// memo writes one staff study (telaahan staf) in the order that official
// letters prescribe: question, assumptions, facts, analysis with the table of
// comparison, conclusion, recommendations.
type memo struct {
	*printer
	word
	sentences map[string]map[string]string
	c         *circular.Comparison
	values    *strings.Replacer
}

// writeDOCX writes a memo for each document, each on a page of its own.
func (p *printer) writeDOCX(w io.Writer, list []circular.Comparison) error {
	sentences, err := loadMemo()
	if err != nil {
		return err
	}
	m := &memo{printer: p, sentences: sentences}
	for i := range list {
		if i > 0 {
			m.b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		}
		m.c = &list[i]
		m.study()
	}
	if err := m.write(w, p.label("footer")); err != nil {
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

// about says in a few words what a finding is about: the title of its row in
// the table, else the first words of its passage.
func (m *memo) about(d circular.Deviation) string {
	for _, row := range m.c.Pairs {
		if d.Atom != "" && row.Atom == d.Atom {
			return plain(row.Title)
		}
	}
	if d.Other == nil {
		return string(d.Code)
	}
	words := strings.Fields(plain(d.Other.Text))
	if len(words) > 8 {
		words = append(words[:8:8], "...")
	}
	return "\"" + strings.Join(words, " ") + "\""
}

// subjects lists what the gravest findings are about, each once.
func (m *memo) subjects() string {
	var out []string
	for _, d := range m.c.Deviations {
		if s := m.about(d); d.Level == m.c.Worst() && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// count returns how many findings have a level.
func (m *memo) count(s circular.Severity) int {
	n := 0
	for _, d := range m.c.Deviations {
		if d.Level == s {
			n++
		}
	}
	if s == circular.SeverityNone {
		n += len(m.c.NotJudged)
	}
	return n
}

func (m *memo) study() {
	c := m.c
	title, signed := "", ""
	if c.Circular != nil {
		title = plain(c.Circular.Title)
		if !c.Circular.DateSigned.IsZero() {
			signed = lexicon.Day(c.Circular.DateSigned, m.lang)
		}
	}
	number := func(s circular.Severity) string { return strconv.Itoa(m.count(s)) }
	fill := []string{"{edaran}", m.name(c.Circular), "{acuan}", plain(c.Baseline.Name), "{berkas}", plain(base(c.Source.Path)), "{jenis}", m.label(string(c.Source.Grade)),
		"{alasan}", plain(strings.Join(c.Reasons, ". ")), "{tanggal}", signed, "{perbaikan}", number(circular.SeverityError), "{telaah}", number(circular.SeverityWarning),
		"{catatan}", number(circular.SeverityNote), "{tidak}", number(circular.SeverityNone), "{pokok}", m.subjects()}
	m.values = strings.NewReplacer(append(fill, "{judul}", title)...)
	subject := ""
	if title != "" {
		subject = m.say("subject")
	}
	m.values = strings.NewReplacer(append(fill, "{judul}", subject)...)

	const center = `<w:jc w:val="center"/>`
	m.paragraph(center, run{m.say("memo"), boldType})
	m.paragraph(center, run{m.say("about"), boldType})
	m.paragraph(center, run{strings.ToUpper(m.say("title")), boldType})
	m.paragraph(`<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="000000"/></w:pBdr>`)

	const both = `<w:ind w:left="360"/><w:jc w:val="both"/>`
	m.head("A", "question")
	m.paragraph(both, run{m.say("question"), ""})
	m.head("B", "assumptions")
	assumed := []string{m.say("read"), m.say("against"), m.say("unread")}
	if c.Baseline.Reconstructed {
		assumed = slices.Insert(assumed, 2, m.say("words"))
	}
	for i, s := range assumed {
		m.item(i+1, run{s, ""})
	}
	m.head("C", "facts")
	var facts []string
	if signed != "" {
		facts = append(facts, m.say("signed"))
	}
	for _, f := range c.Figures {
		facts = append(facts, m.figure(f)+".")
	}
	if len(c.Figures) == 0 {
		facts = append(facts, m.say("nofigures"))
	}
	for i, s := range facts {
		m.item(i+1, run{s, ""})
	}
	m.head("D", "analysis")
	m.paragraph(both, run{m.say("counts"), ""})
	m.findings()
	m.comparison()
	m.head("E", "conclusion")
	m.paragraph(both, run{m.say(m.conclusion()), ""})
	m.head("F", "advice")
	m.advice()
	m.paragraph(`<w:keepNext/><w:spacing w:before="400" w:after="900"/><w:ind w:left="5400"/>`, run{m.say("author"), ""})
	m.paragraph(`<w:ind w:left="5400"/>`, run{m.say("blank"), softType})
}

// head writes a heading with its letter.
func (m *memo) head(letter, key string) {
	m.paragraph(`<w:pStyle w:val="Heading1"/>`, run{letter + ". ", ""}, run{m.say("head-" + key), ""})
}

// findings lists what stands in no row of the table, and what could not be
// judged; the table has the rest.
func (m *memo) findings() {
	n := 0
	for _, list := range [][]circular.Deviation{m.c.Deviations, m.c.NotJudged, m.c.Suppressed} {
		for _, d := range list {
			if m.inTable(d) {
				continue
			}
			n++
			level := m.label(string(d.Level))
			if slices.ContainsFunc(m.c.Suppressed, func(s circular.Deviation) bool { return s.Code == d.Code && s.Why == d.Why }) {
				level += ", " + m.label("suppressed")
			}
			m.item(n, run{level + " (" + string(d.Code) + "): ", boldType}, run{d.Why, ""})
		}
	}
}

// inTable reports whether a finding stands in the remarks of a row.
func (m *memo) inTable(d circular.Deviation) bool {
	return slices.ContainsFunc(m.c.Pairs, func(row circular.Pair) bool {
		return slices.ContainsFunc(m.c.About(row), func(o circular.Deviation) bool { return o.Code == d.Code && o.Why == d.Why })
	})
}

// comparison writes the table with both texts side by side.
func (m *memo) comparison() {
	if len(m.c.Pairs) == 0 {
		return
	}
	m.paragraph(`<w:keepNext/><w:spacing w:before="160"/>`, run{m.label("table"), boldType})
	var rows [][]cellText
	for i, row := range m.c.Pairs {
		var base, other, remark cellText
		if row.Base != nil {
			base = cellText{{{row.Title, boldType}}, {{row.Base.Text, ""}}, {{m.place(row.Base), softType}}}
		}
		for k := range row.Others {
			text := []run{{row.Others[k].Text, ""}}
			if k == 0 && row.Result == circular.ResultDeviates && len(row.Redline) > 0 {
				text = redlined(row.Redline)
			}
			other = append(other, text, []run{{m.place(&row.Others[k]), softType}})
		}
		if len(other) == 0 {
			other = cellText{{{"–", ""}}}
		}
		if row.Base == nil {
			base = cellText{{{"–", ""}}}
		}
		for _, d := range m.c.About(row) {
			remark = append(remark, []run{{m.label(string(d.Level)) + " (" + string(d.Code) + "): ", boldType}, {d.Why, ""}})
		}
		if row.Remark != "" {
			remark = append(remark, []run{{row.Remark, ""}})
		}
		rows = append(rows, []cellText{{{{strconv.Itoa(i + 1), ""}}}, base, other, {{{m.label(string(row.Result)), ""}}}, remark})
	}
	widths := []int{500, 2900, 2900, 1100, textWidth - 500 - 2900 - 2900 - 1100}
	m.table(widths, []string{m.label("no"), m.label("central"), m.label("regional"), m.label("result"), m.label("remark")}, rows)
}

// conclusion returns the key of the sentence that sums the findings up.
func (m *memo) conclusion() string {
	switch {
	case !m.c.Comparable:
		return "incomparable"
	case m.count(circular.SeverityError) > 0:
		return "correct"
	case m.count(circular.SeverityWarning) > 0:
		return "review"
	}
	return "agrees"
}

// advice lists what to do about errors, warnings and what was not compared,
// each once.
func (m *memo) advice() {
	var said []string
	for _, d := range m.c.Deviations {
		about := m.about(d) + ": "
		if !m.c.Comparable {
			about = ""
		}
		if s := about + d.Advice; (d.Level.AtLeast(circular.SeverityWarning) || about == "") && !slices.Contains(said, s) {
			said = append(said, s)
			m.item(len(said), run{about, boldType}, run{d.Advice, ""})
		}
	}
	if len(said) == 0 {
		m.item(1, run{m.say("noadvice"), ""})
	}
}
