package command

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
)

func corpusCommand(a *app) *cobra.Command {
	cmd := a.command("corpus", func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.usage(cmd, "usage.unknown-command", "corpus "+args[0])
		}
		return cmd.Help()
	})
	cmd.AddCommand(corpusCheck(a), corpusLog(a), corpusBackup(a), corpusRestore(a))
	return cmd
}

func corpusCheck(a *app) *cobra.Command {
	var (
		repair bool
		read   *reading
	)
	cmd := a.command("corpus.check", func(cmd *cobra.Command, _ []string) error {
		if repair {
			o, err := read.options(a, cmd)
			if err != nil {
				return err
			}
			return a.repair(cmd, o)
		}
		h, err := ingest.Check(cmd.Context(), a.corpusPath())
		if err != nil {
			return err
		}
		a.writeHealth(&h)
		return nil
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	cmd.Flags().BoolVar(&repair, "repair", false, a.t("flag.repair"))
	read = a.readingFlags(cmd.Flags())
	return cmd
}

// writeHealth prints one line for each damaged file, and the total.
func (a *app) writeHealth(h *ingest.Health) {
	for _, d := range h.Damage {
		a.failed = true
		fmt.Fprintln(a.out, a.t("error.damage", oneLine(d.File), d.Err))
	}
	for _, name := range h.Index {
		a.failed = true
		fmt.Fprintln(a.out, a.t("error.damage", "index/"+oneLine(name), a.t("check.index")))
	}
	if h.Behind {
		fmt.Fprintln(a.out, a.t("check.behind"))
	}
	for _, name := range h.Leftovers {
		fmt.Fprintln(a.out, a.t("check.leftover", oneLine(name)))
	}
	if bad := len(h.Damage) + len(h.Index); bad > 0 {
		a.warn(a.t("check.bad", h.Documents, bad), a.t("error.damage.hint"))
		return
	}
	fmt.Fprintln(a.out, a.t("check.good", h.Documents, h.Events))
}

// repair mends the corpus and says what became of each damaged file.
func (a *app) repair(cmd *cobra.Command, o ingest.Options) error {
	r, err := ingest.Repair(cmd.Context(), a.corpusPath(), o)
	for _, m := range r.Mended {
		fmt.Fprintf(a.out, "%s: %s\n", oneLine(m.File), a.word("mended", m.How))
	}
	for _, f := range r.Failed {
		a.failFile(f.Name, f.Err)
	}
	if err != nil {
		return err
	}
	a.writeHealth(&r.Health)
	return nil
}

func corpusLog(a *app) *cobra.Command {
	var format *choice
	cmd := a.command("corpus.log", func(cmd *cobra.Command, args []string) error {
		st, err := corpus.Open(a.corpusPath())
		if err != nil {
			return err
		}
		only := ""
		if len(args) == 1 {
			if only, err = st.Resolve(args[0]); err != nil {
				return err
			}
		}
		events, err := st.Log()
		if err != nil {
			a.fail(err)
		}
		for i := range events {
			e := &events[i]
			switch {
			case only != "" && e.ID != only:
			case format.value == "json":
				if err := a.encoder().Encode(e); err != nil {
					return fmt.Errorf("writing the log: %w", err)
				}
			default:
				fmt.Fprintln(a.out, a.event(e))
			}
		}
		return nil
	})
	cmd.Args = a.needs(0, 1, "usage.one-id")
	format = choose(cmd.Flags(), "format", a.t("flag.format"), "text", "json")
	return cmd
}

func corpusBackup(a *app) *cobra.Command {
	cmd := a.command("corpus.backup", func(cmd *cobra.Command, args []string) error {
		return a.copyCorpus(cmd, a.corpusPath(), args[0], "backup.done")
	})
	cmd.Args = a.needs(1, 1, "usage.one-folder")
	return cmd
}

func corpusRestore(a *app) *cobra.Command {
	cmd := a.command("corpus.restore", func(cmd *cobra.Command, args []string) error {
		if _, err := corpus.Open(a.corpusPath()); !errors.Is(err, corpus.ErrNoCorpus) {
			if err != nil {
				return err
			}
			return &usageError{a.t("restore.there", a.corpusPath()), a.t("restore.there.hint")}
		}
		return a.copyCorpus(cmd, args[0], a.corpusPath(), "restore.done")
	})
	cmd.Args = a.needs(1, 1, "usage.one-folder")
	return cmd
}

// copyCorpus copies a corpus and reads every file of the copy.
func (a *app) copyCorpus(cmd *cobra.Command, from, to, done string) error {
	n, err := corpus.Backup(from, to)
	if err != nil {
		return err
	}
	h, err := ingest.Check(cmd.Context(), to)
	if err != nil {
		return err
	}
	h.Behind = false // it has no index yet
	a.writeHealth(&h)
	if !a.failed {
		fmt.Fprintln(a.out, a.t(done, to, n))
	}
	return nil
}

// event returns an event of the log in one line.
func (a *app) event(e *corpus.Event) string {
	id := e.ID
	if len(id) > 12 {
		id = id[:12]
	}
	what, by, why := e.Path, e.By, e.Why
	switch {
	case e.Correction != nil:
		c := e.Correction
		what, by, why = fmt.Sprintf("%s: %q -> %q", c.Field, c.Old, c.Value), c.By, c.Why
	case e.Review != nil:
		r := e.Review
		what, by, why = join(" ", r.Doubt, a.word("review", r.State)), r.By, r.Note
	case e.Search != nil:
		what = fmt.Sprintf("%s: %q", e.Search.Name, e.Search.Query)
	case e.Undoes > 0:
		what = "#" + strconv.Itoa(e.Undoes)
	}
	line := fmt.Sprintf("#%-5d %s  %-14s %-12s  %s", e.N, e.At.Format(time.DateTime), a.word("action", e.Action), id, oneLine(what))
	return join("  ", line, oneLine(join(": ", by, why)))
}

func undoCommand(a *app) *cobra.Command {
	var by, why string
	cmd := a.command("undo", func(cmd *cobra.Command, args []string) error {
		st, _, err := a.write()
		if err != nil {
			return err
		}
		defer st.Close()
		n := 0
		if len(args) == 1 {
			if n, err = strconv.Atoi(args[0]); err != nil {
				return a.usage(cmd, "usage.event", args[0])
			}
		} else {
			list, err := st.Undoable()
			if err != nil {
				return err
			}
			if len(list) == 0 {
				fmt.Fprintln(a.out, a.t("undo.nothing"))
				return nil
			}
			n = list[0].N
		}
		e, err := ingest.UndoEvent(cmd.Context(), st, a.engine, n, by, why)
		if errors.Is(err, corpus.ErrUndo) {
			return &usageError{a.t("error.undo", n), a.t("error.undo.hint")}
		}
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, a.t("undo.done", a.event(&e)))
		return nil
	})
	cmd.Args = a.needs(0, 1, "usage.event-one")
	cmd.Flags().StringVar(&by, "by", "", a.t("flag.by"))
	cmd.Flags().StringVar(&why, "why", "", a.t("flag.why"))
	return cmd
}
