package web

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/internal/say"
)

// doubt is one thing in the corpus that a person should look at.
type doubt struct {
	Entry *entry
	Kind  doubtKind
	Path  string        // of the value that may be wrong: "clauses.4", "number"; "" where it is about none
	Key   string        // name of a doubt that is about no value
	Span  circular.Span // where it stands
	Text  string        // what it is about
	Says  string        // how the two readings of a clause differ, "" where they do not
	conf  float64       // confidence of the reading
	n     int           // position of its document in the corpus
}

// doubtKind says what is in doubt, the worst first.
type doubtKind int

const (
	doubtPage    doubtKind = iota // a page that was not read
	doubtSources                  // sources of one circular that disagree
	doubtReading                  // what those who read the text warn of
	doubtQuota
	doubtRule // other rules with figures or days
	doubtCard // number and day of the circular
	doubtClause
	doubtBasis
)

// names are the kinds as the words of the page call them.
func (k doubtKind) String() string {
	return [...]string{"page", "sources", "reading", "quota", "rule", "card", "clause", "basis"}[k]
}

// doubtLists keeps the doubts of one state of the corpus, by language.
type doubtLists struct {
	mu    sync.Mutex
	lists map[say.Lang][]doubt
}

// doubts returns every doubt in the corpus that nobody has settled, the worst
// first.
func (s *shelf) doubts(l say.Lang) ([]doubt, error) {
	s.doubtLists.mu.Lock()
	defer s.doubtLists.mu.Unlock()
	if list, ok := s.doubtLists.lists[l]; ok {
		return list, nil
	}
	var list []doubt
	for n, e := range s.entries {
		for _, d := range e.doubts(l) {
			d.Entry, d.n = e, n
			list = append(list, d)
		}
	}
	disputes, err := s.disputes(l)
	if err != nil {
		return nil, err
	}
	list = append(list, disputes...)
	slices.SortStableFunc(list, func(a, b doubt) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.conf, b.conf), cmp.Compare(a.n, b.n), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	if s.doubtLists.lists == nil {
		s.doubtLists.lists = map[say.Lang][]doubt{}
	}
	s.doubtLists.lists[l] = list
	return list, nil
}

// doubts returns those of one document.
func (e *entry) doubts(l say.Lang) (list []doubt) {
	rec := &e.Record
	for i, p := range rec.Text.Pages {
		if key := fmt.Sprintf("page-%d", i+1); p.Method == circular.MethodNone && e.Settled(key) == nil {
			list = append(list, doubt{Kind: doubtPage, Key: key, Text: p.Note, Span: circular.Span{Page: i + 1}})
		}
	}
	says := map[circular.Span]string{}
	for _, w := range rec.Warnings {
		if w.Code == circular.TwoReadingsCode { // told with its clause
			says[w.Span] = w.Message
			continue
		}
		key := fmt.Sprintf("%s-%d", w.Code, w.Span.Start)
		if w.Code == circular.CorrectedCode || w.Code == "confirmed" || e.Settled(key) != nil {
			continue
		}
		list = append(list, doubt{Kind: doubtReading, Key: key, Text: w.Message, Span: w.Span})
	}
	if c := rec.Subject(); c != nil {
		if c.Number != "" && !c.Certain.Number {
			list = append(list, doubt{Kind: doubtCard, Path: "number", Span: c.Span, Text: l.Name(c)})
		}
		if !c.DateSigned.IsZero() && !c.Certain.Date {
			list = append(list, doubt{Kind: doubtCard, Path: "date_signed", Span: c.Span, Text: l.Day(c.DateSigned)})
		}
	}
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Certain || c.Assertion != circular.AssertRule {
			continue
		}
		list = append(list, doubt{Kind: kindOfDoubt(c.Kind), Path: fmt.Sprintf("clauses.%d", i+1), Span: c.Span, Text: l.Value(c), Says: says[c.Span], conf: c.Confidence})
	}
	return list
}

func kindOfDoubt(k circular.Kind) doubtKind {
	switch k {
	case circular.KindQuota:
		return doubtQuota
	case circular.KindExemption, circular.KindPeriod, circular.KindDeadline, circular.KindSchedule, circular.KindSanction, circular.KindRevocation:
		return doubtRule
	case circular.KindLegalBasis:
		return doubtBasis
	}
	return doubtClause
}

// disputes returns what sources of one circular say differently, under the best
// of them.
func (s *shelf) disputes(l say.Lang) (list []doubt, err error) {
	records := make([]circular.Record, len(s.entries))
	for i, e := range s.entries {
		records[i] = e.Record
	}
	ledgers, err := compare.Ledgers(records)
	if err != nil {
		return nil, err
	}
	for _, ledger := range ledgers {
		found, err := compare.Disputes(ledger, string(l))
		if err != nil {
			return nil, err
		}
		e := s.byID[ledger.Sources[0].SHA256]
		for _, d := range found {
			sum := sha256.Sum256([]byte(d.Atom + "\x00" + d.Value + "\x00" + string(d.Code)))
			key := fmt.Sprintf("sources-%x", sum[:6])
			if e == nil || e.Settled(key) != nil {
				continue
			}
			o := doubt{Entry: e, Kind: doubtSources, Key: key, Text: d.Why}
			if d.Other != nil && d.Other.Span != nil {
				o.Span = *d.Other.Span
			}
			list = append(list, o)
		}
	}
	return list, nil
}
