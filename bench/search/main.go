// Command search measures the search of Telaah against SQLite FTS5 and Xapian:
// the same clauses, the same queries, one run. It prints the tables of README.md.
//
//	go run . -circulars 600            # about 30,000 clauses
//	go run . -circulars 20000          # a million
//	go run . -dir D -circulars 3000    # builds in D, and takes what is built there
//
// The peers index and ask for words as Telaah analyses them (stems, no function
// words), so that all three find the same documents. Times are taken inside each
// engine's process. Xapian is left out, by name, where its library or a C++
// compiler is missing.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/telaah/telaah/internal/national"
)

// engine is one search engine under measurement.
type engine interface {
	Name() string
	// Build indexes the corpus from nothing in a folder that does not exist yet.
	Build(ctx context.Context, dir string, circulars int) error
	// Open opens what Build left in a folder.
	Open(dir string) error
	// Query runs a query once and returns its time and the number of hits.
	Query(ctx context.Context, q query) (time.Duration, int, error)
	// Add indexes one more circular and returns when searches find it.
	Add(ctx context.Context, i int) error
	Close() error
}

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "search:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) (err error) {
	flags := flag.NewFlagSet("search", flag.ContinueOnError)
	circulars := flags.Int("circulars", 600, "circulars of the generated corpus, of 50 clauses on average")
	runs := flags.Int("runs", 5, "runs of each query")
	budget := flags.Duration("budget", 30*time.Second, "longest time of one engine for the queries of one kind")
	names := flags.String("engines", "telaah,sqlite,xapian", "engines to measure; ratios are to the first")
	dir := flags.String("dir", "", "folder to build in, and to take what is built there already (default: a temporary one)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *dir == "" {
		tmp, err := os.MkdirTemp("", "telaah-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(tmp)
		*dir = tmp
	}
	if err := os.MkdirAll(*dir, 0o777); err != nil {
		return err
	}
	clauses := 0
	for r := range national.Records(*circulars) {
		clauses += len(r.Clauses)
	}
	fmt.Fprintf(out, "%d circulars, %d clauses, %d runs of each query, %d CPUs, %s.\n\n", *circulars, clauses, *runs, runtime.GOMAXPROCS(0), runtime.Version())
	var engines []engine
	for name := range strings.SplitSeq(*names, ",") {
		e, err := newEngine(name, *dir)
		if err != nil {
			fmt.Fprintf(out, "%s is left out: %v\n\n", name, err)
			continue
		}
		defer func() { err = errors.Join(err, e.Close()) }()
		engines = append(engines, e)
	}
	if err := build(ctx, out, engines, *dir, *circulars, clauses); err != nil {
		return err
	}
	return measure(ctx, out, engines, *runs, *budget)
}

func newEngine(name, dir string) (engine, error) {
	switch name {
	case "telaah":
		return &telaah{}, nil
	case "sqlite":
		return &sqlite{}, nil
	case "xapian":
		return newXapian(dir)
	}
	return nil, errors.New("there is no such engine")
}

