package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/telaah/telaah/circular"
)

// Piece is one word in reading order.
type Piece struct {
	Sep  string // what parts it from the piece before: "", " ", "\t", "\n" or "\n\n"
	Text string
	Word Word // as it stood on the page; where a hyphen was taken off, Text is shorter
}

// Mark sets the pieces from First to before Last apart.
type Mark struct {
	First, Last int
	Kind        circular.MarkKind
}

// Flow is a page in reading order.
type Flow struct {
	Pieces []Piece
	Marks  []Mark
}

// Order returns the rows of a page in reading order. Columns follow each
// other, rows of tables are lines with cells parted by tabs, and the lines of a
// paragraph are joined: a line break ends a paragraph, a list item or a line of
// a heading; a blank line stands where the page has one.
func Order(rows []Row, rules []Rule) Flow {
	var f Flow
	tables := grids(rules, rows)
	rest := slices.DeleteFunc(slices.Clone(rows), func(r Row) bool {
		return slices.ContainsFunc(tables, func(t grid) bool { return t.holds(r) })
	})
	step := pitch(rest)
	var run []Row
	end := math.Inf(-1) // baseline of the last row written
	write := func() {
		if len(run) > 0 {
			f.bands(run, step, &end)
			run = nil
		}
	}
	i := 0
	for _, t := range tables {
		for ; i < len(rest) && rest[i].Base < t.ys[0]; i++ {
			run = append(run, rest[i])
		}
		write()
		f.table(t, rows)
		end = t.ys[len(t.ys)-1]
	}
	run = append(run, rest[i:]...)
	write()
	if len(tables) > 0 && 100*len(f.Pieces) < 98*count(rows) {
		return Order(rows, nil) // boxes that are no table: no word is lost for them
	}
	return f
}

// count returns the number of words of rows.
func count(rows []Row) (n int) {
	for _, r := range rows {
		n += len(r.Words)
	}
	return n
}

// mark sets the pieces from first on apart.
func (f *Flow) mark(first int, k circular.MarkKind) {
	if first < len(f.Pieces) && k != "" {
		f.Marks = append(f.Marks, Mark{first, len(f.Pieces), k})
	}
}

// bands writes rows, cutting them into bands of one or two columns.
func (f *Flow) bands(rows []Row, step float64, end *float64) {
	segs := make([][]segment, len(rows))
	for i, r := range rows {
		segs[i] = segments(r)
	}
	from := 0
	for i := 0; i < len(rows); i++ {
		if len(segs[i]) < 2 || rows[i].Kind != "" {
			continue
		}
		b, ok := findBand(rows, segs, i, step)
		if !ok {
			continue
		}
		f.paragraphs(rows[from:b.first], step, end)
		left, right := b.sides(rows, segs)
		top := *end
		f.bands(left, step, end)
		low := *end
		*end = math.Inf(-1)
		f.bands(right, step, end)
		*end = max(low, *end, top)
		i, from = b.last, b.last+1
	}
	f.paragraphs(rows[from:], step, end)
}

// paragraphs writes rows of one column. Rows that hold wide gaps but are no
// columns are written with tabs, as the rows of a table without lines.
func (f *Flow) paragraphs(rows []Row, step float64, end *float64) {
	left, right := margins(rows)
	var last *Row
	table := -1 // first piece of a run of rows with tabs
	for i := range rows {
		r := &rows[i]
		sep := "\n"
		if last == nil {
			if !math.IsInf(*end, -1) && step > 0 && r.Base-*end > 1.6*step || math.IsInf(*end, -1) && len(f.Pieces) > 0 {
				sep = "\n\n"
			}
		} else {
			sep = f.between(last, r, left, right, step)
		}
		segs := segments(*r)
		tabbed := len(segs) > 1 && r.Kind == "" && last != nil || len(segs) > 2
		if table >= 0 && !tabbed {
			f.mark(table, circular.MarkTable)
			table = -1
		}
		first := len(f.Pieces)
		for k, s := range segs {
			for j, w := range s.Words {
				p := Piece{Sep: " ", Text: w.Text, Word: w}
				switch {
				case k == 0 && j == 0:
					p.Sep = sep
				case j == 0 && tabbed:
					p.Sep = "\t"
				case j > 0 && touches(s.Words[j-1], w):
					p.Sep = ""
				}
				if len(f.Pieces) == 0 {
					p.Sep = ""
				}
				f.Pieces = append(f.Pieces, p)
			}
		}
		if tabbed && table < 0 {
			table = first
		}
		f.mark(first, r.Kind)
		last = r
		*end = r.Base
	}
	if table >= 0 {
		f.mark(table, circular.MarkTable)
	}
}

