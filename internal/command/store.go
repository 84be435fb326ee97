package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
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
		var docs []corpus.Document
		for d, err := range st.All() {
			if err != nil {
				a.fail(err)
				continue
			}
			d.Record.Text = nil
			docs = append(docs, d)
		}
		if len(docs) == 0 {
			a.warn(a.t("list.empty", a.corpusPath()), a.t("list.empty.hint"))
			return nil
		}
		slices.SortStableFunc(docs, func(x, y corpus.Document) int { return later(&x.Record, &y.Record) })
		if format.value == "json" {
			for i := range docs {
				if err := a.encoder().Encode(docs[i].Record); err != nil {
					return fmt.Errorf("writing the list: %w", err)
				}
			}
			return nil
		}
		t := a.newTable("table.id", "table.circular", "table.region", "table.signed", "table.grade", "table.quotas", "table.file")
		for i := range docs {
			rec := &docs[i].Record
			region, signed := "", ""
			if c := rec.Subject(); c != nil {
				region, signed = c.Region.Name, c.DateSigned.String()
			}
			t.AppendRow(table.Row{rec.Source.ID(), shorten(a.lang.Title(rec), 60), region, signed,
				a.word("grade", rec.Source.Grade), len(rec.Rules(circular.KindQuota)), oneLine(rec.Source.Path)})
		}
		fmt.Fprintln(a.out, t.Render())
		return nil
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json")
	return cmd
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
			if err := ingest.Remove(cmd.Context(), st, by, why, id); err != nil {
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
