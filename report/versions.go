package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// VersionFormats lists the formats that WriteVersions knows.
var VersionFormats = []string{"text", "json", "markdown"}

// WriteVersions writes what differs between two versions of a draft.
func WriteVersions(w io.Writer, format string, v circular.Versions, o Options) error {
	p, err := newPrinter(w, o)
	if err != nil {
		return err
	}
	switch format {
	case "text":
		p.versions(&v, func(s string) string { return s }, "  ", "")
	case "markdown":
		p.versions(&v, md, "- ", "## ")
	case "json":
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		p.err = enc.Encode(v)
	default:
		return fmt.Errorf("%w: %q; known: %s", ErrFormat, format, strings.Join(VersionFormats, ", "))
	}
	if p.err != nil {
		return fmt.Errorf("writing versions: %w", p.err)
	}
	return nil
}

// versions writes the changes, those that weaken the draft first.
func (p *printer) versions(v *circular.Versions, safe func(string) string, bullet, heading string) {
	p.printf("%s%s: %s → %s\n", heading, p.label("versions"), safe(plain(v.Old.Path)), safe(plain(v.New.Path)))
	if len(v.Changes) == 0 {
		p.printf("\n%s\n", p.label("unchanged"))
		return
	}
	for _, kind := range []circular.VersionKind{circular.VersionWeakened, circular.VersionDropped, circular.VersionTightened, circular.VersionAdded, circular.VersionChanged} {
		n := 0
		for _, c := range v.Changes {
			if c.Change != kind {
				continue
			}
			if n++; n == 1 {
				p.printf("\n%s%s\n", strings.Replace(heading, "## ", "### ", 1), p.label("version-"+string(kind)))
				if heading != "" {
					p.printf("\n")
				}
			}
			p.printf("%s%s%s\n", bullet, numbered(n, heading), safe(p.changeLine(c)))
		}
	}
}

// numbered numbers the items of a text.
func numbered(n int, heading string) string {
	if heading != "" {
		return ""
	}
	return strconv.Itoa(n) + ". "
}

// changeLine tells one change with its place, and the words that differ.
func (p *printer) changeLine(c circular.VersionChange) string {
	side := c.New
	if side == nil {
		side = c.Old
	}
	line := headline{What: plain(c.Why), Where: p.at(side)}.line()
	if c.Change == circular.VersionChanged && len(c.Edits) > 0 {
		if s := p.edits(c.Edits); s != "" && len(s) < 400 {
			line += " " + s
		}
	}
	return line
}
