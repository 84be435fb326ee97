// Engine measures the search on a cluster of OpenSearch nodes of this machine beside
// the embedded one: how fast each is filled and answers, that the answers are the
// same, and what readers see when a node is killed.
//
//	go run ./bench/engine -circulars 5000
//
// It needs what bench/engine/node/node.sh does, and is run from the top of the module.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/internal/national"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

// bench is one run.
type bench struct {
	circulars, nodes, readers, runs int
	kill                            bool
	dir                             string
	local, remote                   *index.Index
	documents                       int
}

func run() (err error) {
	var b bench
	flag.IntVar(&b.circulars, "circulars", 1000, "generated circulars, of about 50 clauses each")
	flag.IntVar(&b.nodes, "nodes", 3, "nodes of the cluster")
	flag.IntVar(&b.readers, "readers", 32, "readers while a node is killed")
	flag.IntVar(&b.runs, "runs", 5, "runs of each query")
	flag.BoolVar(&b.kill, "kill", true, "kill a node while readers search")
	flag.Parse()
	if b.dir, err = os.MkdirTemp("", "telaah-engine-*"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.dir)) }()
	if out, err := exec.Command("bench/engine/node/node.sh", "--fetch").CombinedOutput(); err != nil {
		return fmt.Errorf("the node: %w\n%s", err, out)
	}
	begin := time.Now()
	nodes, err := start(b.dir, b.nodes)
	if err != nil {
		return err
	}
	defer func() { stop(nodes) }()
	fmt.Printf("%d nodes after %.0f s\n", b.nodes, time.Since(begin).Seconds())
	if err := b.fill(nodes); err != nil {
		return err
	}
	defer b.local.Close()
	defer b.remote.Close()
	if err := b.measure(); err != nil {
		return err
	}
	if b.kill && b.nodes > 1 {
		victim := nodes[len(nodes)-1]
		nodes = nodes[:len(nodes)-1]
		return b.killed(nodes, victim)
	}
	return nil
}

// fill fills both engines.
func (b *bench) fill(nodes []*node) error {
	ctx := context.Background()
	dir := filepath.Join(b.dir, "index")
	begin := time.Now()
	if err := index.Rebuild(ctx, dir, national.Records(b.circulars), nil); err != nil {
		return err
	}
	took := time.Since(begin)
	var err error
	if b.local, err = index.Open(dir); err != nil {
		return err
	}
	if b.documents, err = b.local.Count(); err != nil {
		return err
	}
	fmt.Printf("embedded: %d documents in %.0f s, %.0f/s\n", b.documents, took.Seconds(), float64(b.documents)/took.Seconds())
	address := nodes[0].url
	for _, n := range nodes[1:] {
		address += "," + n.url
	}
	remote, err := index.NewRemote(address, index.RemoteOptions{Shards: b.nodes, Replicas: min(1, b.nodes-1), Timeout: 2 * time.Minute})
	if err != nil {
		return err
	}
	begin = time.Now()
	name, err := remote.Fill(ctx, national.Records(b.circulars), nil)
	if err != nil {
		return err
	}
	took = time.Since(begin)
	if err := healthy(ctx, nodes[0].url, name, b.nodes, 10*time.Minute); err != nil {
		return err
	}
	whole := time.Since(begin)
	if _, err := remote.Swap(ctx, name); err != nil {
		return err
	}
	if b.remote, err = remote.Open(ctx); err != nil {
		return err
	}
	n, err := b.remote.Count()
	if err != nil {
		return err
	}
	if n != b.documents {
		return fmt.Errorf("the cluster has %d documents, not %d", n, b.documents)
	}
	fmt.Printf("cluster: %d documents in %.0f s, %.0f/s; all copies after %.0f s\n", n, took.Seconds(), float64(n)/took.Seconds(), whole.Seconds())
	return nil
}

// measure answers every query by both and prints the times by kind.
func (b *bench) measure() error {
	fmt.Printf("\n| kind | hits | embedded p50 ms | p99 | cluster p50 ms | p99 | ratio of p50 |\n|---|---|---|---|---|---|---|\n")
	for _, k := range kinds() {
		var hits []int
		times := [2][]time.Duration{}
		for range b.runs {
			for _, q := range k.queries {
				var answers [2]string
				for i, x := range []*index.Index{b.local, b.remote} {
					begin := time.Now()
					res, err := x.Search(context.Background(), q)
					if err != nil {
						return fmt.Errorf("%s: %w", q.Text, err)
					}
					times[i] = append(times[i], time.Since(begin))
					answers[i] = text(res)
					if i == 0 {
						hits = append(hits, res.Total)
					}
				}
				if answers[0] != answers[1] {
					fmt.Printf("the answers to %q differ\n", q.Text)
				}
			}
		}
		slices.Sort(hits)
		a, c := times[0], times[1]
		fmt.Printf("| %s | %d | %s | %s | %s | %s | %.0f |\n", k.name, hits[len(hits)/2], at(a, .5), at(a, .99), at(c, .5), at(c, .99),
			float64(quantile(c, .5))/float64(quantile(a, .5)))
	}
	return nil
}

func quantile(list []time.Duration, q float64) time.Duration {
	slices.Sort(list)
	return list[min(len(list)-1, int(q*float64(len(list))))]
}

func at(list []time.Duration, q float64) string {
	return fmt.Sprintf("%.2g", float64(quantile(list, q).Microseconds())/1000)
}

// killed kills a node while readers search, and says what they saw.
func (b *bench) killed(nodes []*node, victim *node) error {
	var queries []index.Query
	var want []string
	for _, k := range kinds() {
		for _, q := range k.queries[:min(3, len(k.queries))] {
			res, err := b.local.Search(context.Background(), q)
			if err != nil {
				return err
			}
			queries, want = append(queries, q), append(want, text(res))
		}
	}
	var right, wrong, failed, slowest atomic.Int64
	var since atomic.Int64 // when the node was killed
	stop := make(chan struct{})
	var group sync.WaitGroup
	for r := range b.readers {
		group.Go(func() {
			for i := r; ; i++ {
				select {
				case <-stop:
					return
				default:
				}
				n := i % len(queries)
				begin := time.Now()
				res, err := b.remote.Search(context.Background(), queries[n])
				took := time.Since(begin).Milliseconds()
				for old := slowest.Load(); since.Load() > 0 && took > old && !slowest.CompareAndSwap(old, took); old = slowest.Load() {
				}
				switch {
				case err != nil:
					failed.Add(1)
				case text(res) != want[n]:
					wrong.Add(1)
				default:
					right.Add(1)
				}
			}
		})
	}
	time.Sleep(5 * time.Second)
	before := right.Load()
	begin := time.Now()
	since.Store(begin.UnixNano())
	if err := victim.cmd.Process.Kill(); err != nil {
		return err
	}
	_ = victim.cmd.Wait()
	health := healthy(context.Background(), nodes[0].url, "", len(nodes), 5*time.Minute)
	whole := time.Since(begin)
	time.Sleep(2 * time.Second)
	close(stop)
	group.Wait()
	fmt.Printf("\n%d readers, one of %d nodes killed: %d right answers in the 5 s before and %d after, %d wrong, %d errors; the slowest took %d ms; all copies again after %.1f s\n",
		b.readers, b.nodes, before, right.Load()-before, wrong.Load(), failed.Load(), slowest.Load(), whole.Seconds())
	if wrong.Load() > 0 {
		return errors.New("wrong answers")
	}
	return health
}
