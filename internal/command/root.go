package command

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// root returns the command tree.
func (a *app) root() *cobra.Command {
	cobra.MousetrapHelpText = ""       // a double click on the program starts it, too
	cobra.EnableCommandSorting = false // help lists the commands as they are used
	root := &cobra.Command{
		Use:           "telaah",
		Short:         a.t("root.short"),
		Long:          a.t("root.long"),
		Example:       a.t("root.example"),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			hint := a.t("usage.hint", cmd.CommandPath())
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				hint = a.t("usage.did-you-mean", strings.Join(near, ", "))
			}
			return &usageError{a.t("usage.unknown-command", args[0]), hint}
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.serve(cmd, serving{listen: defaultListen, open: true})
		},
	}
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd) })
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [" + a.t("arg.command") + "]",
		Short: a.t("help.short"),
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.usage(cmd.Root(), "usage.unknown-command", strings.Join(args, " "))
			}
			return about.Help()
		},
	})
	flags := root.PersistentFlags()
	flags.StringVar(&a.corpusDir, "corpus", "", a.t("flag.corpus"))
	address := flags.String("engine", "", a.t("flag.engine"))
	flags.String("lang", "", a.t("flag.lang")) // read before the commands are made
	flags.BoolP("help", "h", false, a.t("flag.help"))
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if s := cmd.Flag("lang").Value.String(); s != "" && s != "id" && s != "en" {
			return a.usage(cmd, "usage.choice", "--lang", s, "id, en")
		}
		return a.useEngine(*address)
	}
	for _, add := range []func(*app) *cobra.Command{
		ingestCommand, searchCommand, listCommand, showCommand, compareCommand, matrixCommand, checkCommand, verifyCommand, baselineCommand, extractCommand, textCommand,
		explainCommand, correctCommand, removeCommand, undoCommand, diffCommand, changesCommand, exportCommand, corpusCommand, indexCommand, serveCommand, accountCommand, mcpCommand, versionCommand,
	} {
		root.AddCommand(add(a))
	}
	return root
}

// command returns a command with its texts from the catalogue: NAME.use (its
// arguments), NAME.short, NAME.long and NAME.example.
func (a *app) command(name string, run func(cmd *cobra.Command, args []string) error) *cobra.Command {
	return &cobra.Command{
		Use:     strings.TrimSpace(name[strings.LastIndex(name, ".")+1:] + " " + a.t(name+".use")),
		Short:   a.t(name + ".short"),
		Long:    a.t(name + ".long"),
		Example: a.t(name + ".example"),
		RunE:    run,

		DisableFlagsInUseLine: true, // help says it in the user's language
	}
}

// needs returns an argument check: at least min, at most max (-1: any number).
func (a *app) needs(min, max int, key string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < min || max >= 0 && len(args) > max {
			return a.usage(cmd, key)
		}
		return nil
	}
}

// choice is a flag that takes one of a few words.
type choice struct {
	value   string
	allowed []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "" }
func (c *choice) Set(s string) error {
	for _, ok := range c.allowed {
		if s == ok {
			c.value = s
			return nil
		}
	}
	return errors.New(strings.Join(c.allowed, ", "))
}

// choose adds a flag whose first allowed word is the default.
func choose(flags *pflag.FlagSet, name, usage string, allowed ...string) *choice {
	c := &choice{allowed[0], allowed}
	flags.Var(c, name, usage+": "+strings.Join(allowed, "|"))
	return c
}

// flagError says in the user's language what is wrong with a flag.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		bad     *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if len(unknown.GetSpecifiedShortnames()) > 0 {
			name = "-" + unknown.GetSpecifiedName()
		}
		return a.usage(cmd, "usage.unknown-flag", name)
	case errors.As(err, &bare):
		return a.usage(cmd, "usage.flag-value", "--"+bare.GetFlag().Name)
	case errors.As(err, &bad):
		if c, ok := bad.GetFlag().Value.(*choice); ok {
			return a.usage(cmd, "usage.choice", "--"+bad.GetFlag().Name, bad.GetValue(), strings.Join(c.allowed, ", "))
		}
		return a.usage(cmd, "usage.flag-bad", "--"+bad.GetFlag().Name, bad.GetValue())
	case errors.As(err, &syntax):
		return a.usage(cmd, "usage.unknown-flag", syntax.GetSpecifiedFlag())
	}
	return &usageError{err.Error(), a.t("usage.hint", cmd.CommandPath())}
}

// help prints the help of a command: what it does, how it is called, an
// example, its commands and its flags.
func (a *app) help(cmd *cobra.Command) {
	var b strings.Builder
	b.WriteString(cmd.Long + "\n\n" + a.t("help.usage") + "\n")
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s %s\n", cmd.CommandPath(), a.t("arg.command"))
	} else {
		fmt.Fprintf(&b, "  %s [%s]\n", cmd.UseLine(), a.t("arg.options"))
	}
	fmt.Fprintf(&b, "\n%s\n", a.t("help.example"))
	for line := range strings.Lines(cmd.Example) {
		b.WriteString("  " + line)
	}
	b.WriteString("\n")
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.t("help.commands"))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				fmt.Fprintf(&b, "  %-10s %s\n", c.Name(), c.Short)
			}
		}
	}
	if cmd.HasAvailableLocalFlags() {
		fmt.Fprintf(&b, "\n%s\n%s", a.t("help.flags"), a.flagUsages(cmd.LocalFlags()))
	}
	if cmd.HasAvailableInheritedFlags() {
		fmt.Fprintf(&b, "\n%s\n%s", a.t("help.global"), a.flagUsages(cmd.InheritedFlags()))
	}
	fmt.Fprint(a.out, b.String())
}

func (a *app) flagUsages(f *pflag.FlagSet) string {
	return strings.ReplaceAll(f.FlagUsages(), "(default ", "("+a.t("help.default")+" ")
}
