package web

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/lexicon"
)

// news is what the corpus says of regions otherwise than on a day.
type news struct {
	Since   string // the day in words
	Changes []change
	More    int // changes that are not told, of those that match
	Counts  []levelCount
}

// maxNews is how many changes are told at once; maxNotes how many things of one.
const (
	maxNews  = 50
	maxNotes = 12
)

// change is one circular that came, went or was corrected.
type change struct {
	page
	Kind     changeKind
	Region   string
	Name     string
	Href     string // "" where the document is no longer there
	When     string
	By, Why  string   // of one that was removed
	Sources  int      // new documents about the same circular
	Before   string   // the circular that it is told against, "" none
	BeforeAt string   // its address
	Notes    []remark // what it rules otherwise, or rules
	More     int      // that are not told
}

// changeKind says what became of a document.
type changeKind string

const (
	changeNew       changeKind = "new"
	changeCorrected changeKind = "corrected"
	changeRemoved   changeKind = "removed"
	changeRenewed   changeKind = "renewed" // read again
)

// remark is one thing that is otherwise: of a clause, a value or a cell.
type remark struct {
	Kind string // "added", "weakened", "corrected", "cell", ...
	Text string
	Href string
	Page int
}

// newsLists keeps what was told of one state of the corpus.
type newsLists struct {
	mu   sync.Mutex
	made map[newsKey]news
}

type newsKey struct {
	judging
	province string
	from     time.Time
}

// maxNewsLists bounds them.
const maxNewsLists = 32

// news tells what changed since the day that the reader named.
func (s *Server) news(p *matrixPage, sh *shelf) error {
	if p.Since == "" {
		return nil
	}
	day, err := lexicon.ParseDay(p.Since)
	if err != nil {
		p.Wrong = true
		return nil
	}
	key := newsKey{judging{baseline: p.Against, lang: p.Lang}, p.Province, time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.Local)}
	sh.news.mu.Lock()
	defer sh.news.mu.Unlock()
	n, ok := sh.news.made[key]
	if !ok {
		t := &teller{s: s, page: p.page, sh: sh, key: key, columns: p.Columns}
		if n, err = t.tell(); err != nil {
			return err
		}
		n.Since = p.Lang.Day(day)
		if p.Pending == 0 {
			if len(sh.news.made) >= maxNewsLists || sh.news.made == nil {
				sh.news.made = map[newsKey]news{}
			}
			sh.news.made[key] = n
		}
	}
	p.News = n
	return nil
}

// teller tells what changed.
type teller struct {
	page
	s       *Server
	sh      *shelf
	key     newsKey
	columns []circular.MatrixColumn
	past    *corpus.Past
}

// touched is a document of which the log says something since the day.
type touched struct {
	id   string
	last corpus.Event // the latest that is no review
	was  corpus.Document
	now  *entry // nil where it is gone
	kind changeKind

	sources int // new documents about the same circular, of which this is the best
}

func (t *teller) tell() (n news, err error) {
	st, err := corpus.Open(t.s.o.Corpus)
	if errors.Is(err, corpus.ErrNoCorpus) {
		return n, nil
	}
	if err != nil {
		return n, err
	}
	if t.past, err = st.Before(t.key.from); err != nil {
		return n, err
	}
	counts := map[changeKind]int{}
	for _, c := range together(t.touched()) {
		if counts[c.kind]++; len(n.Changes) == maxNews {
			n.More++
			continue
		}
		one, err := t.change(c)
		if err != nil {
			return n, err
		}
		n.Changes = append(n.Changes, one)
	}
	for _, k := range []changeKind{changeNew, changeCorrected, changeRemoved, changeRenewed} {
		if counts[k] > 0 {
			n.Counts = append(n.Counts, levelCount{N: counts[k], Label: t.T("news." + string(k))})
		}
	}
	return n, nil
}

// touched returns the documents that changed, the latest first. One that came
// and went meanwhile is none.
func (t *teller) touched() (out []touched) {
	seen := map[string]bool{}
	for _, ev := range slices.Backward(t.sh.log) {
		if ev.At.Before(t.key.from) {
			break
		}
		if ev.ID == "" || seen[ev.ID] || ev.Action == corpus.ActionReview || ev.Action == corpus.ActionRepair || ev.Action == corpus.ActionPurge {
			continue
		}
		seen[ev.ID] = true
		c := touched{id: ev.ID, last: ev, now: t.sh.byID[ev.ID]}
		if t.past.Held(ev.ID) {
			var err error
			if c.was, err = t.past.Load(ev.ID); err != nil && c.now == nil {
				continue // deleted since: nothing is left to tell of it
			}
		}
		switch {
		case !t.past.Held(ev.ID) && c.now == nil:
			continue
		case !t.past.Held(ev.ID):
			c.kind = changeNew
		case c.now == nil:
			c.kind = changeRemoved
		case slices.Equal(c.was.Corrections, c.now.Corrections):
			if ev.Action != corpus.ActionRenew {
				continue // a review was taken back
			}
			c.kind = changeRenewed
		default:
			c.kind = changeCorrected
		}
		if about := c.record().Subject(); about != nil && !inProvince(about.Region, t.key.province) || about == nil && t.key.province != "" {
			continue
		}
		out = append(out, c)
	}
	return out
}

// together makes one of new documents about the same circular: the one nearest to
// it speaks for all.
func together(list []touched) (out []touched) {
	at := map[string]int{}
	for _, c := range list {
		c.sources = 1
		about := c.record().Subject()
		if c.kind != changeNew || about == nil || about.Number == "" {
			out = append(out, c)
			continue
		}
		key := fmt.Sprint(about.Region.Code, "\x00", about.Issuer, "\x00", about.Key(), "\x00", about.Year)
		i, ok := at[key]
		if !ok {
			at[key] = len(out)
			out = append(out, c)
			continue
		}
		n := out[i].sources + 1
		if slices.Index(grades, c.record().Source.Grade) < slices.Index(grades, out[i].record().Source.Grade) {
			out[i] = c
		}
		out[i].sources = n
	}
	return out
}

// grades are the grades of sources, the nearest to the circular first.
var grades = []circular.Grade{circular.GradePrimary, circular.GradeScan, circular.GradeRelease, circular.GradeNews}

// record returns what the document says, or said before it went.
func (c *touched) record() *circular.Record {
	if c.now != nil {
		return &c.now.Record
	}
	return &c.was.Record
}
