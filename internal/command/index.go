package command

import (
	"cmp"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/ingest"
)

// The environment of --engine: its default, and the files with the user and
// password and with the certificates.
const (
	engineVar = "TELAAH_ENGINE"
	authVar   = "TELAAH_ENGINE_AUTH"
	caVar     = "TELAAH_ENGINE_CA"
)

// useEngine makes the search use the cluster at an address, else the one that the
// environment names, else none.
func (a *app) useEngine(address string) (err error) {
	if address = cmp.Or(address, os.Getenv(engineVar)); address != "" {
		a.engine, err = index.NewRemote(address, index.RemoteOptions{PasswordFile: os.Getenv(authVar), CAFile: os.Getenv(caVar)})
	}
	return err
}

func indexCommand(a *app) *cobra.Command {
	rebuild := a.command("index.rebuild", func(cmd *cobra.Command, _ []string) error {
		if _, err := corpus.Open(a.corpusPath()); err != nil {
			return err
		}
		st, err := corpus.Create(a.corpusPath())
		if err != nil {
			return err
		}
		defer st.Close()
		progress, clear := a.rebuilding()
		n, left, err := ingest.RebuildIndex(cmd.Context(), st, progress)
		clear()
		a.left(left)
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, a.t("index.rebuilt", n))
		return nil
	})
	rebuild.Args = a.needs(0, 0, "usage.no-args")
	cmd := a.command("index", func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.usage(cmd, "usage.unknown-command", "index "+args[0])
		}
		return cmd.Help()
	})
	cmd.AddCommand(rebuild, pushCommand(a), checkIndexCommand(a), swapCommand(a))
	return cmd
}

// left says which documents are not in an index, because they are damaged.
func (a *app) left(damage []*corpus.DamageError) {
	for _, d := range damage {
		a.failed = true
		a.warn(a.t("index.left")+": "+a.t("error.damage", oneLine(d.File), d.Err), a.t("error.damage.hint"))
	}
}

// onEngine returns a command on the index in a cluster, which must be named.
func (a *app) onEngine(name string, run func(cmd *cobra.Command) error) *cobra.Command {
	cmd := a.command(name, func(cmd *cobra.Command, _ []string) error {
		if a.engine == nil {
			return &usageError{a.t("index.no-engine"), a.t("index.no-engine.hint")}
		}
		return run(cmd)
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	return cmd
}

func pushCommand(a *app) *cobra.Command {
	var shards, replicas int
	var wait bool
	cmd := a.onEngine("index.push", func(cmd *cobra.Command) error {
		if shards < 1 || shards > 100 || replicas < 0 || replicas > 10 {
			return a.usage(cmd, "usage.flag-bad", "--shards/--replicas", fmt.Sprint(shards, "/", replicas))
		}
		st, err := corpus.Open(a.corpusPath())
		if err != nil {
			return err
		}
		a.engine.Shape(shards, replicas)
		progress, clear := a.rebuilding()
		name, left, err := ingest.PushIndex(cmd.Context(), st, a.engine, !wait, progress)
		clear()
		a.left(left)
		if err != nil {
			return err
		}
		key := "index.pushed"
		if wait {
			key = "index.filled"
		}
		fmt.Fprintln(a.out, a.t(key, name))
		return nil
	})
	cmd.Flags().IntVar(&shards, "shards", 1, a.t("flag.shards"))
	cmd.Flags().IntVar(&replicas, "replicas", 0, a.t("flag.replicas"))
	cmd.Flags().BoolVar(&wait, "no-swap", false, a.t("flag.no-swap"))
	return cmd
}

func checkIndexCommand(a *app) *cobra.Command {
	var mend bool
	cmd := a.onEngine("index.check", func(cmd *cobra.Command) error {
		st, err := corpus.Open(a.corpusPath())
		if err != nil {
			return err
		}
		r, left, err := ingest.CheckIndex(cmd.Context(), st, a.engine, mend)
		a.left(left)
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, a.t("index.checked", r.Sources, r.Documents))
		if r.Good() {
			return nil
		}
		fmt.Fprintln(a.out, a.t("index.differs", r.Missing, r.Other, r.Extra, r.Loose))
		if mend {
			fmt.Fprintln(a.out, a.t("index.mended"))
			return nil
		}
		a.failed = true
		a.warn(a.t("index.behind"), a.t("index.behind.hint"))
		return nil
	})
	cmd.Flags().BoolVar(&mend, "mend", false, a.t("flag.mend"))
	return cmd
}

func swapCommand(a *app) *cobra.Command {
	return a.onEngine("index.swap", func(cmd *cobra.Command) error {
		name, err := a.engine.Swap(cmd.Context(), "")
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, a.t("index.pushed", name))
		return nil
	})
}
