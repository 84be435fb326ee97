package mention

import (
	"github.com/telaah/telaah/lexicon"
)

// issuer parses who issued a at token at, with the words that may stand in
// between, and returns the token behind.
func (g *actGrammar) issuer(a *Act, at int) int {
	of := a.Entry.Attrs["of"]
	for at < len(g.Toks) {
		next := g.issuerPart(a, at)
		if next == at {
			break
		}
		at = next
		a.End = max(a.End, at)
	}
	switch {
	case of == "office" && a.By < 0 && !a.Letter(), of == "region" && a.Of == "":
		return g.body(a, at)
	case a.Circular():
		return g.named(a, at)
	case of == "":
		return g.short(a, at)
	}
	return at
}

// issuerPart parses one piece of the name of who issued a at token at: an
// office, a region, the republic, an aside; it returns at where none stands.
func (g *actGrammar) issuerPart(a *Act, at int) int {
	if k := g.officeAt[at]; k >= 0 && a.By < 0 {
		o := &g.offices[k]
		a.By = int(k)
		if o.Holder.Name != "" && g.Is(o.Holder.End, "actnumber") {
			if a.Circular() && o.InHouse() {
				// the name of its house, not of a holder
				end := o.Holder.End
				a.Issuer, o.Holder = g.Printed(o.First, end), Person{}
				return end
			}
			return o.Holder.End
		}
		return o.End
	}
	if a.Entry.Attrs["of"] == "region" && a.Of == "" {
		if n, found := lexicon.DefaultRegions().MatchAt(g.Norms, at); n > 0 && g.Capital(at) {
			a.Of = found[0].Name
			return at + n
		}
		if name, n := g.places.At(at); n > 0 {
			a.Of = name
			return at + n
		}
	}
	if m, ok := g.Starts(at, "issuerword"); ok && (m.Entry.Attrs["office"] == "" || m.End < len(g.officeAt) && g.officeAt[m.End] >= 0) {
		return m.End
	}
	if g.Skip(at, "(") > at && g.Is(at+1, "act") && g.Skip(at+2, ")") > at+2 {
		return at + 3
	}
	return at
}

// body steps over the words that name the office behind "Peraturan Menteri"
// and the like: capitals up to the number or title.
func (g *actGrammar) body(a *Act, at int) int {
	if n, inst := lexicon.DefaultInstitutions().MatchAt(g.Norms, at); n > 0 {
		a.Of, a.End = inst.Name, at+n
		if n == 1 {
			a.Of = g.Raw(at)
		}
		return at + n
	}
	if j := g.nameTo(at); j > at {
		a.Of, a.End = g.Printed(at, j), j
		return j
	}
	return at
}

// short steps over the name in "UU ASN Nomor 5": capitals up to the number.
func (g *actGrammar) short(a *Act, at int) int {
	j := at
	for j < len(g.Toks) && j < at+maxIssuer && g.Toks[j].Kind == lexicon.Word && g.Capital(j) && !g.Is(j, "actnumber") && !g.Is(j, "act") {
		j++
	}
	if j > at && g.Is(j, "actnumber") {
		a.End = j
		return j
	}
	return at
}

// named steps over an issuer of any name between a circular and its number:
// "Surat Edaran Direksi Bank Ini Nomor 5".
func (g *actGrammar) named(a *Act, at int) int {
	j := g.nameTo(at)
	if j == at || !g.Is(j, "actnumber") {
		return at
	}
	first := at
	if a.By >= 0 {
		first = g.offices[a.By].First
	}
	a.Issuer, a.End = g.Printed(first, j), j
	return j
}

// nameTo returns the token behind a name that runs from token at up to the
// number or title of an act: capitals, joined by commas and "dan". It is at
// where none does.
func (g *actGrammar) nameTo(at int) int {
	for j := at; j < len(g.Toks) && j < at+maxIssuer; j++ {
		if g.Is(j, "actnumber") || g.Is(j, "acttitle") {
			if g.Toks[j-1].Norm == "," {
				return at
			}
			return j
		}
		switch t := g.Toks[j]; {
		case t.Kind == lexicon.Word && g.Capital(j) && !g.Is(j, "act"):
		case j > at && (g.Is(j, "and") || g.Skip(j, ",", "-", "/", "(", ")") > j):
		default:
			return at
		}
	}
	return at
}
