package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Limits of one ruled table.
const (
	maxRules = 5000
	maxCells = 20000
	near     = 4.0 // points within which two lines meet
)

// grid is a table drawn with lines.
type grid struct {
	xs, ys []float64 // places of its upright and level lines
	rules  []Rule
}

// grids finds the tables that rules draw, from top to bottom. A frame without
// inner upright lines is none.
func grids(rules []Rule, rows []Row) []grid {
	if len(rules) < 4 || len(rules) > maxRules {
		return nil
	}
	group := make([]int, len(rules))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	order := make([]int, len(rules))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rules[a].Y0, rules[b].Y0) })
	for a, i := range order {
		for _, j := range order[a+1:] {
			if rules[j].Y0 > rules[i].Y1+near {
				break
			}
			if rules[j].X0 <= rules[i].X1+near && rules[i].X0 <= rules[j].X1+near {
				group[find(j)] = find(i)
			}
		}
	}
	byGroup := map[int][]Rule{}
	for i, r := range rules {
		byGroup[find(i)] = append(byGroup[find(i)], r)
	}
	var out []grid
	for _, rs := range byGroup { // sorted below
		var xs, ys []float64
		for _, r := range rs {
			if r.level() {
				ys = append(ys, (r.Y0+r.Y1)/2)
			} else {
				xs = append(xs, (r.X0+r.X1)/2)
			}
		}
		g := grid{merge(xs), merge(ys), rs}
		if len(g.xs) < 3 || len(g.ys) < 2 || len(g.xs)*len(g.ys) > maxCells {
			continue
		}
		if slices.ContainsFunc(rows, g.holds) {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b grid) int {
		return cmp.Or(cmp.Compare(a.ys[0], b.ys[0]), cmp.Compare(a.xs[0], b.xs[0]))
	})
	return out
}

// merge sorts places and keeps one of those that lie near each other.
func merge(v []float64) []float64 {
	slices.Sort(v)
	return slices.CompactFunc(v, func(a, b float64) bool { return math.Abs(a-b) < near })
}

// holds reports whether a row stands inside the table.
func (g grid) holds(r Row) bool {
	mid := (r.Y0 + r.Y1) / 2
	return mid > g.ys[0] && mid < g.ys[len(g.ys)-1] && r.X0 > g.xs[0]-near && r.X1 < g.xs[len(g.xs)-1]+near
}

// between returns the index of the space between two places that holds v.
func between(places []float64, v float64) int {
	i, _ := slices.BinarySearch(places, v)
	return min(max(i-1, 0), len(places)-2)
}

// owner returns the cell that cell (i, j) belongs to: where a line between two
// cells is missing they are one. Boxes that are no table may join in steps: it
// goes on until a cell owns itself, so that no word falls between two.
func (g grid) owner(i, j int) (int, int) {
	for {
		oi, oj := i, j
		for j > 0 && !g.ruled(false, g.xs[j], (g.ys[i]+g.ys[i+1])/2) {
			j--
		}
		for i > 0 && !g.ruled(true, g.ys[i], (g.xs[j]+g.xs[j+1])/2) {
			i--
		}
		if oi == i && oj == j {
			return i, j
		}
	}
}

// ruled reports whether a line of the given direction stands at a place and
// covers the point v of its length.
func (g grid) ruled(level bool, at, v float64) bool {
	for _, r := range g.rules {
		if r.level() != level {
			continue
		}
		p, lo, hi := (r.X0+r.X1)/2, r.Y0, r.Y1
		if level {
			p, lo, hi = (r.Y0+r.Y1)/2, r.X0, r.X1
		}
		if math.Abs(p-at) < near && lo-near <= v && v <= hi+near {
			return true
		}
	}
	return false
}

// table writes a table: a line for each row, cells parted by tabs, the lines
// inside a cell joined.
func (f *Flow) table(g grid, rows []Row) {
	h, w := len(g.ys)-1, len(g.xs)-1
	cells := make([][]Row, h*w)
	for _, r := range rows {
		if !g.holds(r) {
			continue
		}
		parts := make([][]Word, h*w)
		for _, word := range r.Words {
			i, j := g.owner(between(g.ys, (r.Y0+r.Y1)/2), between(g.xs, (word.X0+word.X1)/2))
			parts[i*w+j] = append(parts[i*w+j], word)
		}
		for k, p := range parts {
			if len(p) > 0 {
				cells[k] = append(cells[k], row(p))
			}
		}
	}
	first := len(f.Pieces)
	for i := range h {
		sep := "\n"
		if i == 0 {
			sep = "\n\n"
		}
		for j := range w {
			oi, oj := g.owner(i, j)
			if oj != j {
				continue // part of the cell at its left
			}
			if j > 0 {
				sep += "\t"
			}
			if oi != i {
				continue // part of the cell above
			}
			for _, r := range cells[i*w+j] {
				for k, word := range r.Words {
					p := Piece{Sep: " ", Text: word.Text, Word: word}
					switch {
					case len(f.Pieces) == 0:
						p.Sep = strings.TrimLeft(sep, "\n")
					case sep != "":
						p.Sep = sep
					case k == 0:
						p.Sep = f.join(word.Text)
					}
					sep = ""
					f.Pieces = append(f.Pieces, p)
				}
			}
		}
	}
	f.mark(first, circular.MarkTable)
}
