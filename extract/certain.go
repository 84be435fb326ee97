package extract

import (
	"fmt"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/second"
)

// findCertain gives quotas, exemptions and periods their measured confidence, and
// marks the values on which the second reader agrees. Where it reads otherwise,
// a warning names both readings. What OCR read with doubt is not certain.
func (d *doc) findCertain() {
	answers := second.Answered(second.Questions(d.whole, d.Dates, d.rec, false), second.Weights())
	account := second.Read(answers, d.rec)
	for i := range d.rec.Clauses {
		c := &d.rec.Clauses[i]
		v, ok := judged[c.Kind]
		if !ok {
			c.Certain = second.Plain(d.whole, c) && d.legible(c.Span) >= sureOCR
			continue
		}
		r := account.Clauses[i]
		p, certain := second.Confidence(second.Weights(), v, r)
		legible := d.legible(c.Span)
		c.Confidence, c.Certain = p*legible, certain && legible >= sureOCR
		if !r.Agrees && len(r.Says) > 0 && c.Assertion == circular.AssertRule {
			d.rec.Warnings = append(d.rec.Warnings, circular.Warning{Code: circular.TwoReadingsCode, Span: c.Span,
				Message: fmt.Sprintf("Dua pembacaan berbeda: menurut susunan kalimat %s, menurut kata-kata di sekitarnya %s.", inShort(c), inWords(r.Says))})
		}
	}
	d.certainHeads(account)
}

// judged are the kinds of clauses whose values the second reader judges.
var judged = map[circular.Kind]second.Value{circular.KindQuota: second.ValueQuota, circular.KindExemption: second.ValueExemption, circular.KindPeriod: second.ValuePeriod}

// certainHeads marks what is said of circulars.
func (d *doc) certainHeads(account *second.Account) {
	for i := range d.rec.Circulars {
		c := &d.rec.Circulars[i]
		if d.legible(c.Span) < sureOCR {
			continue
		}
		sure := func(v second.Value) bool {
			r, ok := account.Circulars[i][v]
			if !ok {
				return false
			}
			_, certain := second.Confidence(second.Weights(), v, r)
			return certain
		}
		c.Certain = circular.Certain{Number: sure(second.ValueNumber), Subject: sure(second.ValueSubject), Date: sure(second.ValueDate)}
		who := &c.Signatory
		who.Certain = sure(second.ValueSignatory) && (who.Span == circular.Span{} || d.legible(who.Span) >= sureOCR)
	}
}
