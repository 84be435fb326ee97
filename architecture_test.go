// Package telaah has no code of its own: this file holds the tests of the rules
// that the whole module keeps.
package telaah

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// floors lists the packages from the ground up. A package may import those of
// lower floors only; the packages of one floor do not know each other. Folders
// below a package belong to it, unless they have a floor of their own.
var floors = [][]string{
	{"circular"},
	{"lexicon", "internal/process", "internal/disk", "internal/account"},
	{"document", "extract", "compare", "corpus", "index", "internal/national", "internal/say", "internal/synth"},
	{"internal/worker", "internal/clip"},
	{"ingest", "report"},
	{"web"},
	{"internal/command"},
	{"cmd", "bench", "index/indextest", "internal/release", "internal/samplegen", "extract/internal/train"},
}

// programs is the lowest floor that is no library.
const programs = 6

// generators make texts for tests, benchmarks and training; only those import them.
var generators = []string{"internal/national", "internal/synth", "internal/samplegen"}

// owners names the only packages that may import a library, by the beginning of
// its import path; what lies below a package belongs to it.
var owners = map[string][]string{
	"github.com/blevesearch/":          {"index/internal/bleve"},
	"github.com/RoaringBitmap/":        {"index/internal/bleve"},
	"github.com/opensearch-project/":   {"index/internal/opensearch"},
	"github.com/sergi/go-diff":         {"compare"},
	"github.com/ledongthuc/pdf":        {"document"},
	"github.com/klippa-app/go-pdfium":  {"document"},
	"github.com/goccy/go-yaml":         {"compare", "lexicon", "report", "internal/command"},
	"github.com/spf13/cobra":           {"internal/command", "internal/release"},
	"github.com/modelcontextprotocol/": {"internal/command"},
	"golang.org/x/crypto/":             {"internal/account"},
	"github.com/mmcdole/":              nil,
	"github.com/arran4/":               nil,
	"github.com/xuri/excelize":         {"report", "document"},
	"github.com/yuin/goldmark":         {"document"},
	"codeberg.org/go-pdf/fpdf":         {"internal/samplegen", "report"},
	"github.com/jedib0t/go-pretty":     {"internal/command", "report"},
	"codeberg.org/readeck/":            {"document"},
	"github.com/santhosh-tekuri/":      nil, // tests only
	"github.com/rogpeppe/go-internal/": nil,
}

// listed is what "go list" says of a package.
type listed struct {
	ImportPath string
	Name       string
	Dir        string
	Standard   bool
	Imports    []string
	GoFiles    []string
}

// packages returns the packages of the module.
func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Name,Dir,Standard,Imports,GoFiles", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if len(p.GoFiles) > 0 {
			all = append(all, p)
		}
	}
}

// floorOf returns the floor of a package and the package it belongs to.
func floorOf(importPath string) (int, string) {
	name := strings.TrimPrefix(importPath, "github.com/telaah/telaah/")
	at, of := -1, ""
	for i, floor := range floors {
		for _, p := range floor {
			if (name == p || strings.HasPrefix(name, p+"/")) && len(p) > len(of) {
				at, of = i, p
			}
		}
	}
	if at < 0 {
		return at, name
	}
	return at, of
}

func TestImportsPointDown(t *testing.T) {
	for _, p := range packages(t) {
		floor, name := floorOf(p.ImportPath)
		if floor < 0 {
			t.Errorf("%s stands on no floor: give it one in this test and in ARCHITECTURE.md", p.ImportPath)
			continue
		}
		for _, imp := range p.Imports {
			if strings.HasPrefix(imp, "github.com/telaah/telaah/") {
				below, other := floorOf(imp)
				if other != name && below >= floor {
					t.Errorf("%s imports %s, which is not below it", p.ImportPath, imp)
				}
				if other != name && name != "bench" && name != "extract/internal/train" && name != "index/indextest" && slices.Contains(generators, other) {
					t.Errorf("%s imports %s, which is for tests, benchmarks and training only", p.ImportPath, imp)
				}
			} else if name == "circular" && strings.Contains(imp, ".") {
				t.Errorf("%s imports %s; it uses the standard library only", p.ImportPath, imp)
			}
			for library, allowed := range owners {
				if strings.HasPrefix(imp, library) && !slices.ContainsFunc(allowed, func(owner string) bool { return within(p.ImportPath, owner) }) {
					t.Errorf("%s imports %s; only %v may", p.ImportPath, imp, allowed)
				}
			}
		}
	}
}

// within reports whether a package is the named one or lies below it.
func within(importPath, owner string) bool {
	name := strings.TrimPrefix(importPath, "github.com/telaah/telaah/")
	return name == owner || strings.HasPrefix(name, owner+"/")
}

// Libraries never log, never end the process and have no state set up by init.
func TestLibrariesAreQuiet(t *testing.T) {
	for _, p := range packages(t) {
		if floor, _ := floorOf(p.ImportPath); floor >= programs || p.Name == "main" {
			continue
		}
		for _, imp := range p.Imports {
			if imp == "log" || imp == "log/slog" {
				t.Errorf("%s imports %s", p.ImportPath, imp)
			}
		}
		for _, file := range p.GoFiles {
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, file), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					if n.Name.Name == "init" && n.Recv == nil {
						t.Errorf("%s has func init", fset.Position(n.Pos()))
					}
				case *ast.SelectorExpr:
					if x, ok := n.X.(*ast.Ident); ok && x.Name == "os" && n.Sel.Name == "Exit" {
						t.Errorf("%s calls os.Exit", fset.Position(n.Pos()))
					}
				}
				return true
			})
		}
	}
}
