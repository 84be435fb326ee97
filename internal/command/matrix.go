package command

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
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
		with, err := a.comparer(cmd, flags, read)
		if err != nil {
			return err
		}
		expected, err := compare.Addressees(province)
		if err != nil {
			return &usageError{a.t("error.province", province), a.t("error.province.hint")}
		}
		run := making{command: makeMatrix, pool: a.reader(read.jobs), comparer: with, within: province, kept: a.isKept}
		earlier, sum, err := a.earlier(before)
		if err != nil {
			return err
		}
		run.before = sum
		records, err := a.records(cmd, read, args)
		if err != nil {
			return err
		}
		for i := range records {
			if province != "" && !within(records[i].Subject(), expected) {
				continue
			}
			c, err := run.compare(cmd.Context(), &records[i], with.options.Baseline)
			if err != nil {
				return err
			}
			a.judge(&c, &records[i], flags, false)
		}
		m := run.matrix(expected, earlier)
		if folder != "" {
			if err := a.letters(folder, &m, compare.Merge(run.list), out.options(a)); err != nil {
				return err
			}
		}
		file, err := run.table(&m, out.format.value, out.options(a))
		if err != nil {
			return err
		}
		return out.put(a, file)
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

// matrix returns the matrix of the comparisons made so far.
func (m *making) matrix(expected []circular.Region, earlier *circular.Matrix) circular.Matrix {
	i := slices.IndexFunc(m.baselines, func(b circular.Baseline) bool { return b.ID == m.options.Baseline })
	return compare.NewMatrix(m.baselines[i], m.list, expected, earlier)
}

// table writes a matrix in a format, with its manifest.
func (m *making) table(matrix *circular.Matrix, format string, o report.Options) ([]byte, error) {
	var b bytes.Buffer
	if err := report.WriteMatrix(&b, format, *matrix, o); err != nil {
		return nil, err
	}
	return m.seal(format, b.Bytes(), o)
}

// earlier reads a matrix that an earlier run wrote as JSON, and returns the
// SHA-256 of that, too; "" is none.
func (a *app) earlier(name string) (m *circular.Matrix, sum string, err error) {
	if name == "" {
		return nil, "", nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, "", err
	}
	m = new(circular.Matrix)
	if err := json.Unmarshal(data, m); err != nil || m.Schema != circular.MatrixSchema {
		return nil, "", &usageError{a.t("error.matrix", name), a.t("error.matrix.hint")}
	}
	return m, fmt.Sprintf("%x", sha256.Sum256(data)), nil
}
