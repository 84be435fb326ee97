package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/report"
)

// letters writes a letter to each region of a matrix into a folder: to those
// whose circular was not found, and to those whose circular needs an explanation.
func (a *app) letters(dir string, m *circular.Matrix, list []circular.Comparison, o report.Options) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	write := func(l report.Letter, name string) error {
		var b bytes.Buffer
		if err := report.WriteLetter(&b, l, o); err != nil {
			return err
		}
		file := strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return '-'
		}, strings.ToLower(name))
		return os.WriteFile(filepath.Join(dir, file+".docx"), b.Bytes(), 0o666)
	}
	n := 0
	for _, r := range m.NotFound {
		if err := write(report.Letter{Region: r, Baseline: m.Baseline.Name}, "naskah "+r.Name); err != nil {
			return err
		}
		n++
	}
	for i := range list {
		c := &list[i]
		if c.Circular == nil || !c.Comparable || !c.Worst().AtLeast(circular.SeverityWarning) {
			continue
		}
		region := c.Circular.Region
		if region.Name == "" {
			region.Name = c.Circular.Issuer
		}
		if err := write(report.Letter{Region: region, Baseline: m.Baseline.Name, Compared: c}, "penjelasan "+region.Name+" "+c.Circular.Number); err != nil {
			return err
		}
		n++
	}
	a.warn(a.t("letters.done", n, dir), "")
	return nil
}
