package command

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/report"
)

// verification is what came of making a report again.
type verification struct {
	Schema  string          `json:"schema"` // telaah.verification/1
	Report  string          `json:"report"` // its file
	Sources int             `json:"sources"`
	Values  int             `json:"values"`
	Same    bool            `json:"same"`              // the report is, byte for byte, what its documents give
	Changes []report.Change `json:"changes"`           // what is not as the report says
	Open    []report.Change `json:"unverified"`        // what could not be looked at
	Written string          `json:"program,omitempty"` // that wrote the report, where it was another one
}

func verifyCommand(a *app) *cobra.Command {
	var (
		read   *reading
		format *choice
	)
	cmd := a.command("verify", func(cmd *cobra.Command, args []string) error {
		file, err := os.ReadFile(args[0])
		if err != nil {
			return err
		}
		var m report.Manifest
		if err := a.reader(read.jobs).Do(cmd.Context(), "manifest", args[0], nil, file, &m); err != nil {
			return &usageError{a.t("verify.none", args[0]), a.t("verify.none.hint")}
		}
		v := verification{Schema: "telaah.verification/1", Report: args[0], Sources: len(m.Sources), Changes: []report.Change{}, Open: []report.Change{}}
		if err := a.verify(cmd, read, &m, file, args[1:], &v); err != nil {
			return err
		}
		a.failed, a.unjudged = a.failed || len(v.Changes) > 0, len(v.Open) > 0
		if format.value == "json" {
			return a.encoder().Encode(v)
		}
		a.writeVerification(&v)
		return nil
	})
	cmd.Args = a.needs(1, -1, "usage.report")
	read = a.readingFlags(cmd.Flags())
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json")
	return cmd
}

// verify makes a report again from the bytes of its documents, and notes what is
// not as its manifest says.
func (a *app) verify(cmd *cobra.Command, read *reading, m *report.Manifest, file []byte, files []string, v *verification) error {
	change := func(c report.Change) { v.Changes = append(v.Changes, c) }
	with, err := a.baselinesOf(cmd, read, m, change)
	if err != nil {
		return err
	}
	if now := report.Program(); now != m.Program {
		v.Written = m.Program
		change(report.Change{What: "program", Was: m.Program, Is: now})
	}
	if with.lexicon != m.Lexicon {
		change(report.Change{What: "lexicon", Was: m.Lexicon, Is: with.lexicon})
	}
	stored := map[string]bool{}
	for _, s := range m.Sources {
		stored[s.SHA256] = s.Stored
	}
	records, err := a.sourcesOf(cmd, read, m, files)
	if err != nil {
		return err
	}
	run := making{command: m.Recipe.Command, pool: a.reader(read.jobs), comparer: with, clips: a.clips(cmd.Context(), files), before: m.Recipe.Before, within: m.Recipe.Province,
		kept:   func(id string) bool { return stored[id] },
		config: &configuring{rules: compare.Config{Suppressions: m.Recipe.Waivers}, used: make([]bool, len(m.Recipe.Waivers)), today: m.Recipe.Today}}
	var all []circular.Record
	for i := range m.Sources {
		s := &m.Sources[i]
		v.Values += len(s.Values)
		rec, ok := records[s.SHA256]
		if !ok {
			v.Open = append(v.Open, a.missing(s))
			continue
		}
		rec.Source.Path = s.Path
		all = append(all, rec)
	}
	if err := run.settle(all); err != nil {
		return err
	}
	known := m.Recipe.Command == makeCheck && m.Recipe.Before != ""
	for i, at := 0, 0; i < len(m.Sources) && at < len(all); i++ {
		s := &m.Sources[i]
		if all[at].Source.SHA256 != s.SHA256 || all[at].Source.Path != s.Path {
			continue
		}
		if _, err := run.compare(cmd.Context(), &all[at], s.Baseline); err != nil {
			return fmt.Errorf("%s: %w", s.Path, err)
		}
		at++
		now := run.sources[len(run.sources)-1]
		if known { // findings of an earlier check were left out
			now.Findings = s.Findings
		}
		v.Changes = append(v.Changes, s.Compare(&now)...)
	}
	switch {
	case len(v.Changes) > 0 || len(v.Open) > 0:
		return nil // the report cannot be the same
	case m.Recipe.Before != "":
		v.Open = append(v.Open, report.Change{What: "report", Is: a.t("verify.before")})
		return nil
	}
	again, err := a.again(&run, &m.Recipe)
	if err != nil {
		return err
	}
	if v.Same = bytes.Equal(again, file); !v.Same {
		change(firstDifference(file, again))
	}
	return nil
}

// missing tells of a document that is nowhere: its file has other bytes by now,
// or is not there.
func (a *app) missing(s *report.ManifestSource) report.Change {
	is := ""
	if data, err := os.ReadFile(s.Path); err == nil {
		is = fmt.Sprintf("%x", sha256.Sum256(data))
	}
	return report.Change{What: "source", Source: s.Path, Was: s.SHA256, Is: is}
}

// baselinesOf returns the baselines that a report stands on, and notes those that
// are not what they were.
func (a *app) baselinesOf(cmd *cobra.Command, read *reading, m *report.Manifest, change func(report.Change)) (comparer, error) {
	flags := &comparing{baseline: "auto"}
	for _, b := range m.Baselines {
		if b.File != "" {
			flags.baseline = b.File
		}
	}
	with, err := a.comparer(cmd, flags, read)
	if err != nil {
		return with, err
	}
	with.options.Lang, with.options.AsOf, with.options.Redline = m.Recipe.Lang, m.Recipe.AsOf, m.Recipe.Redline
	if m.Recipe.Command == makeMatrix && with.options.Baseline == "auto" {
		with.options.Baseline = compare.Default
		for _, s := range m.Sources {
			with.options.Baseline = s.Baseline
		}
	}
	for _, b := range m.Baselines {
		is := ""
		for _, own := range with.baselines {
			if own.ID == b.ID {
				entry, err := report.NewBaseline(own, "")
				if err != nil {
					return with, err
				}
				is = entry.SHA256
			}
		}
		if is != b.SHA256 {
			change(report.Change{What: "baseline", Place: b.ID, Was: b.SHA256, Is: is})
		}
	}
	return with, nil
}

