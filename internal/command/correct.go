package command

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/lexicon"
)

func correctCommand(a *app) *cobra.Command {
	var by, why string
	cmd := a.command("correct", func(cmd *cobra.Command, args []string) error {
		if by == "" || why == "" {
			return a.usage(cmd, "usage.by-why")
		}
		for _, arg := range args[1:] {
			if field, _, ok := strings.Cut(arg, "="); !ok || field == "" {
				return a.usage(cmd, "usage.assignment", arg)
			}
		}
		st, id, err := a.write(args[0])
		if err != nil {
			return err
		}
		defer st.Close()
		d, err := st.Load(id)
		if err != nil {
			return err
		}
		for _, arg := range args[1:] {
			name, value, _ := strings.Cut(arg, "=")
			field := fieldOf(&d.Record, name)
			c, err := ingest.Correct(cmd.Context(), st, a.engine, id, corpus.Correction{Field: field, Value: a.valueOf(field, value), By: by, Why: why})
			var bad *corpus.FieldError
			switch {
			case errors.As(err, &bad) && bad.Reason == corpus.ReasonUnknown:
				return &usageError{a.t("error.field", name), a.fieldsOf(&d.Record, field)}
			case errors.As(err, &bad) && bad.Reason == corpus.ReasonValue:
				return &usageError{a.t("error.field-value", name, value), a.t("error.field-value.hint")}
			case err != nil:
				return err
			}
			fmt.Fprintln(a.out, a.t("correct.done", id[:12], c.Field, c.Old, c.Value))
		}
		return nil
	})
	cmd.Args = a.needs(2, -1, "usage.correct")
	cmd.Flags().StringVar(&by, "by", "", a.t("flag.by"))
	cmd.Flags().StringVar(&why, "why", "", a.t("flag.why"))
	return cmd
}

// subjectFields are the fields of a circular that people correct, clauseFields
// those of each kind of clause; every clause has commonFields, too.
var (
	subjectFields = []string{"number", "year", "title", "issuer", "level", "date_signed", "signatory.name", "signatory.office", "signatory.capacity", "region.name", "region.code"}
	commonFields  = []string{"groups", "categories", "force", "assertion"}
	clauseFields  = map[circular.Kind][]string{
		circular.KindQuota:      {"mode", "bound", "percent", "percent_lo", "percent_hi", "count", "unit", "condition", "recurrence"},
		circular.KindExemption:  {"effect", "percent", "condition"},
		circular.KindPeriod:     {"start", "end"},
		circular.KindSchedule:   {"who", "what", "days", "from", "to", "break"},
		circular.KindDeadline:   {"who", "what", "date", "by"},
		circular.KindRevocation: {"acts", "change"},
		circular.KindLegalBasis: {"type", "number", "year", "title", "date"},
	}
)

// fields returns the fields of a clause.
func fields(kind circular.Kind) []string {
	own, ok := clauseFields[kind]
	if !ok {
		own = []string{"who", "what"}
	}
	return slices.Concat(own, commonFields)
}

// fieldOf returns the path of a field in a record that a person named in
// Indonesian or by the path itself: "butir.3.persen" is clauses.3.percent,
// "tanggal penetapan" date_signed. What is not known is returned as it is.
func fieldOf(rec *circular.Record, name string) string {
	parts := strings.Split(name, ".")
	have := subjectFields
	if len(parts) > 2 {
		if list := lexicon.FieldPaths(parts[0]); len(list) == 1 {
			parts[0] = list[0]
		}
		n, err := strconv.Atoi(parts[1])
		if parts[0] == "clauses" && err == nil && n >= 1 && n <= len(rec.Clauses) {
			have = fields(rec.Clauses[n-1].Kind)
		}
		return strings.Join(parts[:2], ".") + "." + among(strings.Join(parts[2:], "."), have)
	}
	return among(name, have)
}

// among returns which of some fields a name means, or the name itself.
func among(name string, have []string) string {
	if slices.Contains(have, name) {
		return name
	}
	for _, p := range lexicon.FieldPaths(name) {
		if slices.Contains(have, p) {
			return p
		}
	}
	return name
}

// valueOf returns a value in the form in which records hold it: days as people
// write them, and the words of limits, ways and forces.
func (a *app) valueOf(field, value string) string {
	switch leaf := field[strings.LastIndexByte(field, '.')+1:]; leaf {
	case "start", "end", "date", "date_signed":
		if d, err := lexicon.ParseDay(value); err == nil {
			return d.String()
		}
	case "mode":
		return strings.ToUpper(value)
	case "percent", "percent_lo", "percent_hi":
		return strings.TrimSpace(strings.TrimSuffix(value, "%"))
	case "bound":
		for _, b := range []circular.Bound{circular.BoundMax, circular.BoundMin, circular.BoundExact, circular.BoundRange, circular.BoundApprox} {
			if strings.EqualFold(a.word("bound", b), strings.TrimSpace(value)) {
				return string(b)
			}
		}
	}
	return value
}

// fieldsOf tells the fields that exist where a field was looked for: "butir 2
// adalah masa berlaku, bidangnya: mulai, akhir; kuota: butir 3, 4".
func (a *app) fieldsOf(rec *circular.Record, field string) string {
	parts := strings.Split(field, ".")
	names := func(paths []string) string {
		var out []string
		for _, p := range paths {
			out = append(out, lexicon.FieldName(p))
		}
		return strings.Join(out, ", ")
	}
	if len(parts) < 3 || parts[0] != "clauses" {
		return a.t("error.field-subject", names(subjectFields))
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil || n < 1 || n > len(rec.Clauses) {
		return a.t("error.field-range", len(rec.Clauses))
	}
	c := &rec.Clauses[n-1]
	hint := a.t("error.field-clause", n, a.word("kind", c.Kind), names(fields(c.Kind)))
	wanted := among(parts[2], clauseFields[circular.KindQuota])
	for _, kind := range circular.Kinds {
		var at []string
		for i := range rec.Clauses {
			if rec.Clauses[i].Kind == kind && kind != c.Kind && slices.Contains(clauseFields[kind], wanted) {
				at = append(at, strconv.Itoa(i+1))
			}
		}
		if len(at) > 0 {
			hint += "; " + a.word("kind", kind) + ": " + a.t("error.field-at") + " " + strings.Join(at, ", ")
		}
	}
	return hint
}
