// Command search measures the search of Telaah against SQLite FTS5 and Xapian:
// the same clauses, the same queries, one run.
//
//	go run . -circulars 600            # about 30,000 clauses
//	go run . -circulars 20000          # a million
//
// The peers get the words already analysed (stems, no function words), so that
// all three find the same documents, and do not pay for the analysis; ours does.
// Times are taken inside each engine's process. Xapian is left out, by name,
// where its library or a C++ compiler is missing.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"telaah/internal/national"
)

// engine is one search engine under measurement.
type engine interface {
	Name() string
	// Build indexes the corpus from nothing in an empty folder.
	Build(ctx context.Context, dir string, circulars int) error
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

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("search", flag.ContinueOnError)
	circulars := flags.Int("circulars", 600, "circulars of the generated corpus, of 50 clauses on average")
	runs := flags.Int("runs", 5, "runs of each query")
	dir := flags.String("dir", "", "folder to build in (default: a temporary one)")
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
	clauses := 0
	for r := range national.Records(*circulars) {
		clauses += len(r.Clauses)
	}
	fmt.Fprintf(out, "%d circulars, %d clauses; %d CPUs, %s\n\n", *circulars, clauses, runtime.GOMAXPROCS(0), runtime.Version())
	engines := []engine{&telaah{}, &sqlite{}}
	if x, err := newXapian(*dir); err != nil {
		fmt.Fprintf(out, "Xapian is left out: %v\n\n", err)
	} else {
		engines = append(engines, x)
	}
	w := tabwriter.NewWriter(out, 2, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tbuild s\tclauses/s\tratio\tMB\tadd one ms\t")
	var base time.Duration
	for _, e := range engines {
		defer e.Close()
		path := filepath.Join(*dir, e.Name())
		start := time.Now()
		if err := e.Build(ctx, path, *circulars); err != nil {
			return fmt.Errorf("building %s: %w", e.Name(), err)
		}
		took := time.Since(start)
		if base == 0 {
			base = took
		}
		start = time.Now()
		if err := e.Add(ctx, *circulars); err != nil {
			return fmt.Errorf("adding to %s: %w", e.Name(), err)
		}
		add := time.Since(start)
		fmt.Fprintf(w, "%s\t%.1f\t%.0f\t%.2f\t%d\t%.0f\t\n", e.Name(), took.Seconds(), float64(clauses)/took.Seconds(),
			took.Seconds()/base.Seconds(), size(path)>>20, ms(add))
	}
	w.Flush()
	fmt.Fprintln(out, "\nratio: time of the engine by that of telaah; above 1, telaah is faster")
	return measure(ctx, out, engines, *runs)
}

// budget is how long one engine may take over the queries of one kind. Where it
// is used up, the rest is left out and the row says how many were measured.
const budget = 30 * time.Second

// measure runs every query and prints a row for each kind and engine.
func measure(ctx context.Context, out io.Writer, engines []engine, runs int) error {
	w := tabwriter.NewWriter(out, 2, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\nkind\tengine\tqueries\thits\tfirst p50 ms\tp50 ms\tp99 ms\tratio first\tratio p50\t")
	for _, k := range kinds() {
		var base, baseFirst time.Duration
		for _, e := range engines {
			r, err := sample(ctx, e, k, runs)
			if err != nil {
				return err
			}
			if base == 0 {
				base, baseFirst = r.p50, r.first
			}
			fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t\n", k.name, e.Name(), r.queries, r.hits,
				ms(r.first), ms(r.p50), ms(r.p99), float64(r.first)/float64(baseFirst), float64(r.p50)/float64(base))
		}
	}
	return w.Flush()
}

// result is what was measured of one kind: the median of the first run of each
// query, and the median and 99th percentile of all runs.
type result struct {
	queries, hits   int
	first, p50, p99 time.Duration
}

func sample(ctx context.Context, e engine, k kind, runs int) (result, error) {
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
