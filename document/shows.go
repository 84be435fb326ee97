package document

import (
	"cmp"
	"fmt"
	"image"
	"regexp"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
	"github.com/telaah/telaah/document/internal/scan"
)

// What a letter means, a PDF says apart from how it looks (ToUnicode,
// ActualText). Where a rule stands and falls with a figure, in percentages, the
// page is asked what it shows.

// How figures are looked at.
const (
	maxLooks  = 24  // figures of one document
	lookDPI   = 200 // of the first look
	secondDPI = 300 // of the second, at what the first saw otherwise
	sureLook  = 0.8 // confidence below which a look says nothing
)

// figure is a figure on a line of a page.
type figure struct {
	page      int
	row, word int
	box       image.Rectangle // of the words around it, in 1/100 points
	x0, x1    float64         // of the figure, points
}

// plainFigure matches a word that is a figure and nothing else.
var plainFigure = regexp.MustCompile(`^[("“]*(\d+(?:[.,]\d+)?)%?[)"”.,;:]*$`)

// otherwise marks the figures of percentages that the pages show otherwise than
// the text says: those where two looks of OCR see the same other figure. It
// warns of figures that neither look sees as the text says.
func (j *job) otherwise(f *pdfium.Doc, pages []sheet, warned *warnings) {
	if j.OCR == nil {
		return
	}
	word := func(l figure) *layout.Word { return &pages[l.page].rows[l.row].Words[l.word] }
	suspects := percentages(pages)
	var first []string
	for _, dpi := range []float64{lookDPI, secondDPI} {
		if len(suspects) == 0 {
			return
		}
		seen, err := j.seenAs(f, suspects, dpi)
		if err != nil {
			return
		}
		var still []figure
		var said []string
		for i, s := range suspects {
			if seen[i] == plainFigure.FindStringSubmatch(word(s).Text)[1] {
				continue
			}
			if first != nil && first[i] != seen[i] {
				seen[i] = ""
			}
			still, said = append(still, s), append(said, seen[i])
		}
		suspects, first = still, said
	}
	for i, s := range suspects {
		if first[i] != "" {
			word(s).Hidden = true
		} else {
			warned.add(warnText, fmt.Sprintf("Angka “%s” di halaman %d tidak dapat dikenali pada tampilannya; periksa pada berkas aslinya.", word(s).Text, s.page+1))
		}
	}
}

// percentages finds the figures of percentages on the typed lines of pages.
func percentages(pages []sheet) (out []figure) {
	for i := range pages {
		s := &pages[i]
		if s.picture || s.page.Method != circular.MethodText || s.quarters != 0 {
			continue
		}
		for r, row := range s.rows {
			for w, word := range row.Words {
				next := ""
				if w+1 < len(row.Words) {
					next = row.Words[w+1].Text
				}
				if !plainFigure.MatchString(word.Text) || !percentage.MatchString(word.Text+" "+next) {
					continue
				}
				around := row.Words[max(0, w-3):min(len(row.Words), w+3)]
				out = append(out, figure{i, r, w, bounds(around), word.X0, word.X1})
				if len(out) == maxLooks {
					return out
				}
			}
		}
	}
	return out
}

// bounds returns the rectangle around words, in 1/100 points.
func bounds(words []layout.Word) (r image.Rectangle) {
	for _, w := range words {
		r = r.Union(image.Rect(int(100*w.X0), int(100*w.Y0), int(100*w.X1), int(100*w.Y1)))
	}
	return r.Inset(-300)
}

// seenAs returns the figure that OCR sees in the place of each, "" where it sees
// none for sure.
func (j *job) seenAs(f *pdfium.Doc, at []figure, dpi float64) ([]string, error) {
	var pieces []*image.Gray
	var drawn picture
	from := make([]image.Point, len(at))
	for i, l := range at {
		if i == 0 || l.page != at[i-1].page {
			drawn = picture{page: l.page}
			if err := drawn.draw(f, dpi); err != nil {
				return nil, err
			}
		}
		scale := drawn.dpi / 7200
		box := image.Rect(int(float64(l.box.Min.X)*scale), int(float64(l.box.Min.Y)*scale), int(float64(l.box.Max.X)*scale), int(float64(l.box.Max.Y)*scale)).Intersect(drawn.Grey.Rect)
		from[i] = box.Min
		pieces = append(pieces, scan.Crop(drawn.Grey, box))
	}
	read, err := j.readLines(pieces, dpi, English)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(at))
	for i, l := range at {
		x0, x1 := int(l.x0*drawn.dpi/72)-from[i].X, int(l.x1*drawn.dpi/72)-from[i].X
		out[i] = figureAt(read[i], x0, x1)
	}
	return out, nil
}

// figureAt returns the figure that stands between x0 and x1, "" where nothing
// surely does.
func figureAt(words []scan.Word, x0, x1 int) string {
	words = slices.DeleteFunc(slices.Clone(words), func(w scan.Word) bool {
		return 2*(min(x1, w.X+w.W)-max(x0, w.X)) < min(x1-x0, w.W)
	})
	slices.SortFunc(words, func(a, b scan.Word) int { return cmp.Compare(a.X, b.X) })
	var b strings.Builder
	for _, w := range words {
		if w.Conf < sureLook {
			return ""
		}
		b.WriteString(w.Text)
	}
	if m := plainFigure.FindStringSubmatch(b.String()); m != nil {
		return m[1]
	}
	return ""
}
