package outline

// parts tells the blocks between the frame's parts from each other: sections by
// their headings, what gives rise to the circular before its first point, lists
// of bases, definitions.
func (b *builder) parts() {
	s := section{part: Background}
	for k := range b.Blocks {
		bl := &b.Blocks[k]
		if bl.Part != Prose {
			if bl.Part == Title && bl.Annex {
				s = section{part: Operative}
			}
			continue
		}
		s = b.enter(s, k)
		b.listed = b.listed || s.part == Operative
		switch part, ok := b.own(k); {
		case ok:
			bl.Part = part
		case bl.Parent >= 0 && inherits(b.Blocks[bl.Parent].Part) && !bl.Heading:
			bl.Part = b.Blocks[bl.Parent].Part
		default:
			bl.Part = s.part
		}
		if bl.Part == Background && bl.Parent < 0 && !s.known && b.leads(k) {
			s.part = Operative // what a sentence announces
		}
	}
}

// section is what a heading has opened.
type section struct {
	part  Part
	style style // of its label, where known is set
	known bool  // some heading was met
}

// inherits reports whether what stands under a block of the part is of it too.
func inherits(p Part) bool {
	switch p {
	case Basis, Definition, Purpose, Scope:
		return true
	}
	return false
}

// enter returns the section that block k stands in, s being that of the block
// above, and notes whether the block is a heading.
func (b *builder) enter(s section, k int) section {
	bl := &b.Blocks[k]
	if part, ok := b.chapter(k); ok {
		bl.Heading = true
		s.part, s.known = part, true
		if bl.Label != "" {
			s.style = b.labels[k].marks[0].style
		}
		return s
	}
	if bl.Label == "" {
		if !s.known && bl.Row {
			s.part = Operative
		}
		if b.Upper(bl.First, bl.End) && b.firstLine(bl) == bl.End {
			bl.Heading = true
			if s.known {
				s.part = Operative
			}
		}
		return s
	}
	style := b.labels[k].marks[0].style
	switch {
	case bl.Stem && b.names(k) && !b.leads(k):
		bl.Heading = true
		if !s.known || style == s.style {
			s = section{Operative, style, true}
		}
	case s.known && style == s.style && bl.Parent < 0:
		s.part = Operative
	case !s.known:
		s.part = Operative // the first point ends what gives rise to it
	}
	return s
}

// chapterAt reports whether block k is the heading of a known section.
func (b *builder) chapterAt(k int) bool {
	_, ok := b.chapter(k)
	return ok
}

// chapter returns the part whose section block k heads: it holds nothing but
// the name of one.
func (b *builder) chapter(k int) (Part, bool) {
	bl := &b.Blocks[k]
	m, ok := b.Starts(bl.Body, "chapter")
	if !ok || !b.capital(bl.Body) || m.End > bl.End {
		return 0, false
	}
	for i := m.End; i < bl.End; i++ {
		switch b.Toks[i].Norm {
		case ":", ".", "*", "#", "-":
		default:
			return 0, false
		}
	}
	return chapterPart(m.Entry.ID), true
}

func chapterPart(id string) Part {
	switch id {
	case "background":
		return Background
	case "purpose":
		return Purpose
	case "scope":
		return Scope
	case "basis":
		return Basis
	case "definition":
		return Definition
	}
	return Operative
}

// own returns the part that a block's own words give it.
func (b *builder) own(k int) (Part, bool) {
	bl := &b.Blocks[k]
	if bl.Body >= bl.End {
		return 0, false
	}
	if b.leads(k) {
		if _, ok := b.Find(max(bl.Body, bl.End-maxSentence), bl.End, "define"); ok {
			return Definition, true
		}
	}
	m, ok := b.Starts(bl.Body, "recital")
	if ok && m.Entry.ID == "basis" && b.leads(k) && b.trimmed(bl) == m.End {
		return Basis, true // "Berdasarkan:"
	}
	return 0, false
}
