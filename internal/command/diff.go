package command

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/report"
)

func diffCommand(a *app) *cobra.Command {
	var (
		read *reading
		out  *output
	)
	cmd := a.command("diff", func(cmd *cobra.Command, args []string) error {
		if err := errors.Join(out.check(a, cmd), a.guard(out.file, args)); err != nil {
			return err
		}
		var two []circular.Record
		for _, arg := range args {
			records, err := a.records(cmd, read, []string{arg})
			if err != nil {
				return err
			}
			if len(records) != 1 {
				return a.usage(cmd, "usage.two-versions")
			}
			two = append(two, records[0])
		}
		v, err := compare.Versions(two[0], two[1], string(a.lang))
		if err != nil {
			return err
		}
		return out.write(a, func(w io.Writer, format string) error { return report.WriteVersions(w, format, v, out.options(a)) })
	})
	cmd.Args = a.needs(2, 2, "usage.two-versions")
	read = a.readingFlags(cmd.Flags())
	out = a.outputFlags(cmd.Flags(), report.VersionFormats...)
	return cmd
}
