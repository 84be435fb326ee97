package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/extract/internal/gold"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/extract/internal/second"
	"github.com/telaah/telaah/lexicon"
)

// sample is a text with what people read in it and what the extractor does.
type sample struct {
	set       string
	gold      gold.Text
	text      circular.Text
	rec       circular.Record
	claims    []gold.Claim
	questions []second.Question
	right     []int // by question: the right answer, or -1 where gold does not tell
	fold      int
}

// load reads the texts of a folder: gold.jsonl and texts/ID.txt.
func load(dir string) ([]sample, error) {
	all, err := gold.Read[gold.Text](filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	out := make([]sample, 0, len(all))
	for _, g := range all {
		path := filepath.Join(dir, "texts", g.ID+".txt")
		body, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		s := sample{set: filepath.Base(dir), gold: g, text: circular.Plain(string(body))}
		s.read(path)
		out = append(out, s)
	}
	return out, nil
}

// read extracts the text, scores the record, and asks the questions.
func (s *sample) read(path string) {
	s.rec = extract.Extract(circular.Source{Path: path}, s.text)
	s.rec.Text = &s.text
	var sheet gold.Sheet
	sheet.Score(s.gold, &s.rec)
	s.claims = sheet.Claimed
	r := reading.Of(lexicon.Default(), &s.text)
	s.questions = second.Questions(r, mention.FindDates(r).All, &s.rec, true)
	s.label()
}

// folds puts texts about one circular, or about one event, into one fold: texts
// are together that share the number, year and issuer of a subject, or issuer
// and first day. The largest circles are dealt out first.
func folds(all []sample, n int) {
	parent := make([]int, len(all))
	for i := range parent {
		parent[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	seen := map[string]int{}
	join := func(key string, i int) {
		if j, ok := seen[key]; ok {
			parent[root(i)] = root(j)
		}
		seen[key] = i
	}
	for i, s := range all {
		issuers := ""
		for _, c := range s.gold.Circulars {
			if c.Role != "subject" {
				continue
			}
			issuers = strings.ToLower(c.Issuer)
			if c.Number != "" {
				join(fmt.Sprintf("n %s/%d", circular.NumberKey(c.Number), c.Year), i)
			}
			for _, e := range s.gold.Effective {
				join("d "+issuers+" "+e.Start, i)
			}
			if c.DateSigned != "" {
				join("s "+issuers+" "+c.DateSigned, i)
			}
		}
		join("u "+cmp.Or(s.gold.URL, fmt.Sprint(i)), i)
	}
	circles := map[int][]int{}
	for i := range all {
		circles[root(i)] = append(circles[root(i)], i)
	}
	order := make([][]int, 0, len(circles))
	for _, c := range circles {
		order = append(order, c)
	}
	slices.SortFunc(order, func(a, b []int) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0])) })
	size := make([]int, n)
	for _, c := range order {
		k := 0
		for j := range size {
			if size[j] < size[k] {
				k = j
			}
		}
		size[k] += len(c)
		for _, i := range c {
			all[i].fold = k
		}
	}
}
