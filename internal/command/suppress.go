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

// configFile is the file of suppressions that is read where it is found in the
// current folder.
const configFile = ".telaah.yaml"

// suppressing takes out findings that a file of suppressions covers. The only
// clock is --today: without it nothing is held to be expired, and that is said.
type suppressing struct {
	file, day string // --config, --today

	name  string // the file that was read
	list  []compare.Suppression
	used  []bool
	today circular.Date
}

func (a *app) suppressingFlags(flags *pflag.FlagSet) *suppressing {
	s := new(suppressing)
	flags.StringVar(&s.file, "config", "", a.t("flag.config"))
	flags.StringVar(&s.day, "today", "", a.t("flag.today"))
	return s
}

// open reads the file of suppressions: the one that --config names, else
// .telaah.yaml if there is one. Each entry that has expired fails the command,
// which goes on without it.
func (s *suppressing) open(a *app, cmd *cobra.Command) (err error) {
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
	if s.list, err = compare.ParseSuppressions(s.name, data); err != nil {
		what, _ := a.explain(err)
		return &usageError{what, a.t("suppress.invalid.hint")}
	}
	s.used = make([]bool, len(s.list))
	if len(s.list) > 0 && s.today.IsZero() {
		a.warn(a.t("suppress.no-day", s.name), a.t("suppress.no-day.hint"))
	}
	for _, e := range s.list {
		if e.Expired(s.today) {
			a.fail(&usageError{a.t("suppress.expired", s.name, s.entry(e), e.Expires), a.t("suppress.expired.hint")})
		}
	}
	return nil
}

// apply moves the findings of a comparison that are covered out of it.
func (s *suppressing) apply(c *circular.Comparison) {
	for i, used := range compare.Suppress(c, s.list, s.today) {
		s.used[i] = s.used[i] || used
	}
}

// close says which entries covered nothing and can go.
func (s *suppressing) close(a *app) {
	for i, e := range s.list {
		if !s.used[i] && !e.Expired(s.today) {
			a.warn(a.t("suppress.unused", s.name, s.entry(e)), a.t("suppress.unused.hint"))
		}
	}
}

// entry names a suppression by its code and what narrows it.
func (s *suppressing) entry(e compare.Suppression) string {
	parts := []string{string(e.Code)}
	for _, p := range []string{e.Issuer, e.Path} {
		if p != "" {
			parts = append(parts, oneLine(p))
		}
	}
	return strings.Join(parts, ", ")
}
