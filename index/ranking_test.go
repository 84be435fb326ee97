package index

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/internal/national"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// judged is a query with what should come first.
type judged struct {
	query   string
	answers []answer
}

// answer is one thing that a query should find.
type answer struct {
	gain float64
	path string
	kind string
	text string
}

func (a answer) is(h Hit) bool {
	return (a.path == "*" || h.Source.Path == a.path) && (a.kind == "*" || string(h.Kind) == a.kind) &&
		strings.Contains(strings.ToLower(h.Text), strings.ToLower(a.text))
}

func readJudged(t *testing.T) []judged {
	t.Helper()
	data, err := os.ReadFile("testdata/ranking/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []judged
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '?':
			out = append(out, judged{query: strings.TrimSpace(line[1:])})
		default:
			f := strings.SplitN(line, " ", 4)
			if len(f) < 3 || len(out) == 0 {
				t.Fatalf("line %q", line)
			}
			a := answer{path: f[1], kind: f[2]}
			if len(f) == 4 {
				a.text = f[3]
			}
			if _, err := fmt.Sscan(f[0], &a.gain); err != nil {
				t.Fatalf("line %q: %v", line, err)
			}
			q := &out[len(out)-1]
			q.answers = append(q.answers, a)
		}
	}
	return out
}

// rankingRecords returns the corpus of the queries.
func rankingRecords(t *testing.T) []*circular.Record {
	t.Helper()
	f, err := os.Open("testdata/ranking/records.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []*circular.Record
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r := new(circular.Record)
		if err := json.Unmarshal(lines.Bytes(), r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	for i := range 60 {
		out = append(out, national.Record(i))
	}
	return out
}

// TestRanking holds the order of results against a golden: a change of ranking
// shows as a change of the file. recall@k is the share of the answers, of k at
// most, among the first k hits; a query without answers must find nothing that
// has all its words.
func TestRanking(t *testing.T) {
	x := open(t, rankingRecords(t)...)
	queries := readJudged(t)
	if len(queries) < 60 {
		t.Errorf("only %d queries", len(queries))
	}
	var b strings.Builder
	var sum [4]float64
	n := 0
	b.WriteString("# recall@1 recall@5 reciprocal rank nDCG@10, then the ranks of the answers in the order of the file\n")
	for _, j := range queries {
		res := find(t, x, j.query, false)
		if len(j.answers) == 0 {
			fmt.Fprintf(&b, "nothing: %v  %s\n", res.Total == 0 || res.Relaxed, j.query)
			continue
		}
		scores, ranks := judge(j.answers, res.Hits)
		for i, s := range scores {
			sum[i] += s
		}
		n++
		fmt.Fprintf(&b, "%.2f %.2f %.2f %.3f  %s  %v\n", scores[0], scores[1], scores[2], scores[3], j.query, ranks)
	}
	fmt.Fprintf(&b, "# mean of %d: recall@1 %.3f, recall@5 %.3f, MRR %.3f, nDCG@10 %.3f\n", n, sum[0]/float64(n), sum[1]/float64(n), sum[2]/float64(n), sum[3]/float64(n))
	const golden = "testdata/ranking/golden.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() == string(want) {
		return
	}
	old := strings.Split(string(want), "\n")
	for i, line := range strings.Split(b.String(), "\n") {
		if i >= len(old) || old[i] != line {
			was := ""
			if i < len(old) {
				was = old[i]
			}
			t.Errorf("\n- %s\n+ %s", was, line)
		}
	}
	t.Log("if the change is meant, run: go test ./index -run Ranking -update")
}

// judge returns recall@1, recall@5, the reciprocal rank and nDCG@10, and the rank
// of each answer, 0 where it is not among the hits. An answer is found by the
// first hit that it describes. One that a hit names as a copy of an answer is no
// answer of its own.
func judge(answers []answer, hits []Hit) (scores [4]float64, ranks []int) {
	answers = slices.DeleteFunc(slices.Clone(answers), func(a answer) bool {
		return slices.ContainsFunc(hits, func(h Hit) bool {
			is := func(c Copy) bool { h.Source.Path = c.Source.Path; return a.is(h) }
			return !a.is(h) && slices.ContainsFunc(h.Also, is)
		})
	})
	ranks = make([]int, len(answers))
	var gain, ideal float64
	best := 0
	for i, a := range answers {
		for k, h := range hits {
			if a.is(h) {
				ranks[i] = k + 1
				break
			}
		}
		if ranks[i] > 0 && (best == 0 || ranks[i] < best) {
			best = ranks[i]
		}
	}
	for k, at := range []int{1, 5} {
		for _, r := range ranks {
			if r > 0 && r <= at {
				scores[k] += 1 / float64(min(at, len(answers)))
			}
		}
	}
	if best > 0 {
		scores[2] = 1 / float64(best)
	}
	for i, a := range answers { // answers stand best first
		ideal += a.gain / math.Log2(float64(i)+2)
		if ranks[i] > 0 && ranks[i] <= 10 {
			gain += a.gain / math.Log2(float64(ranks[i])+1)
		}
	}
	scores[3] = gain / ideal
	return scores, ranks
}
