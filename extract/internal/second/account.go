package second

import (
	"bytes"
	_ "embed"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/loglinear"
	"github.com/telaah/telaah/extract/internal/witness"
)

//go:embed weights.txt
var weightData []byte

// Weights returns the models of weights.txt; a test keeps the file well formed.
var Weights = sync.OnceValue(func() map[string]loglinear.Model {
	m, err := loglinear.Read(bytes.NewReader(weightData))
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	return m
})

// Value is a kind of value that the reader judges.
type Value string

// The kinds of values. A confidence model "sure KIND" belongs to each.
const (
	ValueQuota     Value = "quota"
	ValueExemption Value = "exemption"
	ValuePeriod    Value = "period"
	ValueSignatory Value = "signatory"
	ValueNumber    Value = "number"
	ValueSubject   Value = "subject"
	ValueDate      Value = "date"
)

// Values lists every kind of value.
var Values = []Value{ValueQuota, ValueExemption, ValuePeriod, ValueSignatory, ValueNumber, ValueSubject, ValueDate}

// Account is how the values of one record read.
type Account struct {
	Clauses   []Reading           // by clause; zero for those of other kinds
	Circulars []map[Value]Reading // by circular: its signatory, number, subject, date
}

// Read judges the values of a record by the answers to the questions about it.
func Read(answers []Answer, rec *circular.Record) *Account {
	a := &Account{Clauses: make([]Reading, len(rec.Clauses)), Circulars: make([]map[Value]Reading, len(rec.Circulars))}
	for i := range rec.Clauses {
		switch c := &rec.Clauses[i]; c.Kind {
		case circular.KindQuota, circular.KindExemption, circular.KindPeriod:
			a.Clauses[i] = Clause(answers, rec, c)
		}
	}
	if len(rec.Circulars) == 0 {
		return a
	}
	seen := witness.Read(rec.Text.Body)
	for i := range rec.Circulars {
		c := &rec.Circulars[i]
		out := map[Value]Reading{}
		own := c.Number != "" && (seen.Subject(c.Number) || len(rec.Circulars) == 1)
		if c.Number != "" {
			out[ValueNumber] = number(c, i, seen.Number(c.Number, c.Year))
		}
		if c.Role == circular.RoleSubject {
			if c.Number != "" {
				out[ValueSubject] = Subject(answers, c, i, len(rec.Circulars), own)
			}
			if c.Signatory.Name != "" {
				out[ValueSignatory] = Signatory(answers, c, i, seen.Name(c.Signatory.Name), own)
			}
			if !c.DateSigned.IsZero() {
				out[ValueDate] = date(c, i, seen.Date(c.DateSigned), own)
			}
		}
		a.Circulars[i] = out
	}
	return a
}

// number returns how number and year of a circular read; formula tells whether
// the usual words stand around them.
func number(c *circular.Circular, index int, formula bool) Reading {
	r := Reading{Agrees: formula}
	r.add("role "+string(c.Role), "value")
	if formula {
		r.add("formula")
	}
	if c.Year == 0 {
		r.add("no year")
	}
	return r
}

// date returns how the day of signing reads.
func date(c *circular.Circular, index int, formula, own bool) Reading {
	r := Reading{Agrees: formula}
	r.add("value", "evidence "+string(c.Signatory.Evidence))
	if formula {
		r.add("formula")
	}
	if own {
		r.add("own number")
	}
	if c.Year != 0 && c.Year == c.DateSigned.Year {
		r.add("year of the number")
	}
	return r
}

// Confidence returns the measured probability that a value is right which reads
// so, and whether it is certain: both readings agree, and of values that are as
// likely at least 97 of 100 were right.
func Confidence(models map[string]loglinear.Model, v Value, r Reading) (p float64, certain bool) {
	p = models["sure "+string(v)].Probability(r.Signals)
	limit, ok := models["certain"][string(v)]
	return p, ok && r.Sure() && p >= limit
}

// maxDoubt bounds the reader's own doubt about a value that is certain. The stages
// were built with the annotated texts at hand and are righter there than on others;
// the reader was held to texts that it had not seen.
const maxDoubt = 0.3

// Sure reports whether the reader agrees and is sure enough by itself.
func (r *Reading) Sure() bool { return r.Agrees && r.Doubt <= maxDoubt }
