package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/report"
)

// severities are the words of --fail-on.
var severities = []string{"error", "warning", "note", "none"}

// comparing are the flags of every command that compares.
type comparing struct {
	baseline, asOf string
	failOn         *choice
}

func (a *app) comparingFlags(flags *pflag.FlagSet) *comparing {
	c := new(comparing)
	flags.StringVar(&c.baseline, "baseline", "auto", a.t("flag.baseline"))
	flags.StringVar(&c.asOf, "as-of", "", a.t("flag.as-of"))
	c.failOn = choose(flags, "fail-on", a.t("flag.fail-on"), severities...)
	return c
}

// comparer compares records with what the flags name.
type comparer struct {
	baselines []circular.Baseline
	options   compare.Options
	files     map[string]string // by the id of a baseline: the file that it was read from
	lexicon   string            // lexicon.Digest of what documents are read with
}

// comparer returns what the flags say.
func (a *app) comparer(cmd *cobra.Command, c *comparing, read *reading) (comparer, error) {
	list, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		return comparer{}, err
	}
	out := comparer{baselines: list, options: compare.Options{Baseline: c.baseline, Lang: string(a.lang)}, files: map[string]string{}}
	if out.lexicon, err = read.words(); err != nil {
		return comparer{}, err
	}
	if out.options.AsOf, err = a.dateFlag(cmd, "as-of", c.asOf, circular.Date{}); err != nil {
		return comparer{}, err
	}
	if c.baseline == "auto" || slices.ContainsFunc(list, func(b circular.Baseline) bool { return b.ID == c.baseline }) {
		return out, nil
	}
	b, err := a.baselineFile(cmd, c.baseline, true)
	if err != nil {
		return comparer{}, err
	}
	out.baselines = append(slices.DeleteFunc(list, func(o circular.Baseline) bool { return o.ID == b.ID }), b)
	out.options.Baseline, out.files[b.ID] = b.ID, c.baseline
	return out, nil
}

// baselineFile reads a baseline from a file: YAML, or any readable circular. A
// circular that is the act of one of the shipped baselines keeps the ids of its
// atoms and gives them its own words; any other becomes a draft baseline.
func (a *app) baselineFile(cmd *cobra.Command, name string, reissue bool) (circular.Baseline, error) {
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".yaml" || ext == ".yml" {
		return a.baselineYAML(name)
	}
	var rec circular.Record
	for r := range ingest.Read(cmd.Context(), ingest.Files([]string{name}, a.in), ingest.Options{Reader: a.reader(0)}) {
		if errors.Is(r.Err, fs.ErrNotExist) {
			return circular.Baseline{}, &usageError{a.t("error.baseline", name), a.t("error.baseline.hint")}
		}
		if r.Err != nil {
			return circular.Baseline{}, fmt.Errorf("%s: %w", name, r.Err)
		}
		rec = r.Record
	}
	data, err := json.Marshal(rec)
	if err != nil {
		return circular.Baseline{}, fmt.Errorf("%s: %w", name, err)
	}
	var b circular.Baseline
	err = a.reader(0).Do(cmd.Context(), "derive", name, reissue, data, &b)
	return b, err
}

// baselineYAML reads a baseline from a YAML file.
func (a *app) baselineYAML(name string) (circular.Baseline, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return circular.Baseline{}, &usageError{a.t("error.baseline", name), a.t("error.baseline.hint")}
	}
	if err != nil {
		return circular.Baseline{}, err
	}
	return compare.Parse(name, data)
}

