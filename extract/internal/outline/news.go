package outline

import "github.com/telaah/telaah/lexicon"

// news tells headline, byline, subheads and furniture of a text about a
// circular from its running text.
func (b *builder) news() {
	seen := false // some block of running text was met
	first := true // no headline yet
	for k := range b.Blocks {
		bl := &b.Blocks[k]
		if bl.Part == Furniture {
			continue
		}
		link := bl.Parent >= 0 && b.Blocks[bl.Parent].Part == Furniture // under "Baca juga:"
		if link {
			bl.Parent, bl.Path = -1, bl.Label
		}
		switch {
		case bl.Row:
		case b.Is(bl.Body, "furniture"), link && !b.complete(bl):
			bl.Part = Furniture
		case bl.Label != "":
			seen = true
		case bl.Heading && first && !seen: // marked as one in Markdown
			bl.Part, first = Headline, false
		case bl.Heading:
			bl.Part = Subhead
		case !seen && k+1 < len(b.Blocks) && b.headline(bl):
			bl.Part = Headline
			if !first && b.credits(bl) {
				bl.Part = Byline
			}
			first = false
		case b.complete(bl):
			seen = true
		case !seen:
			bl.Part = Headline
		case bl.End-bl.First <= 24:
			bl.Part = Subhead
		}
	}
}

// headline reports whether the block reads as the headline of a news text:
// short, and without a full stop or the dateline of a lead.
func (b *builder) headline(bl *Block) bool {
	last := bl.End - 1
	for last > bl.First && closer(b.Toks[last].Norm) {
		last--
	}
	if bl.End-bl.First > 32 || b.Toks[last].Norm == "." || b.Toks[last].Norm == ":" {
		return false
	}
	for i := bl.First + 1; i < bl.End-1; i++ {
		if n := b.Toks[i].Norm; (n == "-" || n == "\u2013" || n == "\u2014") && b.Toks[i].Space && b.Toks[i+1].Space {
			return false
		}
	}
	return true
}

// credits reports whether a line under the headline gives author, day or hour:
// it holds a number, a bar, or a key and a colon.
func (b *builder) credits(bl *Block) bool {
	for i := bl.First; i < bl.End; i++ {
		if n := b.Toks[i].Norm; n == "|" || n == ":" || b.Is(i, "month") && i > bl.First && b.Toks[i-1].Kind == lexicon.Number {
			return true
		}
	}
	return false
}

// complete reports whether the block ends as a sentence does, or leads to a list.
func (b *builder) complete(bl *Block) bool {
	last := bl.End - 1
	if b.Toks[last].Norm == ")" { // a credit behind the last sentence: (*/Red)
		for i := last; i > max(bl.First, last-8); i-- {
			if b.Toks[i].Norm == "(" {
				last = i - 1
				break
			}
		}
	}
	for i := last; i > bl.First; i-- {
		switch n := b.Toks[i].Norm; {
		case n == "." || n == "!" || n == "?" || n == ":" || n == ";" || n == "\u2026":
			return true
		case !closer(n):
			return bl.End-bl.First > 40
		}
	}
	return false
}
