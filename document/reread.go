package document

import (
	_ "embed"
	"image"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/telaah/telaah/document/internal/scan"
)

// reading is what another reading made of a line of a page.
type reading struct {
	line int
	text string
}

// Confidence of a value by what the readings of it say.
const (
	sure    = 0.9 // the models agree
	unsure  = 0.7 // one model says so twice, another does not
	guessed = 0.3 // no two readings agree
)

// maxReread bounds the lines of one page that are read again.
const maxReread = 10

// keyLine is a line that is read again: its words so far, and the place to look
// at.
type keyLine struct {
	kind  lineKind
	words []scan.Word // to be replaced by what comes out
	label []scan.Word // words of the line before them
	box   image.Rectangle
}

func (k *keyLine) line() int { return slices.Concat(k.label, k.words)[0].Line }

// reread reads the lines of the number, the day and the name again, each by
// itself and with both models, unless the two readings of the page agree on
// them: people fill them in, stamp and sign over them. What most readings say
// replaces what was read, with the confidence that they give it; readings are
// what the others say.
func (j *job) reread(page *scan.Page, dpi float64, words []scan.Word) ([]scan.Word, []reading) {
	keys, marks := keyLines(words, dpi, page.W)
	words = replace(words, marks, nil)
	if len(keys) == 0 {
		return words, nil
	}
	var places []image.Rectangle
	var of []int // the key line of each place
	var figures, text []*image.Gray
	for i, k := range keys {
		for _, box := range k.places() {
			places, of = append(places, box), append(of, i)
			if k.kind == lineDate { // a coloured stamp
				figures = append(figures, scan.Crop(page.Grey, box))
				text = append(text, figures[len(figures)-1])
			} else {
				figures, text = append(figures, scan.Crop(page.Print, box)), append(text, scan.Crop(page.Soft, box))
			}
		}
	}
	a, errA := j.readLines(figures, dpi, English)
	b, errB := j.readLines(text, dpi, Indonesian)
	if errA != nil || errB != nil {
		return words, nil
	}
	var all []reading
	for i := range keys {
		k := &keys[i]
		v := k.votes()
		for n, box := range places {
			if of[n] != i {
				continue
			}
			for _, r := range [][]scan.Word{a[n], b[n]} {
				for m := range r {
					r[m].X, r[m].Y, r[m].Line = r[m].X+box.Min.X, r[m].Y+box.Min.Y, k.line()
				}
			}
			v = append(v, k.vote(English, a[n], box), k.vote(Indonesian, b[n], box))
		}
		chosen, others := decide(k.kind, v)
		for _, o := range others {
			all = append(all, reading{k.line(), strings.TrimSpace(textOf(k.label) + " " + o)})
		}
		if chosen != nil {
			words = replace(words, k.words, chosen)
		}
	}
	return words, all
}

// places are what is read again: the line; of a number also the gap that was
// left for it, by itself; and of a day, whose stamp has its own height and
// slant, more of what is around it.
func (k *keyLine) places() []image.Rectangle {
	out := []image.Rectangle{k.box}
	if g := k.gap(); g != nil {
		more := g[0].H / 2
		out = append(out, image.Rect(g[0].X+g[0].W+4, g[0].Y-more, g[1].X-4, g[0].Y+g[0].H+more))
	}
	if k.kind == lineDate {
		more := k.box.Dy() / 8
		out = append(out, image.Rect(k.box.Min.X, k.box.Min.Y-more, k.box.Max.X, k.box.Max.Y+more))
	}
	return out
}

// gap returns the words on both sides of a number, its label and its year, or
// nil where nothing parts them from it.
func (k *keyLine) gap() []scan.Word {
	if k.kind != lineNumber || numberLabel.FindString(k.words[0].Text) != k.words[0].Text {
		return nil
	}
	for i, w := range k.words {
		if i > 0 && i <= 4 && strings.HasPrefix(strings.ToUpper(w.Text), "TAHUN") && w.X-k.words[0].X-k.words[0].W > 16 {
			return []scan.Word{k.words[0], w}
		}
	}
	return nil
}

// votes are what the readings of the page say.
func (k *keyLine) votes() []vote {
	var figures, words []string
	for _, w := range k.words {
		figures, words = append(figures, w.ByFigures), append(words, w.ByWords)
	}
	out := []vote{{English, k.words, squeeze(strings.Join(figures, " "))}, {Indonesian, k.words, squeeze(strings.Join(words, " "))}}
	if k.kind == lineName { // the words of the page are one reading
		return []vote{{"", k.words, textOf(k.words)}}
	}
	return out
}

// vote is what a model says of a place. The gap of a number stands in the line.
func (k *keyLine) vote(model string, words []scan.Word, box image.Rectangle) vote {
	if g := k.gap(); box != k.box && g != nil {
		line := []scan.Word{}
		for _, w := range k.words {
			if w.X <= g[0].X || w.X >= g[1].X {
				line = append(line, w)
			}
		}
		words = slices.Insert(line, 1, words...)
	}
	return vote{model, words, textOf(words)}
}

