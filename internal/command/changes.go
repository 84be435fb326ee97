package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
)

func changesCommand(a *app) *cobra.Command {
	var since string
	cmd := a.command("changes", func(cmd *cobra.Command, _ []string) error {
		from, err := a.dateFlag(cmd, "since", since, circular.Date{})
		if err != nil {
			return err
		}
		st, err := corpus.Open(a.corpusPath())
		if err != nil {
			return err
		}
		events, err := st.Log()
		if err != nil {
			a.fail(err)
		}
		n := 0
		for i := range events {
			if day := events[i].At.UTC().Format("2006-01-02"); day < from.String() {
				continue
			}
			n++
			name := ""
			if d, err := st.Load(events[i].ID); err == nil {
				name = a.lang.Title(&d.Record)
			}
			fmt.Fprintln(a.out, join("  ", a.event(&events[i]), oneLine(name)))
		}
		if n == 0 {
			fmt.Fprintln(a.out, a.t("changes.none"))
		}
		return nil
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	cmd.Flags().StringVar(&since, "since", "", a.t("flag.since"))
	return cmd
}
