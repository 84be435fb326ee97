package command

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"telaah/circular"
	"telaah/compare"
	"telaah/ingest"
	"telaah/report"
)

func checkCommand(a *app) *cobra.Command {
	var (
		read    *reading
		flags   *comparing
		except  *suppressing
		out     *output
		lenient bool
	)
	cmd := a.command("check", func(cmd *cobra.Command, args []string) error {
		if err := errors.Join(out.check(a, cmd), except.open(a, cmd)); err != nil {
			return err
		}
		with, err := a.comparer(cmd, flags)
		if err != nil {
			return err
		}
		o, err := read.options(a, cmd)
		if err != nil {
			return err
		}
		list := []circular.Comparison{}
		for r := range ingest.Read(cmd.Context(), read.inputs(a, args), o) {
			if !a.read(r) {
				continue
			}
			c, err := compare.Check(with.baselines, r.Record, with.options)
			if err != nil {
				return fmt.Errorf("%s: %w", r.Name, err)
			}
			except.apply(&c)
			a.judge(&c, &r.Record, flags, !lenient)
			list = append(list, c)
		}
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		except.close(a)
		return out.write(a, func(w io.Writer, format string) error {
			return report.Write(w, format, list, report.Options{Lang: string(a.lang)})
		})
	})
	cmd.Args = a.needs(1, -1, "usage.files")
	read = a.readingFlags(cmd.Flags())
	flags = a.comparingFlags(cmd.Flags())
	except = a.suppressingFlags(cmd.Flags())
	out = a.outputFlags(cmd.Flags(), report.Formats...)
	cmd.Flags().BoolVar(&lenient, "lenient", false, a.t("flag.lenient"))
	return cmd
}
