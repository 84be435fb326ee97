package command

import (
	"io"

	"github.com/spf13/cobra"
)

// Tree returns the tree of commands, for manual pages and completions. Lang is
// the language of their texts, "id" or "en". The commands are not to be run.
func Tree(lang string) *cobra.Command {
	a := &app{lang: language(lang), in: nil, out: io.Discard, err: io.Discard, raw: io.Discard}
	return a.root()
}
