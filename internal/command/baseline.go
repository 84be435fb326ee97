package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
)

func baselineCommand(a *app) *cobra.Command {
	cmd := a.command("baseline", func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.usage(cmd, "usage.unknown-command", "baseline "+args[0])
		}
		return cmd.Help()
	})
	cmd.AddCommand(baselineList(a), baselineShow(a), baselineCheck(a), baselineFrom(a))
	return cmd
}

func baselineList(a *app) *cobra.Command {
	cmd := a.command("baseline.list", func(*cobra.Command, []string) error {
		list, err := compare.Load(corpus.Baselines, "baselines")
		if err != nil {
			return err
		}
		t := a.newTable("table.id", "table.circular", "table.period", "table.atoms")
		for i := range list {
			b := &list[i]
			window := ""
			if b.Window != (circular.Period{}) {
				window = a.period(&b.Window)
			}
			t.AppendRow(table.Row{b.ID, b.Name, window, len(b.Atoms)})
		}
		fmt.Fprintln(a.out, t.Render())
		return nil
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	return cmd
}

func baselineShow(a *app) *cobra.Command {
	var format *choice
	cmd := a.command("baseline.show", func(cmd *cobra.Command, args []string) error {
		list, err := compare.Load(corpus.Baselines, "baselines")
		if err != nil {
			return err
		}
		var b circular.Baseline
		if i := slices.IndexFunc(list, func(b circular.Baseline) bool { return b.ID == args[0] }); i >= 0 {
			b = list[i]
		} else if b, err = a.baselineFile(cmd, args[0], true); err != nil {
			return err
		}
		if format.value == "json" {
			return a.encoder().Encode(b)
		}
		a.writeBaseline(&b)
		return nil
	})
	cmd.Args = a.needs(1, 1, "usage.one-baseline")
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json")
	return cmd
}

// writeBaseline prints a baseline atom by atom. Words that come from no
// document are labelled as such.
func (a *app) writeBaseline(b *circular.Baseline) {
	fmt.Fprintln(a.out, bold(oneLine(b.Name))+"  ("+b.ID+")")
	row(a.out, a.t("record.title"), b.Circular.Title)
	row(a.out, a.t("record.signed"), a.signed(&b.Circular))
	row(a.out, a.t("table.note"), b.Notes)
	for i := range b.Atoms {
		atom := &b.Atoms[i]
		fmt.Fprintf(a.out, "\n  %s  %s\n", atom.ID, oneLine(atom.Title))
		fmt.Fprintf(a.out, "    %s\n", strings.Join([]string{string(atom.Polarity), string(atom.Weight), string(atom.Certainty)}, ", "))
		label := ""
		if !atom.Real {
			label = " (" + a.t("baseline.reconstructed") + ")"
		}
		fmt.Fprintf(a.out, "    “%s”%s\n", oneLine(atom.Words), label)
	}
	for _, am := range b.Chain {
		row(a.out, a.t("baseline.amended"), am.Act.Name)
	}
}

func baselineCheck(a *app) *cobra.Command {
	cmd := a.command("baseline.check", func(cmd *cobra.Command, args []string) error {
		for _, name := range args {
			b, err := a.baselineYAML(name)
			if err != nil {
				a.fail(err)
				continue
			}
			fmt.Fprintln(a.out, a.t("baseline.valid", name, b.ID, len(b.Atoms)))
		}
		return nil
	})
	cmd.Args = a.needs(1, -1, "usage.files")
	return cmd
}

func baselineFrom(a *app) *cobra.Command {
	cmd := a.command("baseline.from", func(cmd *cobra.Command, args []string) error {
		b, err := a.baselineFile(cmd, args[0], false)
		if err != nil {
			return err
		}
		data, err := compare.Marshal(b)
		if err != nil {
			return err
		}
		a.warn(a.t("baseline.draft", b.ID, len(b.Atoms)), a.t("baseline.draft.hint"))
		_, err = a.out.Write(data)
		return err
	})
	cmd.Args = a.needs(1, 1, "usage.files")
	return cmd
}
