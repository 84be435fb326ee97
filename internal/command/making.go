package command

import (
	"bytes"
	"context"
	"os"
	"slices"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/internal/worker"
	"github.com/telaah/telaah/lexicon"
	"github.com/telaah/telaah/report"
)

// The commands that make reports with a manifest.
const (
	makeCompare = "compare"
	makeCheck   = "check"
	makeMatrix  = "matrix"
)

// making makes the comparisons of a report, and the manifest by which "telaah
// verify" makes them again.
type making struct {
	comparer
	pool     *worker.Pool // in which records are compared
	command  string
	config   *configuring         // nil: no findings are taken out
	known    known                // nil: every finding is told
	kept     func(id string) bool // whether a record came from the corpus; nil: none did
	disputes map[string][]circular.Deviation
	clips    clipping // pictures of passages; nil: none

	list    []circular.Comparison
	records []circular.Record // of list, for clips
	sources []report.ManifestSource
	before  string // SHA-256 of an earlier report that this one is held against
	within  string // province of a matrix
}

// settle finds out, for a report of compare, what the sources of one circular
// say differently.
func (m *making) settle(records []circular.Record) (err error) {
	if m.command == makeCompare {
		m.disputes, err = disputed(records, m.options.Lang)
	}
	return err
}

// compare compares one record with the baseline that is asked for.
func (m *making) compare(ctx context.Context, rec *circular.Record, baseline string) (circular.Comparison, error) {
	o := m.options
	o.Baseline = baseline
	known := func(b circular.Baseline) bool { return b.ID == baseline }
	if baseline != "" && baseline != "auto" && !slices.ContainsFunc(m.baselines, known) {
		return circular.Comparison{}, &compare.UnknownBaselineError{Asked: baseline}
	}
	q := compareAsk{Draft: m.command == makeCheck, Options: o}
	if len(m.files) > 0 {
		q.Baselines = m.baselines
	}
	c, err := compareIn(ctx, m.pool, rec, q)
	if err != nil {
		return c, err
	}
	c.NotJudged = append(c.NotJudged, m.disputes[rec.Source.SHA256]...)
	if m.config != nil {
		m.config.apply(&c)
	}
	m.known.take(&c)
	s, err := report.NewSource(rec, &c, baseline)
	s.Stored = m.kept != nil && m.kept(s.SHA256)
	m.list, m.sources, m.records = append(m.list, c), append(m.sources, s), append(m.records, *rec)
	return c, err
}

// report writes the report in a format, with its manifest.
func (m *making) report(format string, o report.Options) ([]byte, error) {
	list := slices.Concat([]circular.Comparison{}, m.list)
	if m.command == makeCompare {
		list = compare.Merge(list)
	}
	if m.clips != nil && slices.Contains(illustrated, format) {
		var done func()
		o.Clip, done = m.clips(m.records)
		defer done()
	}
	var b bytes.Buffer
	if err := report.Write(&b, format, list, o); err != nil {
		return nil, err
	}
	return m.seal(format, b.Bytes(), o)
}

// seal puts the manifest into a report that was written in a format.
func (m *making) seal(format string, written []byte, o report.Options) ([]byte, error) {
	how := report.Recipe{Command: m.command, Format: format, Lang: o.Lang, Paper: o.Paper, Short: o.Short, Suppressed: o.Suppressed,
		Redline: m.options.Redline, AsOf: m.options.AsOf, Province: m.within, Before: m.before}
	if m.config != nil {
		how.Waivers, how.Today = m.config.rules.Suppressions, m.config.today
	}
	manifest := report.Manifest{Lexicon: m.lexicon, Recipe: how, Sources: m.sources}
	if err := manifest.Name(m.baselines, m.files, m.list); err != nil {
		return nil, err
	}
	return report.Seal(format, written, manifest)
}

// words returns the digest of what documents are read with.
func (r *reading) words() (string, error) {
	if r.lexicon == "" {
		return lexicon.Digest()
	}
	return lexicon.Digest(os.DirFS(r.lexicon))
}
