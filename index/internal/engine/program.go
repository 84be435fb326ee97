package engine

import "strings"

// A Program is a query made ready to run. A document is found where every unit
// and every filter holds and no exclusion does.
type Program struct {
	Units   []Node
	Nots    []Node
	Filters []Node
	Near    []Near
	Any     bool // one unit is enough
}

// Near is where the words of two units stand side by side, as in the query.
type Near struct {
	Pair Leaf
	Unit int // the first of the two
}

// Node holds where any of its branches does.
type Node []Branch

// Branch holds where all its leaves do; as a phrase, in a row.
type Branch struct {
	Leaves  []Leaf
	Phrase  bool
	Quality float64 // how much it counts beside the other branches
}

// Pairs returns the pairs of neighbours in a phrase.
func (b *Branch) Pairs() []Leaf {
	out := make([]Leaf, len(b.Leaves)-1)
	for i := range out {
		out[i] = Leaf{Field: FieldPair, Term: PairTerm(b.Leaves[i].Term, b.Leaves[i+1].Term)}
	}
	return out
}

// Leaf is one term of a field, or with Range set any from Term up to To, both
// included; To "" is open.
type Leaf struct {
	Field, Term, To string
	Range           bool
}

// The keys name what finds the same documents in the same way. No term has a
// byte below a blank.

// Key names the leaf.
func (l Leaf) Key() string {
	if l.Range {
		return l.Field + "\x00" + l.Term + "\x04" + l.To
	}
	return l.Field + "\x00" + l.Term
}

// Key names the branch.
func (b *Branch) Key() string {
	var key strings.Builder
	if b.Phrase {
		key.WriteByte('\x03')
	}
	for _, l := range b.Leaves {
		key.WriteString(l.Key() + "\x01")
	}
	return key.String()
}

// Key names the node.
func (n Node) Key() string {
	var key strings.Builder
	for i := range n {
		key.WriteString(n[i].Key() + "\x02")
	}
	return key.String()
}
