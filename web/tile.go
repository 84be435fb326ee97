package web

import (
	_ "embed"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
)

//go:embed data/tiles.txt
var tileData string

// The size of a tile in the map, with the gap to the next.
const (
	tileW = 76
	tileH = 48
)

// tile is one province of the map.
type tile struct {
	Code, Short, Name string
	X, Y              int
	N                 int // circulars of its governments in the corpus
	Worst             circular.Severity
	Href              string
	Label             string // all of it in words
	Chosen            bool
}

// tiles returns the tiles in the order of their file.
var tiles = sync.OnceValue(func() (out []tile) {
	for line := range strings.Lines(tileData) {
		var t tile
		var col, row int
		if n, _ := fmt.Sscanf(line, "%2s %d %d %s", &t.Code, &col, &row, &t.Short); n == 4 {
			t.X, t.Y = col*tileW, row*tileH
			out = append(out, t)
		}
	}
	return out
})

// tileMap shows how many circulars of each province the rows have, and the
// gravest finding.
func tileMap(p page, rows []circular.MatrixRow, chosen, against string) (out []tile) {
	byProvince := map[string][]circular.Severity{}
	for _, row := range rows {
		code, _, _ := strings.Cut(row.Circular.Region.Code, ".")
		byProvince[code] = append(byProvince[code], row.Worst)
	}
	for _, t := range tiles() {
		t.N, t.Worst = len(byProvince[t.Code]), circular.SeverityNone
		for _, level := range byProvince[t.Code] {
			if level.AtLeast(t.Worst) {
				t.Worst = level
			}
		}
		t.Name = regionNames()[t.Code]
		t.Chosen = t.Code == chosen
		t.Href = "/matriks?" + url.Values{"acuan": {against}, "provinsi": {t.Code}}.Encode()
		t.Label = t.Name + ": " + p.T("matrix.count", t.N)
		if t.N > 0 && t.Worst != circular.SeverityNone {
			t.Label += ", " + p.Word("level", t.Worst)
		}
		out = append(out, t)
	}
	return out
}
