package extract

// maxDepth bounds how many points a sentence looks up to.
const maxDepth = 8

// ancestors returns the points that paragraph p stands under, the nearest first.
func (d *doc) ancestors(p int) []int {
	var out []int
	for up := d.paras[p].parent; up >= 0 && up < p && len(out) < maxDepth; p, up = up, d.paras[up].parent {
		out = append(out, up)
	}
	return out
}

// lead returns the tokens of paragraph p that its points hang on: the last ones.
func (d *doc) lead(p int) (first, end int) {
	return max(d.paras[p].first, d.paras[p].end-maxSentence), d.paras[p].end
}

// children returns the paragraphs that stand under paragraph p, which leads to
// a list.
func (d *doc) children(p int) []int {
	var out []int
	for i := p + 1; i < len(d.paras) && i <= p+40; i++ {
		if d.paras[i].part == partFurniture {
			continue
		}
		if d.paras[i].parent == p {
			out = append(out, i)
		} else if len(out) > 0 || d.paras[i].marker == "" {
			break
		}
	}
	return out
}

// bullets returns the group phrases of the list that follows paragraph p.
func (d *doc) bullets(p int) []group {
	var out []group
	for _, c := range d.children(p) {
		first := d.paras[c].first
		if d.paras[c].marker != "" {
			_, first = d.marker(first, d.paras[c].end)
		}
		if first >= d.paras[c].end {
			continue
		}
		gs := d.groupsIn(first, min(d.paras[c].end, first+maxSentence))
		if len(gs) == 0 || gs[0].first != first {
			end := d.paras[c].end
			for end > first+1 && d.trims(end-1) || end > first+1 && d.Toks[end-1].Norm == "." || end > first+1 && d.Toks[end-1].Norm == ";" {
				end--
			}
			g := group{first: first, end: end, specific: true}
			for _, o := range gs {
				g.cats = append(g.cats, o.cats...)
			}
			out = append(out, g)
			continue
		}
		out = append(out, gs[0])
	}
	return out
}
