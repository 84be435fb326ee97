package compare

import (
	"strings"

	"github.com/telaah/telaah/circular"
)

// layout is one of the ways in which circulars are laid out, from
// words/layouts.yaml.
type layout struct {
	ID     string   `yaml:"id"`
	Name   sentence `yaml:"name"`
	Source string   `yaml:"source"` // the rule it comes from
	Parts  []struct {
		Name sentence `yaml:"name"`
		Line []string `yaml:"line"` // first words of a line
		Any  []string `yaml:"any"`  // words anywhere
	} `yaml:"parts"`
}

// form reports the parts of its layout that the circular lacks. Only the
// circular itself has a form: news has none.
func (j *judge) form() {
	if g := j.rec.Source.Grade; j.rec.Text == nil || g != circular.GradePrimary && g != circular.GradeScan {
		return
	}
	var lines []string
	for line := range strings.SplitSeq(j.rec.Text.Body, "\n") {
		words := fold(line)
		for len(words) > 1 && len(words[0]) <= 2 && words[0] != "a" { // "A.", "1.", but not "a.n."
			words = words[1:]
		}
		if len(words) > 1 && words[0] == "a" && words[1] != "n" {
			words = words[1:]
		}
		lines = append(lines, strings.Join(words, " ")+" ")
	}
	whole := " " + strings.Join(fold(j.rec.Text.Body), " ") + " "
	starts := func(phrases []string) bool {
		for _, p := range phrases {
			for _, l := range lines {
				if strings.HasPrefix(l, p+" ") {
					return true
				}
			}
		}
		return false
	}
	holds := func(phrases []string) bool {
		for _, p := range phrases {
			if strings.Contains(whole, " "+p+" ") {
				return true
			}
		}
		return false
	}
	best, most := -1, 0.0
	missing := make([][]int, len(j.layouts))
	for i, l := range j.layouts {
		for k, p := range l.Parts {
			if !starts(p.Line) && !holds(p.Any) {
				missing[i] = append(missing[i], k)
			}
		}
		if share := 1 - float64(len(missing[i]))/float64(len(l.Parts)); share > most {
			best, most = i, share
		}
	}
	if best < 0 || most < 0.5 {
		return
	}
	l := j.layouts[best]
	for _, k := range missing[best] {
		j.file(j.build("cacat-bentuk.bagian", nil, "judul", l.Parts[k].Name.in(j.lang), "pusat", l.ID+" ("+l.Name.in(j.lang)+")", "sumber", l.Source))
	}
}
