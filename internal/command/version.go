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
		fmt.Fprintln(a.out, a.t("version.line", programVersion(a.t("version.unstable")), runtime.Version(), runtime.GOOS, runtime.GOARCH))
		fmt.Fprintln(a.out, a.t("version.formats", circular.RecordSchema, circular.ComparisonSchema, corpus.Schema))
		return nil
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	return cmd
}

// programVersion returns the version of this program, or what to call one that
// was not released.
func programVersion(unstable string) string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return unstable
}