// build builds or opens the index of each engine and prints a row for each.
func build(ctx context.Context, out io.Writer, engines []engine, dir string, circulars, clauses int) error {
	fmt.Fprintln(out, "| engine | build s | clauses/s | ratio | MB | one more is found after ms |\n|---|---|---|---|---|---|")
	var base time.Duration
	for _, e := range engines {
		path := filepath.Join(dir, fmt.Sprintf("%s-%d", e.Name(), circulars))
		if _, err := os.Stat(path + ".built"); err == nil {
			if err := e.Open(path); err != nil {
				return fmt.Errorf("opening %s: %w", e.Name(), err)
			}
			fmt.Fprintf(out, "| %s | built before | | | %d | |\n", e.Name(), size(path)>>20)
			continue
		}
		if err := os.RemoveAll(path); err != nil { // of a run that was cut off
			return err
		}
		start := time.Now()
		if err := e.Build(ctx, path, circulars); err != nil {
			return fmt.Errorf("building %s: %w", e.Name(), err)
		}
		took := time.Since(start)
		if base == 0 {
			base = took
		}
		start = time.Now()
		if err := e.Add(ctx, circulars); err != nil {
			return fmt.Errorf("adding to %s: %w", e.Name(), err)
		}
		add := time.Since(start)
		fmt.Fprintf(out, "| %s | %.0f | %.0f | %s | %d | %.0f |\n", e.Name(), took.Seconds(), float64(clauses)/took.Seconds(),
			ratio(took, base), size(path)>>20, ms(add))
		if err := os.WriteFile(path+".built", nil, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// ratio returns the time of a peer by that of the first engine: bold where the
// peer is faster.
func ratio(peer, first time.Duration) string {
	r := float64(peer) / float64(first)
	s := number(r)
	if r < 0.995 {
		return "**" + s + "**"
	}
	return s
}

// number writes two digits of a number, or all of those before its point.
func number(v float64) string {
	if v >= 100 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.2g", v)
}

// measure runs every query and prints a row for each kind.
func measure(ctx context.Context, out io.Writer, engines []engine, runs int, budget time.Duration) error {
	if len(engines) == 0 {
		return nil
	}
	head, line := "\n| kind | hits | first ms | p50 ms | p99 ms |", "|---|---|---|---|---|"
	for _, e := range engines[1:] {
		head += fmt.Sprintf(" %s first | p50 | p99 |", e.Name())
		line += "---|---|---|"
	}
	fmt.Fprintln(out, head+"\n"+line)
	for _, k := range kinds() {
		var base result
		for i, e := range engines {
			r, err := sample(ctx, e, k, runs, budget)
			if err != nil {
				return err
			}
			if i == 0 {
				base = r
				fmt.Fprintf(out, "| %s | %d | %s | %s | %s |", k.name, r.hits, number(ms(r.first)), number(ms(r.p50)), number(ms(r.p99)))
				continue
			}
			fmt.Fprintf(out, " %s | %s | %s |", ratio(r.first, base.first), ratio(r.p50, base.p50), ratio(r.p99, base.p99))
			if n := len(k.queries); r.queries < n {
				fmt.Fprintf(os.Stderr, "%s, %s: only %d of %d queries within %v\n", k.name, e.Name(), r.queries, n, budget)
			}
		}
		fmt.Fprintln(out)
	}
	return nil
}

// result is what was measured of one kind: the mean number of hits, the median
// of the first run of each query, and the median and 99th percentile of all.
type result struct {
	queries, hits   int
	first, p50, p99 time.Duration
}

// sample runs the queries of a kind. Where the budget is used up, the rest is
// left out.
func sample(ctx context.Context, e engine, k kind, runs int, budget time.Duration) (result, error) {
	var r result
	var first, all []time.Duration
	hits := 0
	start := time.Now()
	for run := range runs {
		for _, q := range k.queries {
			if time.Since(start) > budget && len(all) > 0 {
				continue
			}
			took, n, err := e.Query(ctx, q)
			if err != nil {
				return r, fmt.Errorf("%s, %v: %w", e.Name(), q, err)
			}
			if run == 0 {
				first = append(first, took)
				hits += n
			}
			all = append(all, took)
		}
	}
	slices.Sort(first)
	slices.Sort(all)
	r.queries, r.hits = len(first), hits/len(first)
	r.first, r.p50, r.p99 = first[len(first)/2], all[len(all)/2], all[len(all)*99/100]
	return r, nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// size returns the bytes of all files under path.
func size(path string) int64 {
	var n int64
	_ = filepath.WalkDir(path, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				n += info.Size()
			}
		}
		return nil
	})
	return n
}

// String returns the query as it is typed.
func (q query) String() string {
	parts := slices.Clone(q.must)
	if len(q.any) > 0 {
		parts = append(parts, strings.Join(q.any, " ATAU "))
	}
	if q.phrase != "" {
		parts = append(parts, `"`+q.phrase+`"`)
	}
	for _, w := range q.not {
		parts = append(parts, "-"+w)
	}
	if q.kind != "" {
		parts = append(parts, "jenis:"+q.kind)
	}
	if q.province != "" {
		parts = append(parts, "wilayah:"+q.province)
	}
	if q.firstYear != 0 {
		parts = append(parts, fmt.Sprintf("tahun:%d-%d", q.firstYear, q.lastYear))
	}
	return strings.Join(parts, " ")
}
