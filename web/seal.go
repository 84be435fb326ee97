package web

import (
	"bytes"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
	"github.com/telaah/telaah/report"
)

// compared is a record and the comparison that was made of it.
type compared struct {
	record *circular.Record
	made   circular.Comparison
	stored bool // as the corpus has it
}

// seal puts into a report that is kept the manifest by which "telaah verify" makes
// it again.
func (s *Server) seal(written *bytes.Buffer, how report.Recipe, against string, list []compared) ([]byte, error) {
	words, err := lexicon.Digest()
	if err != nil {
		return nil, err
	}
	m := report.Manifest{Lexicon: words, Recipe: how}
	var made []circular.Comparison
	for _, c := range list {
		source, err := report.NewSource(c.record, &c.made, against)
		if err != nil {
			return nil, err
		}
		source.Stored = c.stored
		m.Sources, made = append(m.Sources, source), append(made, c.made)
	}
	if err := m.Name(s.baselines, nil, made); err != nil {
		return nil, err
	}
	return report.Seal(how.Format, written.Bytes(), m)
}
