//go:build deps

package deps

import (
	_ "codeberg.org/go-pdf/fpdf"
	_ "github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/index/scorch"
	_ "github.com/gabriel-vasile/mimetype"
	_ "github.com/goccy/go-yaml"
	_ "github.com/jedib0t/go-pretty/v6/table"
	_ "github.com/klippa-app/go-pdfium/webassembly"
	_ "github.com/ledongthuc/pdf"
	_ "github.com/markusmobius/go-trafilatura"
	_ "github.com/mattn/go-isatty"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/santhosh-tekuri/jsonschema/v6"
	_ "github.com/schollz/progressbar/v3"
	_ "github.com/sergi/go-diff/diffmatchpatch"
	_ "github.com/spf13/cobra"
	_ "github.com/spf13/cobra/doc"
	_ "github.com/spf13/pflag"
	_ "github.com/tetratelabs/wazero"
	_ "github.com/xuri/excelize/v2"
	_ "golang.org/x/net/html/charset"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/text/unicode/norm"
)
