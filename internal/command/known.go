package command

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/report"
)

// known are findings of an earlier report: a check with them tells only what is
// new. Each counts once, so that a second finding of the same kind is new.
type known map[string]int

// known reads a report that an earlier check wrote as JSON, and returns the
// SHA-256 of that, too; "" is none.
func (a *app) known(name string) (list known, sum string, err error) {
	if name == "" {
		return nil, "", nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, "", err
	}
	var file struct {
		Schema      string                `json:"schema"`
		Comparisons []circular.Comparison `json:"comparisons"`
	}
	if err := json.Unmarshal(data, &file); err != nil || file.Schema != circular.ComparisonSchema {
		return nil, "", &usageError{a.t("error.known", name), a.t("error.known.hint")}
	}
	out := known{}
	for _, c := range file.Comparisons {
		for _, d := range slices.Concat(c.Deviations, c.NotJudged) {
			out[fingerprint(&c, d)]++
		}
	}
	return out, fmt.Sprintf("%x", sha256.Sum256(data)), nil
}

// fingerprint names a finding in a file so that it is known again when the text
// around it has moved.
func fingerprint(c *circular.Comparison, d circular.Deviation) string {
	return strings.Join([]string{strings.TrimPrefix(strings.ReplaceAll(c.Source.Path, `\`, "/"), "./"), string(d.Code), d.Atom, strings.Join(strings.Fields(d.Why), " ")}, "\x00")
}

// take moves the findings of a comparison that are known to the suppressed
// ones. That a document is not comparable stays.
func (k known) take(c *circular.Comparison) {
	if k == nil {
		return
	}
	keep := func(list []circular.Deviation) []circular.Deviation {
		kept := []circular.Deviation{}
		for _, d := range list {
			if key := fingerprint(c, d); k[key] > 0 && d.Code != circular.CodeNotComparable {
				k[key]--
				continue
			}
			kept = append(kept, d)
		}
		return kept
	}
	c.Deviations, c.NotJudged = keep(c.Deviations), keep(c.NotJudged)
}

// stepSummary writes the whole report as Markdown where the runner of GitHub
// shows it beside the annotations, which hold no notes.
func (a *app) stepSummary(list []circular.Comparison, o report.Options) {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err == nil {
		err = report.Write(&inert{w: f}, "markdown", list, o)
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}
	if err != nil {
		a.warn(err.Error(), "")
	}
}
