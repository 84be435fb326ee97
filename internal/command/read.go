package command

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/worker"
	"github.com/telaah/telaah/lexicon"
	"github.com/telaah/telaah/report"
)

// reading are the flags of every command that reads files.
type reading struct {
	grade, password, lexicon, tesseract, trust string
	jobs                                       int
	pages                                      bool
	excludes                                   func(name string) bool // files that are passed over; nil: none
}

func (a *app) readingFlags(flags *pflag.FlagSet) *reading {
	r := new(reading)
	flags.StringVar(&r.grade, "grade", "", a.t("flag.grade"))
	flags.StringVar(&r.password, "password", "", a.t("flag.password"))
	flags.StringVar(&r.lexicon, "lexicon", "", a.t("flag.lexicon"))
	flags.StringVar(&r.tesseract, "tesseract", "", a.t("flag.tesseract"))
	flags.StringVar(&r.trust, "trust", "", a.t("flag.trust"))
	flags.IntVar(&r.jobs, "jobs", 0, a.t("flag.jobs"))
	flags.BoolVar(&r.pages, "pages", false, a.t("flag.pages"))
	return r
}

// inputs returns what the arguments of a command name.
func (r *reading) inputs(a *app, args []string) []ingest.Input {
	inputs := ingest.Files(args, a.in)
	if r.excludes != nil {
		inputs = slices.DeleteFunc(inputs, func(in ingest.Input) bool { return r.excludes(in.Name) })
	}
	if r.pages && len(inputs) > 0 {
		return []ingest.Input{ingest.Pages(inputs)}
	}
	return inputs
}

// options turns the flags into options of the pipeline.
func (r *reading) options(a *app, cmd *cobra.Command) (o ingest.Options, err error) {
	grades := []circular.Grade{"", circular.GradePrimary, circular.GradeScan, circular.GradeRelease, circular.GradeNews}
	if !slices.Contains(grades, circular.Grade(r.grade)) {
		return o, a.usage(cmd, "usage.choice", "--grade", r.grade, "primary, scan, release, news")
	}
	o.Document.Grade, o.Document.Password, o.Jobs = circular.Grade(r.grade), r.password, r.jobs
	ocr, err := document.FindTesseract(r.tesseract)
	switch {
	case err == nil:
		ocr.Launcher = worker.Launcher(ocr.Data, os.Getenv("TESSDATA_PREFIX"))
		o.Document.OCR = ocr
	case r.tesseract != "":
		return o, a.usage(cmd, "usage.flag-bad", "--tesseract", r.tesseract)
	}
	if r.trust != "" {
		if o.Document.Trust, err = os.ReadFile(r.trust); err == nil {
			_, err = document.Roots(o.Document.Trust)
		}
		if err != nil {
			return o, a.usage(cmd, "usage.flag-bad", "--trust", r.trust)
		}
	}
	o.Reader, o.Engine = a.reader(r.jobs), a.engine
	if r.lexicon != "" {
		if info, err := os.Stat(r.lexicon); err != nil || !info.IsDir() {
			return o, a.usage(cmd, "usage.flag-bad", "--lexicon", r.lexicon)
		}
		own := os.DirFS(r.lexicon)
		if _, err := lexicon.Load(own); err != nil {
			return o, err
		}
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		if err := errors.Join(z.AddFS(own), z.Close()); err != nil {
			return o, fmt.Errorf("reading the lexicon: %w", err)
		}
		a.readers.Lexicon = b.Bytes()
	}
	return o, nil
}

// reader returns what reads documents in processes of their own, at most jobs
// at the same time.
func (a *app) reader(jobs int) *worker.Pool {
	if a.readers == nil {
		a.readers = worker.New(jobs)
	}
	return a.readers
}

// encoder returns an encoder that writes one value a line.
func (a *app) encoder() *json.Encoder { return encoder(a.out) }

func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

func extractCommand(a *app) *cobra.Command {
	var (
		read   *reading
		format *choice
		noText bool
	)
	cmd := a.command("extract", func(cmd *cobra.Command, args []string) error {
		o, err := read.options(a, cmd)
		if err != nil {
			return err
		}
		n := 0
		for r := range a.documents(cmd.Context(), read, args, o) {
			if format.value == "akn" {
				if err := report.WriteAKN(a.out, &r.Record); err != nil {
					return err
				}
				continue
			}
			if format.value == "json" {
				if noText {
					r.Record.Text = nil
				}
				if err := a.encoder().Encode(r.Record); err != nil {
					return fmt.Errorf("writing the record: %w", err)
				}
				continue
			}
			if n++; n > 1 {
				fmt.Fprintln(a.out)
			}
			a.writeRecord(a.out, &r.Record, true)
		}
		return cmd.Context().Err()
	})
	cmd.Args = a.needs(1, -1, "usage.files")
	read = a.readingFlags(cmd.Flags())
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json", "akn")
	cmd.Flags().BoolVar(&noText, "no-text", false, a.t("flag.no-text"))
	return cmd
}

