package command

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
)

func versionCommand(a *app) *cobra.Command {
	cmd := a.command("version", func(*cobra.Command, []string) error {
		version := a.t("version.unstable")
		if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
			version = info.Main.Version
		}
		fmt.Fprintln(a.out, a.t("version.line", version, runtime.Version(), runtime.GOOS, runtime.GOARCH))
		fmt.Fprintln(a.out, a.t("version.formats", circular.RecordSchema, circular.ComparisonSchema, corpus.Schema))
		return nil
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	return cmd
}
