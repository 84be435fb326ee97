package extract

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/witness"
)

// findCertain marks the values of circulars that a second reader, who looks at
// the words around them alone, reads too. What OCR read with doubt is not certain,
// nor who is only the known holder of the issuing office, nor who signed a
// circular that the text does not number: it may be another paper.
func (d *doc) findCertain() {
	if len(d.rec.Circulars) == 0 {
		return
	}
	seen := witness.Read(d.Text.Body)
	for i := range d.rec.Circulars {
		c := &d.rec.Circulars[i]
		if c.Number == "" || d.legible(c.Span) < sureOCR {
			continue
		}
		c.Certain.Number = c.Year != 0 && seen.Number(c.Number, c.Year)
		if c.Role == circular.RoleSubject {
			c.Certain.Subject = c.Certain.Number && seen.Subject(c.Number)
		}
	}
	for i := range d.rec.Circulars {
		c := &d.rec.Circulars[i]
		if c.Role != circular.RoleSubject {
			continue
		}
		c.Certain.Date = !c.DateSigned.IsZero() && seen.Date(c.DateSigned)
		who := &c.Signatory
		own := c.Number != "" && (seen.Subject(c.Number) || len(d.rec.Circulars) == 1)
		if own && who.Name != "" && who.Evidence != circular.EvidenceInferred && (who.Span == circular.Span{} || d.legible(who.Span) >= sureOCR) {
			who.Certain = seen.Name(who.Name)
		}
	}
}
