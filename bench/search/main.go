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

// measure runs every query and prints a row for each kind.
func measure(ctx context.Context, out io.Writer, engines []engine, runs int) error {
	w := tabwriter.NewWriter(out, 2, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "\nkind\tqueries\t")
	for _, e := range engines {
		fmt.Fprintf(w, "%s hits\tp50 ms\tp99 ms\tratio p50\t", e.Name())
	}
	fmt.Fprintln(w)
	for _, k := range kinds() {
		fmt.Fprintf(w, "%s\t%d\t", k.name, len(k.queries))
		var base time.Duration
		for _, e := range engines {
			var times []time.Duration
			hits := 0
			for _, q := range k.queries {
				for range runs {
					took, n, err := e.Query(ctx, q)
					if err != nil {
						return fmt.Errorf("%s, %v: %w", e.Name(), q, err)
					}
					times = append(times, took)
					hits += n
				}
			}
			slices.Sort(times)
			p50, p99 := times[len(times)/2], times[len(times)*99/100]
			if base == 0 {
				base = p50
			}
			fmt.Fprintf(w, "%d\t%.2f\t%.2f\t%.2f\t", hits/len(times), ms(p50), ms(p99), float64(p50)/float64(base))
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
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
	var parts []string
	for _, w := range q.must {
		parts = append(parts, w)
	}
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
