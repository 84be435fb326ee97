// Package schema holds the published JSON schemas of what Telaah writes.
package schema

import "embed"

// FS has record.json, search.json, comparison.json and matrix.json.
//
//go:embed *.json
var FS embed.FS