// sourcesOf reads the documents of a report again and returns their records by
// SHA-256: those of the corpus from the bytes that it keeps, with what people
// corrected, the others from the files that are named, else from where they were.
func (a *app) sourcesOf(cmd *cobra.Command, read *reading, m *report.Manifest, files []string) (map[string]circular.Record, error) {
	o, err := read.options(a, cmd)
	if err != nil {
		return nil, err
	}
	st, err := corpus.Open(a.corpusPath())
	if err != nil && !errors.Is(err, corpus.ErrNoCorpus) {
		return nil, err
	}
	var inputs []ingest.Input
	paths := files
	stored := map[string]bool{}
	for _, s := range m.Sources {
		stored[s.SHA256] = s.Stored
		if st != nil && st.Has(s.SHA256) {
			inputs = append(inputs, ingest.Input{Name: s.Path, Read: func() ([]byte, error) { return st.Original(s.SHA256) }})
		} else if file := onDisk(s.Path); file != "" && !slices.Contains(paths, file) {
			paths = append(paths, file)
		}
	}
	inputs = append(inputs, ingest.Files(paths, a.in)...)
	out := map[string]circular.Record{}
	for r := range ingest.Read(cmd.Context(), inputs, o) {
		if r.Err != nil {
			if r.Status != ingest.StatusSkipped {
				a.failFile(r.Name, r.Err)
			}
			continue
		}
		if stored[r.Record.Source.SHA256] && st != nil && st.Has(r.Record.Source.SHA256) {
			d, err := st.Load(r.Record.Source.SHA256)
			if err != nil {
				return nil, err
			}
			corpus.Apply(&r.Record, d.Corrections)
		}
		out[r.Record.Source.SHA256] = r.Record
	}
	return out, cmd.Context().Err()
}

// onDisk returns the file that a path names, or the archive or mail that what it
// names stood in; "" where neither is there.
func onDisk(path string) string {
	for path != "" && path != "." && path != string(filepath.Separator) {
		if info, err := os.Stat(path); err == nil {
			if info.Mode().IsRegular() {
				return path
			}
			return ""
		}
		up := filepath.Dir(path)
		if up == path {
			return ""
		}
		path = up
	}
	return ""
}

// again writes a report again as it was written.
func (a *app) again(run *making, how *report.Recipe) ([]byte, error) {
	o := report.Options{Lang: how.Lang, Paper: how.Paper, Short: how.Short, Suppressed: how.Suppressed}
	var file []byte
	var err error
	if how.Command == makeMatrix {
		expected, err := compare.Addressees(how.Province)
		if err != nil {
			return nil, err
		}
		m := run.matrix(expected, nil)
		file, err = run.table(&m, how.Format, o)
		if err != nil {
			return nil, err
		}
	} else if file, err = run.report(how.Format, o); err != nil {
		return nil, err
	}
	if slices.Contains(packed, how.Format) {
		return file, nil
	}
	var out bytes.Buffer
	_, err = (&inert{w: &out}).Write(file)
	return out.Bytes(), err
}

// firstDifference names the first line of a report that is not as it is made
// again; of a Word or Excel file only that there is one.
func firstDifference(was, is []byte) report.Change {
	c := report.Change{What: "report"}
	if bytes.HasPrefix(was, []byte("PK")) {
		return c
	}
	x, y := bytes.Split(was, []byte("\n")), bytes.Split(is, []byte("\n"))
	for i := range max(len(x), len(y)) {
		line := func(l [][]byte) string {
			if i >= len(l) {
				return ""
			}
			return string(l[i][:min(len(l[i]), 300)])
		}
		if i >= len(x) || i >= len(y) || !bytes.Equal(x[i], y[i]) {
			c.Place, c.Was, c.Is = strconv.Itoa(i+1), line(x), line(y)
			break
		}
	}
	return c
}

// writeVerification tells what came of it.
func (a *app) writeVerification(v *verification) {
	for _, c := range v.Changes {
		fmt.Fprintln(a.out, a.difference(c))
	}
	for _, c := range v.Open {
		fmt.Fprintln(a.out, a.t("verify.open", a.difference(c)))
	}
	switch {
	case v.Same:
		fmt.Fprintln(a.out, a.t("verify.same", v.Report, v.Sources, v.Values))
	case len(v.Changes) > 0:
		a.warn(a.t("verify.changed", oneLine(v.Report), len(v.Changes)), a.t("verify.changed.hint"))
	default:
		a.warn(a.t("verify.unsure", oneLine(v.Report)), a.t("verify.unsure.hint"))
	}
}

// difference tells one change in a line.
func (a *app) difference(c report.Change) string {
	was, is := shorten(oneLine(c.Was), 400), shorten(oneLine(c.Is), 400)
	what := join(", ", a.word("changed", c.What), join(", ", oneLine(c.Source), oneLine(c.Place)))
	switch {
	case was == "" && is == "":
		return what + ": " + a.t("verify.other")
	case was == "" && c.What == "report":
		return what + ": " + is
	case was == "":
		return what + ": " + a.t("verify.new", is)
	case is == "":
		return what + ": " + a.t("verify.gone", was)
	}
	return what + ": " + a.t("verify.was", was, is)
}
