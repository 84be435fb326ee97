package command

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/report"
)

// exports are the kinds of "telaah export": what is written of records for other
// programs.
var exports = []struct {
	name  string
	write func(w io.Writer, records []circular.Record, o report.Options) error
}{
	{"jdihn", func(w io.Writer, records []circular.Record, _ report.Options) error {
		return report.WriteJDIHN(w, records)
	}},
	{"ics", report.WriteCalendar},
	{"akn", func(w io.Writer, records []circular.Record, _ report.Options) error {
		return report.WriteAKN(w, &records[0])
	}},
}

func exportCommand(a *app) *cobra.Command {
	cmd := a.command("export", func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.usage(cmd, "usage.unknown-command", "export "+args[0])
		}
		return cmd.Help()
	})
	for _, e := range exports {
		var (
			read *reading
			out  *output
		)
		sub := a.command("export."+e.name, func(cmd *cobra.Command, args []string) error {
			if err := a.guard(out.file, args); err != nil {
				return err
			}
			records, err := a.records(cmd, read, args)
			if err != nil {
				return err
			}
			if e.name == "akn" && len(records) != 1 {
				return a.usage(cmd, "usage.one-act")
			}
			return out.write(a, func(w io.Writer, _ string) error { return e.write(w, records, out.options(a)) })
		})
		read = a.readingFlags(sub.Flags())
		out = a.outputFlags(sub.Flags(), e.name)
		cmd.AddCommand(sub)
	}
	return cmd
}
