package command

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
)

func ingestCommand(a *app) *cobra.Command {
	var (
		read            *reading
		format          *choice
		again, retryOCR bool
		detail, first   bool // first: the samples alone, told in less than a screen
	)
	cmd := a.command("ingest", func(cmd *cobra.Command, args []string) error {
		o, err := read.options(a, cmd)
		if err != nil {
			return err
		}
		if retryOCR && len(args) > 0 {
			return a.usage(cmd, "usage.retry")
		}
		o.Again = again || retryOCR
		with, err := a.comparer(cmd, &comparing{baseline: "auto"}, read)
		if err != nil {
			return err
		}
		st, err := corpus.Create(a.corpusPath())
		if err != nil {
			return err
		}
		defer st.Close()
		inputs := read.inputs(a, args)
		switch {
		case retryOCR:
			inputs, err = ingest.Stored(st, ingest.NeedsOCR)
		case len(args) == 0:
			fmt.Fprintln(a.err, "telaah: "+a.t("ingest.samples", a.corpusPath()))
			inputs, err = samples()
			first = !detail
		}
		if err != nil {
			return err
		}
		s := summary{app: a, ocr: o.Document.OCR != nil}
		m := a.meter(len(inputs), o.Document.OCR != nil)
		o.Progress = m.read
		err = ingest.Into(cmd.Context(), st, inputs, o, func(r ingest.Result) {
			m.done(r, func() {
				s.count(r)
				if format.value == "json" {
					s.writeJSON(r)
					return
				}
				if first {
					s.keep(&with, &r)
					return
				}
				s.line(r)
				if detail && r.Err == nil {
					s.describe(&with, &r.Record)
				}
			})
		})
		m.clear()
		if format.value == "text" {
			s.write(a.corpusPath())
		}
		if errors.Is(err, context.Canceled) {
			a.failed = true
			a.warn(a.t("error.stopped"), a.t("ingest.stopped", s.counts[ingest.StatusSaved]+s.counts[ingest.StatusRenewed]+s.counts[ingest.StatusKnown]))
			return nil
		}
		return err
	})
	read = a.readingFlags(cmd.Flags())
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json")
	cmd.Flags().BoolVar(&again, "again", false, a.t("flag.again"))
	cmd.Flags().BoolVar(&retryOCR, "retry-ocr", false, a.t("flag.retry-ocr"))
	cmd.Flags().BoolVar(&detail, "detail", false, a.t("flag.detail"))
	return cmd
}

// samples returns the sample documents that come with the program.
func samples() ([]ingest.Input, error) {
	all, err := ingest.Embedded(corpus.Samples)
	return slices.DeleteFunc(all, func(in ingest.Input) bool { return path.Ext(in.Name) == ".jsonl" }), err // what they rule, for tests
}

// summary is what happened to the inputs, one after the other.
type summary struct {
	kept   []circular.Comparison // of the samples
	app    *app
	counts map[ingest.Status]int
	ocr    bool // scans can be read
	unread bool // a page could not be read
}

// note returns what there is to say about a result.
func (s *summary) note(r ingest.Result) string {
	if r.Err != nil {
		what, hint := s.app.explainFile(r.Name, r.Err)
		return join("; ", what, hint)
	}
	unread, parts := 0, ""
	for _, x := range r.Record.Warnings {
		if x.Unread() {
			parts = x.Message
		}
	}
	for _, p := range r.Record.Text.Pages {
		if p.Method == circular.MethodNone {
			unread++
		}
	}
	if unread > 0 {
		s.unread = true
		return join("; ", s.app.t("ingest.unread", unread), parts)
	}
	return parts
}

// count counts a result.
func (s *summary) count(r ingest.Result) {
	if s.counts == nil {
		s.counts = map[ingest.Status]int{}
	}
	s.counts[r.Status]++
	s.app.failed = s.app.failed || r.Status == ingest.StatusFailed
}

// line prints what became of a document as soon as that is known: what it calls
// saved is durable.
func (s *summary) line(r ingest.Result) {
	id, name := "", ""
	if r.Err == nil {
		id, name = r.Record.Source.ID(), shorten(s.app.lang.Title(&r.Record), 60)
	}
	line := fmt.Sprintf("%-12s %-12s  %-48s  %s", s.app.word("status", r.Status), id, name, oneLine(r.Name))
	fmt.Fprintln(s.app.out, join("  ", line, oneLine(s.note(r))))
}

// describe prints what a document is, what it rules and how it departs from
// its baseline.
func (s *summary) describe(with *comparer, rec *circular.Record) {
	s.app.writeRecord(s.app.out, rec, false)
	if c, err := compare.Compare(with.baselines, *rec, with.options); err != nil {
		s.app.failFile(rec.Source.Path, err)
	} else {
		s.app.writeComparison(&c)
	}
	fmt.Fprintln(s.app.out)
}

// keep compares a sample, to be told with the others in the end.
func (s *summary) keep(with *comparer, r *ingest.Result) {
	if r.Err != nil {
		s.line(*r)
		return
	}
	if c, err := compare.Compare(with.baselines, r.Record, with.options); err == nil {
		s.kept = append(s.kept, c)
	}
}

// writeKept tells each circular in one line: what it is, and what came of
// holding it against its baseline.
func (s *summary) writeKept() {
	for _, c := range compare.Merge(s.kept) {
		if c.Circular == nil || c.Source.Grade == circular.GradeNews && c.Circular.Number == "" {
			continue
		}
		verdict := s.app.t("compare.none")
		if len(c.Deviations) > 0 {
			verdict = s.app.word("level", c.Worst())
		}
		if !c.Comparable {
			verdict = s.app.t("compare.other")
		}
		fmt.Fprintf(s.app.out, "  %-62s %s\n", shorten(s.app.name(c.Circular), 60), verdict)
	}
}

func (s *summary) write(dir string) {
	s.writeKept()
	var parts []string
	total := 0
	for _, status := range []ingest.Status{ingest.StatusSaved, ingest.StatusRenewed, ingest.StatusKnown, ingest.StatusSkipped, ingest.StatusFailed} {
		if n := s.counts[status]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s.app.word("status", status)))
			total += n
		}
	}
	if total > 0 {
		fmt.Fprintln(s.app.out, s.app.t("ingest.summary", total, strings.Join(parts, ", ")))
	}
	if total == 0 {
		fmt.Fprintln(s.app.out, s.app.t("ingest.none"))
	}
	fmt.Fprintln(s.app.out, s.app.t("ingest.corpus", dir))
	if s.unread && !s.ocr {
		s.app.warn(s.app.t("ingest.no-ocr"), s.app.t("ingest.no-ocr.hint"))
	}
	if s.counts[ingest.StatusSaved]+s.counts[ingest.StatusKnown] > 0 {
		fmt.Fprintf(s.app.err, "%s: %s\n", s.app.t("hint"), s.app.t("ingest.next"))
	}
}

// writeJSON prints a result as one line of JSON.
func (s *summary) writeJSON(r ingest.Result) {
	line := struct {
		Path   string        `json:"path"`
		Status ingest.Status `json:"status"`
		SHA256 string        `json:"sha256,omitempty"`
		Error  string        `json:"error,omitempty"`
	}{Path: r.Name, Status: r.Status, SHA256: r.Record.Source.SHA256}
	if r.Err != nil {
		line.Error, _ = s.app.explainFile(r.Name, r.Err)
	}
	_ = s.app.encoder().Encode(line) // a closed pipe ends the run elsewhere
}