func compareCommand(a *app) *cobra.Command {
	var (
		read                        *reading
		flags                       *comparing
		config                      *configuring
		out                         *output
		strict, redline, suppressed bool
	)
	cmd := a.command("compare", func(cmd *cobra.Command, args []string) error {
		if err := errors.Join(out.check(a, cmd), config.open(a, cmd), a.guard(out.file, args)); err != nil {
			return err
		}
		with, err := a.comparer(cmd, flags, read)
		if err != nil {
			return err
		}
		config.settle(cmd, flags)
		with.options.Redline = redline
		read.excludes = config.rules.Excludes
		records, err := a.records(cmd, read, args)
		if err != nil {
			return err
		}
		run := making{command: makeCompare, pool: a.reader(read.jobs), comparer: with, config: config, kept: a.isKept, clips: a.clips(cmd.Context(), nil)}
		if err := run.settle(records); err != nil {
			return err
		}
		for i := range records {
			c, err := run.compare(cmd.Context(), &records[i], config.baseline(with.options, records[i].Source.Path).Baseline)
			if err != nil {
				return err
			}
			a.judge(&c, &records[i], flags, strict)
		}
		config.close(a)
		o := out.options(a)
		o.Suppressed = suppressed
		file, err := run.report(out.format.value, o)
		if err != nil {
			return err
		}
		return out.put(a, file)
	})
	read = a.readingFlags(cmd.Flags())
	flags = a.comparingFlags(cmd.Flags())
	config = a.configFlags(cmd.Flags())
	out = a.outputFlags(cmd.Flags(), report.Formats...)
	cmd.Flags().BoolVar(&strict, "strict", false, a.t("flag.strict"))
	cmd.Flags().BoolVar(&redline, "redline", false, a.t("flag.redline"))
	cmd.Flags().BoolVar(&suppressed, "sarif-suppressed", false, a.t("flag.sarif-suppressed"))
	return cmd
}

// disputed returns what the sources of one circular say differently, by the
// SHA-256 of the best of them, under which a reader looks for it.
func disputed(records []circular.Record, lang string) (map[string][]circular.Deviation, error) {
	ledgers, err := compare.Ledgers(records)
	if err != nil {
		return nil, err
	}
	out := map[string][]circular.Deviation{}
	for _, l := range ledgers {
		found, err := compare.Disputes(l, lang)
		if err != nil {
			return nil, err
		}
		out[l.Sources[0].SHA256] = append(out[l.Sources[0].SHA256], found...)
	}
	return out, nil
}

// records returns the records that arguments name, in their order: files,
// folders and patterns, which need no corpus, and ids of the corpus. Without
// arguments it returns those of the whole corpus. What cannot be read is said
// and left out.
func (a *app) records(cmd *cobra.Command, read *reading, args []string) ([]circular.Record, error) {
	if len(args) == 0 {
		return a.stored()
	}
	o, err := read.options(a, cmd)
	if err != nil {
		return nil, err
	}
	var records []circular.Record
	for _, arg := range args {
		if looksLikeID(arg) {
			st, err := corpus.Open(a.corpusPath())
			if err == nil {
				var d corpus.Document
				d, err = load(st, arg)
				records = append(records, d.Record)
				a.keep(&d)
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %w", arg, err)
			}
			continue
		}
		for r := range a.documents(cmd.Context(), read, []string{arg}, o) {
			records = append(records, r.Record)
		}
	}
	return records, cmd.Context().Err()
}

// keep notes that a record came from the corpus, with what people corrected.
func (a *app) keep(d *corpus.Document) {
	if a.kept == nil {
		a.kept = map[string]bool{}
	}
	a.kept[d.ID()] = true
}

// isKept reports whether the record of a document came from the corpus.
func (a *app) isKept(id string) bool { return a.kept[id] }

// looksLikeID reports whether an argument is an id of the corpus: hex digits
// that name no file.
func looksLikeID(arg string) bool {
	if _, err := os.Stat(arg); err == nil || filepath.Ext(arg) != "" {
		return false
	}
	return len(arg) >= 4 && len(arg) <= 64 && strings.Trim(strings.ToLower(arg), "0123456789abcdef") == ""
}

// stored returns the records of the corpus, the latest signed first.
func (a *app) stored() ([]circular.Record, error) {
	st, err := corpus.Open(a.corpusPath())
	if err != nil {
		return nil, err
	}
	var records []circular.Record
	for d, err := range st.All() {
		if err != nil {
			a.fail(err)
			continue
		}
		records = append(records, d.Record)
		a.keep(&d)
	}
	if len(records) == 0 {
		a.warn(a.t("list.empty", a.corpusPath()), a.t("list.empty.hint"))
	}
	slices.SortStableFunc(records, func(x, y circular.Record) int { return later(&x, &y) })
	return records, nil
}

// writeComparison prints in short how a document departs from its baseline.
func (a *app) writeComparison(c *circular.Comparison) {
	fmt.Fprintf(a.out, "  %s\n", a.t("compare.with", c.Baseline.Name))
	if len(c.Deviations) == 0 {
		fmt.Fprintf(a.out, "    %s\n", a.t("compare.none"))
	}
	for _, d := range slices.Concat(c.Deviations, c.NotJudged) {
		fmt.Fprintf(a.out, "    [%s] %s: %s\n", a.word("level", d.Level), d.Code, oneLine(d.Why))
	}
}
