package command

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/telaah/telaah/report"
)

// packed are the formats that are no text: they go to a file or a pipe as they
// are, and never to a terminal.
var packed = []string{"xlsx", "docx"}

// output are the flags of every command that writes a report.
type output struct {
	format *choice
	file   string // "" or "-": standard output
	paper  *choice
}

func (a *app) outputFlags(flags *pflag.FlagSet, formats ...string) *output {
	o := &output{format: choose(flags, "format", a.t("flag.format"), formats...)}
	flags.StringVarP(&o.file, "output", "o", "", a.t("flag.output"))
	o.paper = &choice{value: report.Papers[0], allowed: report.Papers}
	if slices.Contains(formats, "html") {
		flags.Var(o.paper, "paper", a.t("flag.paper")+": "+strings.Join(report.Papers, "|"))
	}
	return o
}

// check refuses, before any file is read, a format that standard output cannot
// take.
func (o *output) check(a *app, cmd *cobra.Command) error {
	if slices.Contains(packed, o.format.value) && (o.file == "" || o.file == "-") && isTerminal(a.raw) {
		return &usageError{a.t("usage.packed", o.format.value), a.t("usage.packed.hint", cmd.CommandPath(), o.format.value)}
	}
	return nil
}

// over reports whether writing to a file would overwrite one that the command
// reads.
func over(file string, inputs []string) bool {
	at, err := os.Stat(file)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(inputs, func(in string) bool {
		info, err := os.Stat(in)
		return err == nil && os.SameFile(at, info)
	})
}

// guard refuses to write over an input.
func (a *app) guard(file string, inputs []string) error {
	if file != "" && file != "-" && over(file, inputs) {
		return &usageError{a.t("usage.over", file), a.t("usage.over.hint")}
	}
	return nil
}

// options are those of a report.
func (o *output) options(a *app) report.Options {
	return report.Options{Lang: string(a.lang), Paper: o.paper.value}
}

// colored reports whether what is written goes to a terminal that wants colour.
func (o *output) colored(a *app) bool {
	w, ok := a.out.(*inert)
	return ok && w.color && (o.file == "" || o.file == "-")
}

// write renders a report and puts it where the user asked for it.
func (o *output) write(a *app, render func(w io.Writer, format string) error) error {
	var b bytes.Buffer
	if err := render(&b, o.format.value); err != nil {
		return err
	}
	return o.put(a, b.Bytes())
}

// put puts a report where the user asked for it. A file is written only when all
// of the report is there; text in it is as harmless as on standard output.
func (o *output) put(a *app, rendered []byte) error {
	to := a.raw
	if o.file != "" && o.file != "-" {
		to = new(bytes.Buffer)
	}
	text := to
	switch {
	case slices.Contains(packed, o.format.value):
	case to == a.raw:
		text = a.out
	default:
		text = &inert{w: to}
	}
	if _, err := text.Write(rendered); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	if file, ok := to.(*bytes.Buffer); ok && to != a.raw {
		return os.WriteFile(o.file, file.Bytes(), 0o666)
	}
	return nil
}
