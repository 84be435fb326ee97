package command

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/worker"
	"github.com/telaah/telaah/report"
)

// tasks are what is done, beside reading, with bytes from outside: a record may
// come from a corpus that somebody else made, a draft and a report from anywhere.
// They are done in a process that can reach nothing and is ended where it takes
// too long.
var tasks = []worker.Task{
	{Name: "compare", Do: compareTask},
	{Name: "derive", Do: deriveTask},
	{Name: "mark", Do: markTask},
	{Name: "manifest", Do: func(_ json.RawMessage, file []byte) (any, error) { return report.OpenManifest(file) }},
}

// compareAsk asks for one record to be compared.
type compareAsk struct {
	Draft     bool // compare.Check
	Options   compare.Options
	Baselines []circular.Baseline // nil: those of the program
}

func compareTask(ask json.RawMessage, data []byte) (any, error) {
	var q compareAsk
	var rec circular.Record
	if err := errors.Join(json.Unmarshal(ask, &q), json.Unmarshal(data, &rec)); err != nil {
		return nil, err
	}
	if q.Baselines == nil {
		var err error
		if q.Baselines, err = compare.Load(corpus.Baselines, "baselines"); err != nil {
			return nil, err
		}
	}
	if q.Draft {
		return compare.Check(q.Baselines, rec, q.Options)
	}
	return compare.Compare(q.Baselines, rec, q.Options)
}

// compareIn compares a record in a reader.
func compareIn(ctx context.Context, p *worker.Pool, rec *circular.Record, q compareAsk) (c circular.Comparison, err error) {
	data, err := json.Marshal(rec)
	if err != nil {
		return c, fmt.Errorf("%s: %w", rec.Source.Path, err)
	}
	err = p.Do(ctx, "compare", rec.Source.Path, q, data, &c)
	return c, err
}

// deriveTask makes a baseline of a record: where that is asked for and the record
// is the act of one of the program's own, that one with the words of the record;
// else a new one.
func deriveTask(ask json.RawMessage, data []byte) (any, error) {
	var rec circular.Record
	var reissue bool
	if err := errors.Join(json.Unmarshal(ask, &reissue), json.Unmarshal(data, &rec)); err != nil {
		return nil, err
	}
	if !reissue {
		return compare.FromRecord(rec)
	}
	shipped, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		return nil, err
	}
	for _, b := range shipped {
		if own, err := compare.Reissue(b, rec); err == nil {
			return own, nil
		}
	}
	return compare.FromRecord(rec)
}

// markAsk asks for a Word draft to be marked.
type markAsk struct {
	Comparison circular.Comparison
	Options    report.Options
}

// marked is the answer; Refused where the draft cannot be marked.
type marked struct {
	File    []byte
	Refused bool
}

func markTask(ask json.RawMessage, draft []byte) (any, error) {
	var q markAsk
	if err := json.Unmarshal(ask, &q); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := report.WriteMarked(&b, draft, q.Comparison, q.Options)
	if errors.Is(err, report.ErrDraft) {
		return marked{Refused: true}, nil
	}
	return marked{File: b.Bytes()}, err
}
