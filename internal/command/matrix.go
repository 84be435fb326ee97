package command

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/report"
)

func matrixCommand(a *app) *cobra.Command {
	var (
		read             *reading
		flags            *comparing
		out              *output
		province, before string
		folder           string
	)
	cmd := a.command("matrix", func(cmd *cobra.Command, args []string) error {
		if err := errors.Join(out.check(a, cmd), a.guard(out.file, args)); err != nil {
			return err
		}
		if flags.baseline == "auto" { // a matrix has one baseline for all
			flags.baseline = compare.Default
		}
		with, err := a.comparer(cmd, flags)
		if err != nil {
			return err
		}
		expected, err := compare.Addressees(province)
		if err != nil {
			return &usageError{a.t("error.province", province), a.t("error.province.hint")}
		}
		earlier, err := a.earlier(before)
		if err != nil {
			return err
		}
		records, err := a.records(cmd, read, args)
		if err != nil {
			return err
		}
		var list []circular.Comparison
		for i := range records {
			if province != "" && !within(records[i].Subject(), expected) {
				continue
			}
			c, err := with.compare(&records[i])
			if err != nil {
				return err
			}
			a.judge(&c, &records[i], flags, false)
			list = append(list, c)
		}
		i := slices.IndexFunc(with.baselines, func(b circular.Baseline) bool { return b.ID == with.options.Baseline })
		m := compare.NewMatrix(with.baselines[i], list, expected, earlier)
		if folder != "" {
			if err := a.letters(folder, &m, compare.Merge(list), out.options(a)); err != nil {
				return err
			}
		}
		return out.write(a, func(w io.Writer, format string) error {
			return report.WriteMatrix(w, format, m, out.options(a))
		})
	})
	read = a.readingFlags(cmd.Flags())
	flags = a.comparingFlags(cmd.Flags())
	cmd.Flags().StringVar(&province, "province", "", a.t("flag.province"))
	cmd.Flags().StringVar(&folder, "letters", "", a.t("flag.letters"))
	cmd.Flags().StringVar(&before, "before", "", a.t("flag.before"))
	out = a.outputFlags(cmd.Flags(), report.MatrixFormats...)
	return cmd
}

// within reports whether a circular is of one of some regions, or of the
// province above them.
func within(c *circular.Circular, regions []circular.Region) bool {
	return c != nil && c.Region.Code != "" && slices.ContainsFunc(regions, func(r circular.Region) bool {
		return r.Code == c.Region.Code || strings.HasPrefix(r.Code, c.Region.Code+".")
	})
}

// earlier reads a matrix that an earlier run wrote as JSON; "" is none.
func (a *app) earlier(name string) (*circular.Matrix, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	m := new(circular.Matrix)
	if err := json.Unmarshal(data, m); err != nil || m.Schema != circular.MatrixSchema {
		return nil, &usageError{a.t("error.matrix", name), a.t("error.matrix.hint")}
	}
	return m, nil
}
