package report

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/telaah/telaah/circular"
)

//go:embed letter.yaml
var letterData []byte

// loadLetter reads letter.yaml once.
var loadLetter = sync.OnceValues(func() (map[string]map[string]string, error) {
	var out map[string]map[string]string
	if err := yaml.Unmarshal(letterData, &out); err != nil {
		return nil, fmt.Errorf("reading the sentences of letters: %w", err)
	}
	return out, nil
})

// Letter is a letter to a region: it asks for the text of a circular that was
// not found, or for an explanation of what a comparison found.
type Letter struct {
	Region   circular.Region
	Baseline string
	Compared *circular.Comparison // nil: the text is asked for
}

// WriteLetter writes a letter as a Word document, with place, day, number and
// signature to be filled in.
func WriteLetter(w io.Writer, l Letter, o Options) error {
	p, err := newPrinter(w, o)
	if err != nil {
		return err
	}
	sentences, err := loadLetter()
	if err != nil {
		return err
	}
	m := &memo{printer: p, sentences: sentences}
	about, edaran := "naskah", ""
	if l.Compared != nil {
		about, edaran = "penjelasan", p.name(l.Compared.Circular)
	}
	region := plain(l.Region.Name)
	if len(l.Region.Code) == 2 {
		region = p.label("province") + " " + region
	}
	m.values = strings.NewReplacer("{wilayah}", region, "{acuan}", plain(l.Baseline), "{edaran}", edaran)
	m.fields([][2]string{{p.label("number"), m.say("blank")}, {p.label("sifat"), m.say("sifat")}, {p.label("regarding"), m.say("hal-" + about)}, {p.label("date"), m.say("blank")}})
	m.paragraph(`<w:spacing w:before="240" w:after="240"/>`, run{m.say("kepada"), ""})
	m.paragraph(justified, run{m.say("isi-" + about), ""})
	if l.Compared != nil {
		n := 0
		for _, d := range l.Compared.Deviations {
			if d.Level.AtLeast(circular.SeverityWarning) {
				n++
				m.item(n, run{p.headline(l.Compared, d).line(), ""})
			}
		}
	}
	m.paragraph(justified, run{m.say("minta-" + about), ""})
	m.paragraph(justified, run{m.say("penutup"), ""})
	const right = `<w:ind w:left="5400"/>`
	m.paragraph(`<w:keepNext/><w:spacing w:before="400" w:after="900"/>`+right, run{m.say("jabatan"), softType})
	m.paragraph(right, run{m.say("nama"), softType})
	if err := m.write(w, p.label("footer"), p.paper); err != nil {
		return fmt.Errorf("writing letter: %w", err)
	}
	return nil
}
