package outline

import "strings"

// point is an open point: one that may still have points beside or under it.
type point struct {
	mark
	block  int
	column int // bytes before it on its line
}

// maxDepth bounds how deep points may lie in each other.
const maxDepth = 12

// tree gives each block its parent and its path. Labels are read as a person
// reads them: by the list they go on with, not by their look alone, so that
// Roman numbers, restarted lists and damaged numbers find their place.
func (b *builder) tree() {
	var stack []point
	prev := -1 // the last block that is no furniture
	for k := range b.Blocks {
		bl := &b.Blocks[k]
		switch {
		case bl.Part == Furniture:
			continue
		case bl.Part != Prose:
			stack = stack[:0]
		case bl.Row:
			if len(stack) > 0 {
				b.under(k, stack[len(stack)-1].block)
			}
		case bl.Label == "":
			stack = b.plain(stack, k, prev)
		default:
			stack = b.place(stack, k, prev)
		}
		prev = k
	}
}

// under puts block k under block up.
func (b *builder) under(k, up int) {
	b.Blocks[k].Parent = up
	b.Blocks[k].Path = b.Blocks[up].Path
	b.Blocks[up].Stem = true
}

// plain places a block without a label. It stands under the open point when a
// heading or a colon is all that point has; else it closes the lists above it.
func (b *builder) plain(stack []point, k, prev int) []point {
	bl := &b.Blocks[k]
	leads := b.leads(k)
	remark := leads && bl.End-bl.Body <= 4 // "PLUS :" inside a list
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		if up := &b.Blocks[top.block]; up.Label != "" && b.names(top.block) && b.Official && !b.leaves(top.block, k, prev) || up.Stem && remark ||
			b.leads(top.block) && prev >= 0 && (prev == top.block || b.Official && b.Blocks[prev].Parent == top.block && b.Blocks[prev].Label == "") {
			break
		}
		stack = stack[:len(stack)-1]
	}
	if len(stack) > 0 {
		b.under(k, stack[len(stack)-1].block)
	}
	if leads && len(stack) < maxDepth {
		stack = append(stack, point{block: k})
	}
	return stack
}

// leaves reports whether a paragraph k behind a blank line no longer stands
// under the name of a point, which is no section, and what stands there already.
func (b *builder) leaves(up, k, prev int) bool {
	return prev != up && rank(b.labels[up].marks[0].style) > rank(digits) && strings.Count(b.Gap(b.Blocks[k].First), "\n") > 1
}

// names reports whether a labelled block is a heading: a name without an end.
func (b *builder) names(k int) bool {
	bl := &b.Blocks[k]
	if bl.Body >= bl.End {
		return true
	}
	return b.labels[k].marks[0].style%paren != bullet && bl.End-bl.Body <= 14 && (b.Upper(bl.Body, bl.End) || !b.ended(bl.End-1) && b.Toks[bl.End-1].Norm != "," && !b.Is(bl.End-1, "unfinished"))
}

// place places a block with a label:
//
//	the next number of an open list, the innermost first, goes on with it;
//	a first number opens a list under the innermost open point, or beside it
//	where that has the same style and leads to nothing;
//	any other number goes on with the innermost list of its style, numbers lost.
func (b *builder) place(stack []point, k, prev int) []point {
	l := b.labels[k]
	p := point{block: k, column: b.column(b.Blocks[k].First)}
	depth := -1
	for d := len(stack) - 1; d >= 0 && depth < 0; d-- {
		for _, m := range l.marks {
			if m.style == bullet && m.style == stack[d].style && stack[d].set && m.major == stack[d].major && abs(p.column-stack[d].column) <= 1 ||
				m.follows(stack[d].mark, 0) || l.loose && m.follows(stack[d].plainStyle(), 0) {
				depth, p.mark = d, m
				if l.loose && m.style != bullet {
					p.mark.style = stack[d].style
				}
				break
			}
		}
	}
	if depth < 0 {
		depth, p.mark = b.opened(stack, l, prev)
	}
	stack = stack[:min(depth, maxDepth)]
	if len(stack) > 0 {
		b.under(k, stack[len(stack)-1].block)
	}
	b.number(k, p.mark)
	return append(stack, p)
}

// opened returns how many open points stand above a label that goes on with no
// list, and its reading.
func (b *builder) opened(stack []point, l label, prev int) (int, mark) {
	for i, m := range l.marks {
		if !m.opens() || i > 0 && m.style%paren == digits {
			continue
		}
		if n := len(stack); n > 0 && stack[n-1].set && stack[n-1].style == m.style && m.style != bullet && !b.leads(stack[n-1].block) {
			return n - 1, m
		}
		d := len(stack)
		for rank(m.style) <= rank(upper) && d > 0 && stack[d-1].set && rank(stack[d-1].style) > rank(m.style) && !b.leads(stack[d-1].block) && !b.names(stack[d-1].block) {
			d-- // a section does not stand in a finished point
		}
		return d, m
	}
	m := l.marks[0]
	for d := len(stack) - 1; d >= 0; d-- {
		for _, m := range l.marks {
			if stack[d].set && stack[d].style == m.style && m.style != bullet && (m.style%paren != dotted || m.major == stack[d].major) {
				return d, m
			}
		}
	}
	if prev >= 0 && len(stack) > 0 && stack[len(stack)-1].block == prev && b.leads(prev) {
		return len(stack), m
	}
	d := len(stack)
	for d > 0 && stack[d-1].set && rank(stack[d-1].style) >= rank(m.style) {
		d--
	}
	return d, m
}

// plainStyle is the mark without its parenthesis, which a damaged label may have lost.
func (p point) plainStyle() mark {
	m := p.mark
	m.style %= paren
	return m
}

// rank orders the styles as most circulars nest them: A, I, 1, a, 1), a), bullet.
func rank(s style) int {
	return [...]int{bullet: 12, digits: 3, lower: 5, upper: 1, roman: 1, lowRoman: 6, dotted: 4,
		paren + bullet: 12, paren + digits: 7, paren + lower: 8, paren + upper: 2, paren + roman: 2, paren + lowRoman: 9, paren + dotted: 7}[s]
}

// number gives block k its path.
func (b *builder) number(k int, m mark) {
	bl := &b.Blocks[k]
	if m.style == bullet {
		return
	}
	if m.style%paren == dotted { // "1.1" under "1" holds its parent's number
		up, _, _ := strings.Cut(bl.Label, ".")
		if rest, ok := strings.CutSuffix(bl.Path, up); ok && (rest == "" || strings.HasSuffix(rest, ".")) {
			bl.Path = strings.TrimSuffix(rest, ".")
		}
	}
	if bl.Path != "" {
		bl.Path += "."
	}
	bl.Path += bl.Label
}

// column returns how many bytes stand before token i on its line.
func (b *builder) column(i int) int {
	at := b.Toks[i].Start
	if !b.Toks[i].Line {
		return 0
	}
	return at - 1 - strings.LastIndexByte(b.Text.Body[max(0, at-200):at], '\n') - max(0, at-200)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