// readLines reads pictures of one line each.
func (j *job) readLines(lines []*image.Gray, dpi float64, model string) ([][]scan.Word, error) {
	tsv, err := j.OCR.Recognize(j.ctx, scan.TIFF(lines), Ask{DPI: int(math.Round(dpi)), Model: model, Lines: true})
	if err != nil {
		return nil, err
	}
	return scan.ParseTSV(tsv, len(lines)), nil
}

// replace puts words in the place of others.
func replace(words, old, put []scan.Word) []scan.Word {
	words = slices.DeleteFunc(slices.Clone(words), func(w scan.Word) bool { return slices.Contains(old, w) })
	return append(words, put...)
}

// keyLines finds the lines of a page to be read again, and the marks between
// the lines of its foot that a seal or signature left.
func keyLines(words []scan.Word, dpi float64, width int) (out []keyLine, marks []scan.Word) {
	inFoot := false
	for _, line := range scan.Lines(words) {
		text := textOf(line)
		kind, label := labelled(text)
		begins, ends := foot(text)
		switch {
		case len(out) == maxReread:
			return out, marks
		case kind == lineNumber:
			out = appendKey(out, kind, nil, line, int(dpi/20), width)
		case kind == lineDate:
			n := len(strings.Fields(label))
			out = appendKey(out, kind, line[:n], line[n:], int(dpi/12), width)
		case !inFoot || begins || ends:
		case !slices.ContainsFunc(line, func(w scan.Word) bool { return w.Agreed || isWord(w) }):
			marks = append(marks, line...)
		default:
			out = appendKey(out, lineName, nil, line, int(dpi/20), width)
		}
		inFoot = inFoot && !ends || begins
	}
	return out, marks
}

// appendKey adds a line to those read again, unless two readings agree on it.
// A place for a day that holds no word is looked at, too.
func appendKey(out []keyLine, kind lineKind, label, words []scan.Word, pad, width int) []keyLine {
	agreed := len(words) > 0 && !slices.ContainsFunc(words, func(w scan.Word) bool { return !w.Agreed && nameKey(w.Text) != "" })
	if kind != lineName {
		says, _ := value(kind, textOf(words))
		agreed = agreed && says != "" && !slices.ContainsFunc(words, func(w scan.Word) bool { return !w.Agreed })
	}
	if agreed || kind == lineName && !slices.ContainsFunc(words, isWord) {
		return out
	}
	// Marks of seals and signatures are higher than the words.
	box := image.Rectangle{}
	for _, w := range slices.Concat(label, words) {
		r := image.Rect(w.X, w.Y, w.X+w.W, w.Y+w.H)
		if kind == lineName && !isWord(w) {
			r.Min.Y, r.Max.Y = (r.Min.Y+r.Max.Y)/2, (r.Min.Y+r.Max.Y)/2+1
		}
		box = box.Union(r)
	}
	if kind == lineDate {
		box.Min.X = label[len(label)-1].X + label[len(label)-1].W + pad + pad/3
		box.Max.X = min(width, max(box.Max.X, box.Min.X+20*pad))
	}
	return append(out, keyLine{kind, words, label, box.Inset(-pad)})
}

// isWord reports whether a word is long enough to be one, and no mark.
func isWord(w scan.Word) bool { return len(scan.Skeleton(w.Text)) > 3 }

func textOf(words []scan.Word) string {
	s := make([]string, len(words))
	for i, w := range words {
		s[i] = w.Text
	}
	return strings.Join(s, " ")
}

// lineKind is the kind of a line that is read again.
type lineKind string

const (
	lineNumber lineKind = "number"
	lineDate   lineKind = "date"
	lineName   lineKind = "name"
)

//go:embed data/lines.txt
var lineData string

//go:embed data/foot.txt
var footData string

// pattern is one line of a data file.
type pattern struct {
	kind string
	re   *regexp.Regexp
}

// patterns parses a data file; a test keeps them well formed.
func patterns(data, flags string) (out []pattern) {
	for _, l := range strings.Split(data, "\n") {
		if kind, re, ok := strings.Cut(l, "\t"); ok && l[0] != '#' {
			out = append(out, pattern{kind, regexp.MustCompile(flags + re)})
		}
	}
	return out
}

var (
	linePatterns = sync.OnceValue(func() []pattern { return patterns(lineData, "") })
	footPatterns = sync.OnceValue(func() []pattern { return patterns(footData, "(?i)") })
)

// labelled returns the kind of a line by the label it begins with, or "".
func labelled(line string) (kind lineKind, label string) {
	for _, p := range linePatterns() {
		if m := p.re.FindString(line); m != "" {
			return lineKind(p.kind), m
		}
	}
	return "", ""
}

// foot reports whether the foot of a circular begins with a line, or the block
// of its signature ends before it.
func foot(line string) (begins, ends bool) {
	for _, p := range footPatterns() {
		if p.re.MatchString(line) {
			return p.kind == "begin", p.kind == "end"
		}
	}
	return false, false
}