func textCommand(a *app) *cobra.Command {
	var (
		read               *reading
		body, marks, boxes bool
	)
	cmd := a.command("text", func(cmd *cobra.Command, args []string) error {
		o, err := read.options(a, cmd)
		if err != nil {
			return err
		}
		n := 0
		for r := range a.documents(cmd.Context(), read, args, o) {
			switch {
			case boxes:
				if err := a.encoder().Encode(struct {
					Source circular.Source `json:"source"`
					Words  []circular.Word `json:"words"`
				}{r.Record.Source, r.Record.Text.Words}); err != nil {
					return fmt.Errorf("writing words: %w", err)
				}
			default:
				if n++; n > 1 {
					fmt.Fprint(a.out, "\f")
				}
				writeText(a.out, r.Record.Text, body, marks)
			}
		}
		return cmd.Context().Err()
	})
	cmd.Args = a.needs(1, -1, "usage.files")
	read = a.readingFlags(cmd.Flags())
	cmd.Flags().BoolVar(&body, "body", false, a.t("flag.body"))
	cmd.Flags().BoolVar(&marks, "marks", false, a.t("flag.marks"))
	cmd.Flags().BoolVar(&boxes, "boxes", false, a.t("flag.boxes"))
	return cmd
}

// writeText prints the pages of a text, parted by form feeds: all of it, or
// without furniture (body), or with each marked part in brackets (marks).
func writeText(w io.Writer, t *circular.Text, body, marks bool) {
	for i, p := range t.Pages {
		if i > 0 {
			fmt.Fprint(w, "\f")
		}
		at := p.Start
		var b strings.Builder
		for _, m := range t.Marks {
			if m.Span.Start < at || m.Span.End > p.End {
				continue
			}
			furniture := m.Kind == circular.MarkHeader || m.Kind == circular.MarkFooter || m.Kind == circular.MarkPageNumber
			switch {
			case marks:
				fmt.Fprintf(&b, "%s[%s: %s]", t.Body[at:m.Span.Start], m.Kind, t.Slice(m.Span))
			case body && furniture:
				b.WriteString(t.Body[at:m.Span.Start])
			default:
				continue
			}
			at = m.Span.End
		}
		b.WriteString(t.Body[at:p.End])
		fmt.Fprint(w, b.String())
		if !strings.HasSuffix(b.String(), "\n") {
			fmt.Fprintln(w)
		}
	}
}

func explainCommand(a *app) *cobra.Command {
	var read *reading
	cmd := a.command("explain", func(cmd *cobra.Command, args []string) error {
		o, err := read.options(a, cmd)
		if err != nil {
			return err
		}
		for r := range a.documents(cmd.Context(), read, args, o) {
			a.writeFindings(a.out, &r.Record)
		}
		return cmd.Context().Err()
	})
	cmd.Args = a.needs(1, 1, "usage.files")
	read = a.readingFlags(cmd.Flags())
	return cmd
}

// finding is one line under a passage of the text.
type finding struct {
	span circular.Span
	line string
}

// writeFindings prints the passages of a text in order, each with what was
// found in it and by which entry of the lexicon, or that it was not understood.
func (a *app) writeFindings(w io.Writer, rec *circular.Record) {
	var found []finding
	for i := range rec.Circulars {
		c := &rec.Circulars[i]
		if c.Span != (circular.Span{}) {
			found = append(found, finding{c.Span, fmt.Sprintf("%s (%s): %s", a.t("explain.circular"), a.word("role", c.Role), a.name(c))})
		}
	}
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		line := fmt.Sprintf("%s: %s", a.word("kind", c.Kind), join(": ", a.lang.Value(c), strings.Join(c.Groups, "; ")))
		if c.Assertion != circular.AssertRule {
			line += " (" + a.word("assertion", c.Assertion) + ")"
		}
		found = append(found, finding{c.Span, fmt.Sprintf("%s  <%s %.2f>", line, c.Rule, c.Confidence)})
	}
	for _, s := range rec.Coverage.Unclaimed {
		found = append(found, finding{s, a.t("explain.unclaimed")})
	}
	for _, x := range rec.Warnings {
		if x.Span != (circular.Span{}) {
			found = append(found, finding{x.Span, fmt.Sprintf("%s: %s", x.Code, x.Message)})
		}
	}
	slices.SortStableFunc(found, func(x, y finding) int {
		if x.span.Start != y.span.Start {
			return x.span.Start - y.span.Start
		}
		return x.span.End - y.span.End
	})
	var last circular.Span
	for i, f := range found {
		if i == 0 || f.span != last {
			fmt.Fprintf(w, "%s%s\n", oneLine(rec.Text.Slice(f.span)), a.page(rec, f.span))
			last = f.span
		}
		fmt.Fprintf(w, "    %s\n", oneLine(f.line))
	}
	row(w, a.t("record.coverage"), a.t("record.coverage-v", 100*rec.Coverage.Share()))
}
