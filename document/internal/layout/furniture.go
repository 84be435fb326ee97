package layout

import (
	_ "embed"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
)

//go:embed furniture.txt
var furnitureData string

// footers matches lines that stand at the foot of a page by their words alone.
var footers = sync.OnceValue(func() *regexp.Regexp {
	var alt []string
	for _, line := range strings.Split(furnitureData, "\n") {
		if line != "" && line[0] != '#' {
			alt = append(alt, line)
		}
	}
	return regexp.MustCompile(`(?i)` + strings.Join(alt, "|"))
})

// Page is one page of a document, for what is repeated from page to page.
type Page struct {
	Rows   []Row
	Height float64
}

// edge is the share of the height of a page, at its top and at its foot, in
// which repeated lines are looked for, and depth how many lines from there.
const (
	edge  = 0.14
	depth = 4
)

var (
	digits     = regexp.MustCompile(`\d+`)
	pageNumber = regexp.MustCompile(`(?i)^(?:(?:halaman|hal\.?|page)\s*)?[-–—(|]*\s*(\d{1,4}|[ivxl]{1,6})\s*[-–—)|]*(?:\s*(?:dari|of|/)\s*\d{1,4})?$`)
)

// Furniture sets the Kind of rows that are no running text: lines that two or
// more pages, and at least a third of them, show at the same height of their
// margins, and page numbers.
func Furniture(pages []Page) {
	seen := map[string][]place{} // by text without its digits
	margin := func(p Page, visit func(r *Row, top bool)) {
		for i := range p.Rows {
			r := &p.Rows[i]
			switch {
			case i < depth && r.Y1 < edge*p.Height:
				visit(r, true)
			case i >= len(p.Rows)-depth && r.Y0 > (1-edge)*p.Height:
				visit(r, false)
			}
		}
	}
	key := func(r *Row) string { return digits.ReplaceAllString(r.Text(), "#") }
	for n, p := range pages {
		margin(p, func(r *Row, _ bool) { seen[key(r)] = append(seen[key(r)], place{n, r.Base}) })
	}
	least := max(2, len(pages)/3)
	for n, p := range pages {
		margin(p, func(r *Row, top bool) {
			text := r.Text()
			m := pageNumber.FindStringSubmatch(text)
			repeated := pagesNear(seen[key(r)], r.Base) >= least
			switch {
			case m != nil && (text != m[1] || repeated || m[1] == strconv.Itoa(n+1)):
				r.Kind = circular.MarkPageNumber
			case !top && footers().MatchString(text):
				r.Kind = circular.MarkFooter
			case repeated && top:
				r.Kind = circular.MarkHeader
			case repeated:
				r.Kind = circular.MarkFooter
			}
		})
	}
}

// place is where a line stands: on which page, and its baseline.
type place struct {
	page int
	base float64
}

// pagesNear counts the pages that have one of the places at the height base.
func pagesNear(places []place, base float64) int {
	n, last := 0, -1
	for _, p := range places {
		if math.Abs(p.base-base) < 5 && p.page != last {
			n, last = n+1, p.page
		}
	}
	return n
}
