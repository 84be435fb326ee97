package command

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
)

// configFile is the file that is read where it is found in the current folder.
const configFile = ".telaah.yaml"

// configuring applies a file about checks: which files are no drafts, which
// baseline is theirs, what fails, and which findings are taken out. The only
// clock is --today: without it nothing is held to be expired, and that is said.
type configuring struct {
	file, day string // --config, --today

	name  string // the file that was read
	rules compare.Config
	used  []bool // by suppression
	today circular.Date
}

func (a *app) configFlags(flags *pflag.FlagSet) *configuring {
	s := new(configuring)
	flags.StringVar(&s.file, "config", "", a.t("flag.config"))
	flags.StringVar(&s.day, "today", "", a.t("flag.today"))
	return s
}

// open reads the file that --config names, else .telaah.yaml if there is one.
// Each suppression that has expired fails the command, which goes on without it.
func (s *configuring) open(a *app, cmd *cobra.Command) (err error) {
	if s.today, err = a.dateFlag(cmd, "today", s.day, circular.Date{}); err != nil {
		return err
	}
	if s.name = s.file; s.name == "" {
		s.name = configFile
	}
	data, err := os.ReadFile(s.name)
	if errors.Is(err, fs.ErrNotExist) && s.file == "" {
		return nil
	}
	if err != nil {
		return err
	}
	if s.rules, err = compare.ParseConfig(s.name, data); err != nil {
		what, _ := a.explain(err)
		return &usageError{what, a.t("suppress.invalid.hint")}
	}
	s.used = make([]bool, len(s.rules.Suppressions))
	if len(s.used) > 0 && s.today.IsZero() {
		a.warn(a.t("suppress.no-day", s.name), a.t("suppress.no-day.hint"))
	}
	for _, e := range s.rules.Suppressions {
		if e.Expired(s.today) {
			a.fail(&usageError{a.t("suppress.expired", s.name, s.entry(e), e.Expires), a.t("suppress.expired.hint")})
		}
	}
	return nil
}

// settle takes the level that fails from the file, unless the command line
// names one.
func (s *configuring) settle(cmd *cobra.Command, flags *comparing) {
	if s.rules.FailOn != "" && !cmd.Flag("fail-on").Changed {
		flags.failOn.value = string(s.rules.FailOn)
	}
}

// baseline returns the options for a file: with the baseline that the file about
// checks gives it, unless the command line names one.
func (s *configuring) baseline(o compare.Options, file string) compare.Options {
	if id := s.rules.Baseline(file); id != "" && (o.Baseline == "" || o.Baseline == "auto") {
		o.Baseline = id
	}
	return o
}

// apply moves the findings of a comparison that are covered out of it.
func (s *configuring) apply(c *circular.Comparison) {
	for i, used := range compare.Suppress(c, s.rules.Suppressions, s.today) {
		s.used[i] = s.used[i] || used
	}
}

// close says which entries covered nothing and can go.
func (s *configuring) close(a *app) {
	for i, e := range s.rules.Suppressions {
		if !s.used[i] && !e.Expired(s.today) {
			a.warn(a.t("suppress.unused", s.name, s.entry(e)), a.t("suppress.unused.hint"))
		}
	}
}

// entry names a suppression by its code and what narrows it.
func (s *configuring) entry(e compare.Suppression) string {
	parts := []string{string(e.Code)}
	for _, p := range []string{e.Issuer, e.Path} {
		if p != "" {
			parts = append(parts, oneLine(p))
		}
	}
	return strings.Join(parts, ", ")
}
