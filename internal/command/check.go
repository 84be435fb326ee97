package command

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/report"
)

// wordType is the media type of Word documents.
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

func checkCommand(a *app) *cobra.Command {
	var (
		read                      *reading
		flags                     *comparing
		config                    *configuring
		out                       *output
		lenient, full, suppressed bool
		marked, known             string
	)
	cmd := a.command("check", func(cmd *cobra.Command, args []string) error {
		if err := errors.Join(out.check(a, cmd), config.open(a, cmd), a.guard(out.file, args), a.guard(marked, args)); err != nil {
			return err
		}
		with, err := a.comparer(cmd, flags, read)
		if err != nil {
			return err
		}
		o, err := read.options(a, cmd)
		if err != nil {
			return err
		}
		config.settle(cmd, flags)
		run := making{command: makeCheck, pool: a.reader(read.jobs), comparer: with, config: config, clips: a.clips(cmd.Context(), nil)}
		if run.known, run.before, err = a.known(known); err != nil {
			return err
		}
		if marked != "" && len(args) != 1 {
			return a.usage(cmd, "usage.marked")
		}
		read.excludes = config.rules.Excludes
		for r := range a.documents(cmd.Context(), read, args, o) {
			c, err := run.compare(cmd.Context(), &r.Record, config.baseline(with.options, r.Name).Baseline)
			if err != nil {
				return fmt.Errorf("%s: %w", r.Name, err)
			}
			a.judge(&c, &r.Record, flags, !lenient)
		}
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		config.close(a)
		if marked != "" && len(run.list) == 1 {
			if err := a.mark(cmd.Context(), marked, &run.list[0]); err != nil {
				return err
			}
		}
		how := out.options(a)
		how.Short, how.Suppressed = !full && !isTerminal(a.raw), suppressed
		if out.format.value == "github" {
			a.stepSummary(run.list, how)
		}
		file, err := run.report(out.format.value, how)
		if err != nil {
			return err
		}
		return out.put(a, file)
	})
	cmd.Args = a.needs(1, -1, "usage.files")
	read = a.readingFlags(cmd.Flags())
	flags = a.comparingFlags(cmd.Flags())
	config = a.configFlags(cmd.Flags())
	out = a.outputFlags(cmd.Flags(), report.Formats...)
	cmd.Flags().StringVar(&marked, "marked", "", a.t("flag.marked"))
	cmd.Flags().StringVar(&known, "known", "", a.t("flag.known"))
	cmd.Flags().BoolVar(&full, "full", false, a.t("flag.full"))
	cmd.Flags().BoolVar(&suppressed, "sarif-suppressed", false, a.t("flag.sarif-suppressed"))
	cmd.Flags().BoolVar(&lenient, "lenient", false, a.t("flag.lenient"))
	return cmd
}

// mark writes the draft of a comparison to a file with its findings in it.
func (a *app) mark(ctx context.Context, file string, c *circular.Comparison) error {
	data, err := os.ReadFile(c.Source.Path)
	if err != nil {
		return err
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(data)); c.Source.MediaType != wordType || got != c.Source.SHA256 {
		return &usageError{a.t("check.no-word", c.Source.Path), a.t("check.no-word.hint")}
	}
	var m marked
	if err := a.reader(0).Do(ctx, "mark", c.Source.Path, markAsk{*c, report.Options{Lang: string(a.lang)}}, data, &m); err != nil {
		return err
	}
	if m.Refused {
		return &usageError{a.t("check.unmarked", c.Source.Path), a.t("check.unmarked.hint")}
	}
	return os.WriteFile(file, m.File, 0o666)
}
