package opensearch

import (
	"strings"

	"github.com/telaah/telaah/index/internal/engine"
)

// clause is a query in the form of the cluster.
type clause = map[string]any

func term(field string, value any) clause { return clause{"term": clause{field: value}} }

func boolean(kind string, list []clause) clause { return clause{"bool": clause{kind: list}} }

var nothing = clause{"match_none": clause{}}

// fieldOf returns the field in which a leaf is looked for.
func fieldOf(l engine.Leaf) string {
	if l.Field == engine.FieldText {
		return fieldWeighed
	}
	return l.Field
}

// leafQuery finds a leaf.
func leafQuery(l engine.Leaf) clause {
	if !l.Range {
		return term(fieldOf(l), l.Term)
	}
	within := clause{"gte": l.Term}
	if l.To != "" {
		within["lte"] = l.To
	}
	return clause{"range": clause{l.Field: within}}
}

// scoredLeaf finds a leaf and counts so much for it: in a text times its factor.
func scoredLeaf(l engine.Leaf, weight float64) clause {
	if l.Field == engine.FieldText {
		return clause{"term": clause{fieldWeighed: clause{"value": l.Term, "boost": weight}}}
	}
	return clause{"constant_score": clause{"filter": leafQuery(l), "boost": weight}}
}

// inRow returns what a phrase needs beside its words: that they stand in a row.
func inRow(b *engine.Branch) []clause {
	if !b.Phrase || len(b.Leaves) < 2 {
		return nil
	}
	if len(b.Leaves) == 2 {
		return []clause{leafQuery(b.Pairs()[0])}
	}
	words := make([]string, len(b.Leaves))
	for i, l := range b.Leaves {
		words[i] = l.Term
	}
	return []clause{{"match_phrase": clause{fieldRow: strings.Join(words, " ")}}}
}

// branchQuery finds a branch, without a score.
func branchQuery(b *engine.Branch) clause {
	switch {
	case len(b.Leaves) == 0:
		return nothing
	case len(b.Leaves) == 1:
		return leafQuery(b.Leaves[0])
	case b.Phrase:
		return inRow(b)[0]
	}
	all := make([]clause, len(b.Leaves))
	for i, l := range b.Leaves {
		all[i] = leafQuery(l)
	}
	return boolean("filter", all)
}

// nodeQuery finds a node, without a score. Single terms of one field go together.
func nodeQuery(n engine.Node) clause {
	terms := map[string][]string{}
	var any []clause
	for i := range n {
		if b := &n[i]; len(b.Leaves) == 1 && !b.Leaves[0].Range {
			f := fieldOf(b.Leaves[0])
			terms[f] = append(terms[f], b.Leaves[0].Term)
		} else {
			any = append(any, branchQuery(b))
		}
	}
	for field, list := range terms {
		any = append(any, clause{"terms": clause{field: list}})
	}
	switch len(any) {
	case 0:
		return nothing
	case 1:
		return any[0]
	}
	return boolean("should", any)
}

// unitQuery finds a unit and counts its best branch.
func unitQuery(n engine.Node, weight float64) clause {
	var best []clause
	for i := range n {
		b := &n[i]
		if len(b.Leaves) == 0 {
			continue
		}
		each := weight * b.Quality / float64(len(b.Leaves))
		var all []clause
		for _, l := range b.Leaves {
			all = append(all, scoredLeaf(l, each))
		}
		if len(all) == 1 {
			best = append(best, all[0])
		} else {
			best = append(best, clause{"bool": clause{"must": all, "filter": inRow(b)}})
		}
	}
	if len(best) == 0 {
		return nothing
	}
	return clause{"dis_max": clause{"queries": best}}
}

// programQuery finds and scores what a program asks for.
func programQuery(p *engine.Program, weights []float64, hide []string) clause {
	units := make([]clause, len(p.Units))
	for i, n := range p.Units {
		units[i] = unitQuery(n, weights[i])
	}
	all := clause{}
	if len(units) > 0 && p.Any {
		all["must"] = []clause{boolean("should", units)}
	} else if len(units) > 0 {
		all["must"] = units
	}
	filters := []clause{}
	for _, n := range p.Filters {
		filters = append(filters, nodeQuery(n))
	}
	if len(units)+len(filters) == 0 {
		filters = append(filters, clause{"exists": clause{"field": fieldKey}})
	}
	all["filter"] = filters
	var near []clause
	for _, n := range p.Near {
		near = append(near, scoredLeaf(n.Pair, engine.BoostNear*min(weights[n.Unit], weights[n.Unit+1])))
	}
	if near != nil {
		all["should"] = near
		all["minimum_should_match"] = 0
	}
	var nots []clause
	for _, n := range p.Nots {
		nots = append(nots, nodeQuery(n))
	}
	if len(hide) > 0 {
		nots = append(nots, hiddenOnes(hide))
	}
	if nots != nil {
		all["must_not"] = nots
	}
	q := clause{"bool": all}
	if len(units) == 0 {
		return q
	}
	return clause{"boosting": clause{"positive": q, "negative": term(engine.FieldKind, string(engine.KindText)), "negative_boost": engine.Behind}}
}

func hiddenOnes(hide []string) clause { return clause{"terms": clause{fieldVersion: hide}} }

// visible finds what a query does, of what is to be seen.
func visible(q clause, hide []string) clause {
	b := clause{"filter": []clause{q}}
	if len(hide) > 0 {
		b["must_not"] = []clause{hiddenOnes(hide)}
	}
	return clause{"bool": b}
}