// margins returns the left and right end of the lines of a column. A narrow
// column of which only one line reaches the right end has none: nobody knows
// whether that line is full.
func margins(rows []Row) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		if r.Kind == "" {
			left, right = min(left, r.X0), max(right, r.X1)
		}
	}
	full := 0
	for _, r := range rows {
		if r.X1 > right-1.5*r.Size {
			full++
		}
	}
	if full < 2 && right-left < 300 {
		right = math.Inf(1)
	}
	return left, right
}

// touches reports whether two words stand so close that they are one.
func touches(a, b Word) bool {
	return b.X0-a.X1 < 0.02*a.Size && b.X0-a.X1 > -0.1*a.Size && a.Line == 0
}

// between returns what parts row b from row a above it: "" or " " where b goes
// on with the paragraph of a, whose last piece loses its hyphen if need be.
func (f *Flow) between(a, b *Row, left, right, step float64) string {
	gap := b.Base - a.Base
	blank := step > 0 && gap > 1.6*step
	if a.Kind != b.Kind || blank || a.Kind != "" || gap < 0 {
		if blank {
			return "\n\n"
		}
		return "\n"
	}
	first := b.Words[0]
	fits := a.X1+0.3*a.Size+(first.X1-first.X0) < right-0.5*a.Size
	if fits && startsLower(first.Text) && !ends(a.Words[len(a.Words)-1].Text) {
		fits = a.X1-a.X0 < 0.6*(right-left) // a sentence goes on below a ragged margin
	}
	begins := isLabel(first.Text) || strings.HasPrefix(first.Text, ":") || len(b.Words) > 1 && strings.HasPrefix(b.Words[1].Text, ":") || keys().MatchString(b.Text())
	indented := b.X0 > a.X0+0.8*a.Size && !isLabel(a.Words[0].Text) && !strings.Contains(a.Text(), " : ")
	resized := b.Size > 1.25*a.Size || a.Size > 1.25*b.Size
	split := len(segments(*a)) > 1 || len(segments(*b)) > 1
	if broken(a.Words[len(a.Words)-1].Text, first.Text) {
		fits = false // a word that is broken goes on whatever the margin
	}
	if a.X0 > left+0.35*(right-left) && a.X1-a.X0 < 0.6*(right-left) {
		fits = true // lines of a foot at the right end where they will
	}
	if fits || begins || indented || resized || split {
		return "\n"
	}
	return f.join(first.Text)
}

// broken reports whether a hyphen parts a word at the end of a line: small
// letters before it and behind.
func broken(last, next string) bool {
	stem, ok := strings.CutSuffix(last, "-")
	r, _ := utf8.DecodeLastRuneInString(stem)
	return ok && unicode.IsLower(r) && startsLower(next)
}

// startsLower reports whether s begins with a small letter.
func startsLower(s string) bool {
	for _, r := range s {
		return unicode.IsLower(r)
	}
	return false
}

// ends reports whether a sentence or an item of a list may end with s.
func ends(s string) bool { return strings.ContainsAny(s[len(s)-1:], ".;:!?") }

// join prepares the last piece for the word next on the following line, and
// returns what parts them. A hyphen at the end of a line is taken off, except
// in a doubled word ("undang-undang"), behind a capital or a digit, and before
// anything but a small letter.
func (f *Flow) join(next string) string {
	p := &f.Pieces[len(f.Pieces)-1]
	stem, ok := strings.CutSuffix(p.Text, "-")
	if !ok || stem == "" {
		return " "
	}
	before, after := []rune(stem), []rune(next)
	if !unicode.IsLower(before[len(before)-1]) || !unicode.IsLower(after[0]) || doubled(stem, next) {
		if unicode.IsLetter(before[len(before)-1]) && unicode.IsLetter(after[0]) {
			return ""
		}
		return " "
	}
	p.Text = stem
	return ""
}

// doubled reports whether next repeats the end of stem: "undang-" before
// "undangan", "sebaik-" before "baiknya".
func doubled(stem, next string) bool {
	stem = strings.ToLower(stem)
	if i := strings.LastIndexByte(stem, '-'); i >= 0 {
		stem = stem[i+1:]
	}
	for n := min(len(stem), len(next)); n >= 3; n-- {
		if strings.HasPrefix(next, stem[len(stem)-n:]) {
			return true
		}
	}
	return false
}
