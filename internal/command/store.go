package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
)

// newTable returns a plain table that is as wide as its content.
func (a *app) newTable(headings ...string) table.Writer {
	t := table.NewWriter()
	style := table.StyleLight
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	t.SetStyle(style)
	row := make(table.Row, len(headings))
	for i, h := range headings {
		row[i] = a.t(h)
	}
	t.AppendHeader(row)
	t.SuppressTrailingSpaces()
	return t
}

func listCommand(a *app) *cobra.Command {
	var format *choice
	cmd := a.command("list", func(cmd *cobra.Command, _ []string) error {
		st, err := corpus.Open(a.corpusPath())
		if err != nil {
			return err
		}
		var records []circular.Record
		for d, err := range st.All() {
			if err != nil {
				a.fail(err)
				continue
			}
			d.Record.Text = nil
			records = append(records, d.Record)
		}
		if len(records) == 0 {
			a.warn(a.t("list.empty", a.corpusPath()), a.t("list.empty.hint"))
			return nil
		}
		slices.SortStableFunc(records, func(x, y circular.Record) int { return later(&x, &y) })
		if format.value == "json" {
			for i := range records {
				if err := a.encoder().Encode(records[i]); err != nil {
					return fmt.Errorf("writing the list: %w", err)
				}
			}
			return nil
		}
		disputes, err := disputed(records, string(a.lang))
		if err != nil {
			return err
		}
		t := a.newTable("table.id", "table.circular", "table.region", "table.signed", "table.deadline", "table.grade", "table.quotas", "table.file")
		for _, act := range compare.Acts(records) {
			t.AppendRow(a.listRow(records, act, disputes))
		}
		fmt.Fprintln(a.out, t.Render())
		return nil
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json")
	return cmd
}

// listRow is the row of a circular: what the best of its sources says, the files
// of all of them, and on how many things they disagree.
func (a *app) listRow(records []circular.Record, act []int, disputes map[string][]circular.Deviation) table.Row {
	rec := &records[act[0]]
	region, signed := "", ""
	if c := rec.Subject(); c != nil {
		region, signed = c.Region.Name, c.DateSigned.String()
	}
	var deadlines, files []string
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if day, _, _ := c.Due(); c.Assertion == circular.AssertRule && !day.IsZero() && !slices.Contains(deadlines, day.String()) {
			deadlines = append(deadlines, day.String())
		}
	}
	slices.Sort(deadlines)
	for _, i := range act {
		files = append(files, oneLine(records[i].Source.Path))
	}
	if n := len(disputes[rec.Source.SHA256]); n > 0 {
		files = append(files, a.t("list.disputed", n))
	}
	return table.Row{rec.Source.ID(), shorten(a.lang.Title(rec), 60), region, signed, strings.Join(deadlines, ", "),
		a.word("grade", rec.Source.Grade), len(rec.Rules(circular.KindQuota)), strings.Join(files, "; ")}
}

// later orders records: the latest signed first, those without a day last,
// then by path and id.
func later(x, y *circular.Record) int {
	var dx, dy circular.Date
	if c := x.Subject(); c != nil {
		dx = c.DateSigned
	}
	if c := y.Subject(); c != nil {
		dy = c.DateSigned
	}
	if c := dy.Compare(dx); c != 0 {
		return c
	}
	if c := strings.Compare(x.Source.Path, y.Source.Path); c != 0 {
		return c
	}
	return strings.Compare(x.Source.SHA256, y.Source.SHA256)
}

func showCommand(a *app) *cobra.Command {
	var format *choice
	cmd := a.command("show", func(cmd *cobra.Command, args []string) error {
		st, err := corpus.Open(a.corpusPath())
		if err != nil {
			return err
		}
		d, err := load(st, args[0])
		if err != nil {
			return err
		}
		if format.value == "json" {
			return a.encoder().Encode(d.Record)
		}
		a.writeRecord(a.out, &d.Record, true)
		for i, c := range d.Corrections {
			label := ""
			if i == 0 {
				label = a.t("correct.made")
			}
			row(a.out, label, a.t("correct.line", c.Field, c.Old, c.Value, c.By, c.Why))
		}
		return nil
	})
	cmd.Args = a.needs(1, 1, "usage.one-id")
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json")
	return cmd
}

// load loads the document that an abbreviated id means.
func load(st *corpus.Store, prefix string) (corpus.Document, error) {
	id, err := st.Resolve(prefix)
	if err != nil {
		return corpus.Document{}, err
	}
	return st.Load(id)
}

func removeCommand(a *app) *cobra.Command {
	var by, why string
	cmd := a.command("remove", func(cmd *cobra.Command, args []string) error {
		if by == "" || why == "" {
			return a.usage(cmd, "usage.by-why-remove")
		}
		st, _, err := a.write(args...)
		if err != nil {
			return err
		}
		defer st.Close()
		for _, prefix := range args {
			id, err := st.Resolve(prefix)
			if err != nil {
				return err
			}
			name := ""
			if d, err := st.Load(id); err == nil {
				name = d.Record.Source.Path
			}
			if err := ingest.Remove(cmd.Context(), st, a.engine, by, why, id); err != nil {
				return err
			}
			fmt.Fprintln(a.out, a.t("remove.done", id[:12], oneLine(name)))
		}
		fmt.Fprintf(a.err, "%s: %s\n", a.t("hint"), a.t("remove.undo"))
		return nil
	})
	cmd.Args = a.needs(1, -1, "usage.ids")
	cmd.Flags().StringVar(&by, "by", "", a.t("flag.by"))
	cmd.Flags().StringVar(&why, "why", "", a.t("flag.why"))
	return cmd
}

// write opens an existing corpus for writing and checks that each abbreviated
// id means a document, so that a command does all it was told or nothing. It
// returns the first id in full.
func (a *app) write(prefixes ...string) (*corpus.Store, string, error) {
	if _, err := corpus.Open(a.corpusPath()); err != nil { // Create would make one
		return nil, "", err
	}
	st, err := corpus.Create(a.corpusPath())
	if err != nil {
		return nil, "", err
	}
	first := ""
	for i, prefix := range prefixes {
		id, err := st.Resolve(prefix)
		if err != nil {
			st.Close()
			return nil, "", err
		}
		if i == 0 {
			first = id
		}
	}
	return st, first, nil
}
