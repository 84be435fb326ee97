package clause

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
)

// change returns the word of the piece that ends or changes an act: not that of
// an amendment told in passing ("sebagaimana telah diubah dengan"), nor "tidak
// berlaku bagi".
func (r reader) change() (lexicon.Match, bool) {
	told := false // behind "sebagaimana", "yang", up to a comma
	for i := r.p.First; i < r.p.End; i++ {
		switch {
		case r.Is(i, "subordinate"):
			told = true
		case r.Toks[i].Norm == ",", r.Is(i, "then"):
			told = false
		}
		m, ok := r.Starts(i, "revoke")
		if !ok || m.End > r.p.End {
			continue
		}
		if b, ok := r.binds(i); ok && b.End > m.End {
			continue
		}
		if !told || m.Entry.ID == "revoked" {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// revokes reports whether the piece ends or changes another act.
func (r reader) revokes() bool {
	m, ok := r.change()
	if ok && m.Entry.ID == "amended" && r.pointed() {
		return true
	}
	return ok && (r.numbered(r.p.First, m.First) || r.numbered(m.End, r.p.End))
}

// pointed reports whether a point or article is what the piece begins with:
// "Ketentuan butir 2 diubah".
func (r reader) pointed() bool {
	for i := r.p.First; i+1 < r.p.End && i < r.p.First+maxPhrase; i++ {
		if m, ok := r.Starts(i, "ref"); ok && m.Entry.ID == "part" && r.Toks[i+1].Kind == lexicon.Number {
			return true
		}
	}
	return false
}

// numbered reports whether the range names an act by its number or article.
func (r reader) numbered(first, end int) bool {
	act := false
	for i := first; i < end; i++ {
		act = act || r.Is(i, "act")
		if act && (r.Is(i, "actnumber") || r.Is(i, "act")) && r.cites(i, end) {
			return true
		}
		if m, ok := r.Starts(i, "ref"); ok && m.Entry.ID == "part" && i+1 < end && r.Toks[i+1].Kind == lexicon.Number {
			for j := i + 1; j < end; j++ {
				if r.Is(j, "act") {
					return true
				}
			}
		}
	}
	return false
}

// cites reports whether a number stands in the range from token i on.
func (r reader) cites(i, end int) bool {
	for ; i < end; i++ {
		if r.Toks[i].Kind == lexicon.Number {
			return true
		}
	}
	return false
}

// revocation reads which acts the piece ends or changes.
func (r reader) revocation() *circular.Revocation {
	m, _ := r.change()
	out := &circular.Revocation{Change: circular.Change(m.Entry.ID)}
	first, end := r.p.First, m.First
	if !r.numbered(first, end) {
		first, end = m.End, r.p.End
	}
	from := -1
	for i := first; i <= end; i++ {
		begins := i < end && r.Is(i, "act") && !r.Is(i, "selfact") && (from < 0 || r.Is(i-1, "conj") || r.Toks[i-1].Norm == ",")
		if (begins || i == end) && from >= 0 {
			if s := r.words(from, r.trim(from, i)); r.cites(from, i) {
				out.Acts = append(out.Acts, s)
			}
			from = -1
		}
		if begins {
			from = i
		}
	}
	if s := r.words(first, end); len(out.Acts) == 0 && s != "" {
		out.Acts = []string{s}
	} else if len(out.Acts) == 0 {
		out.Acts = []string{r.words(r.p.First, r.trim(r.p.First, r.p.End))}
	}
	return out
}

// exempt fills an exemption from a rule that is not about the place of work.
func (r reader) exempt(c *circular.Clause) {
	c.Exemption = &circular.Exemption{Effect: circular.EffectExemptFromRule, Leaves: r.leaves()}
	if r.has("ownway") {
		c.Exemption.Effect = circular.EffectOwnSchedule
		c.Exemption.Leaves = ""
	}
	if e := r.fromPlace(); e != "" {
		c.Exemption.Effect, c.Exemption.Leaves = e, ""
	}
	if g := r.freed(); g != "" {
		c.Groups = []string{g}
	} else {
		c.Groups = r.listed()
	}
	if r.v.Bound {
		c.Rule = r.v.Modal.Entry.Rule()
	}
}

// fromPlace returns the effect where the piece shuts out of a way of working, or
// leaves open of what in a text that speaks of one; "" otherwise. Who need not
// use a way of working is not shut out of it.
func (r reader) fromPlace() circular.Effect {
	if !r.v.Is(statement.Out) {
		return r.up.place
	}
	ms := r.Within(r.p.First, r.p.End)
	if r.v.Modal.End >= r.p.End-1 {
		ms = r.Matches
	}
	for _, m := range ms {
		if m.Entry.Class != "mode" || m.Entry.Attrs["weak"] != "" {
			continue
		}
		if m.Entry.ID == string(circular.ModeWFO) {
			return circular.EffectMayWFH
		}
		return circular.EffectNotEligible
	}
	return ""
}

// freed returns whom the exemption frees.
func (r reader) freed() string {
	if r.p.as == exception {
		m, _ := r.Starts(r.p.First, "but")
		return r.words(m.End, r.p.End)
	}
	if r.v.Bound {
		for i := r.v.Modal.End - 1; i < r.p.End; i++ {
			if r.Is(i, "specially") || r.Is(i, "toward") {
				return r.words(i+1, r.p.End)
			}
		}
	}
	a, b := r.v.Subject[0], r.v.Subject[1]
	if _, points := r.Find(a, b, "ref"); r.who == "" && b > a && b-a <= maxWho && !points && !r.Is(a, "abstract") && !r.Is(a, "subordinate") && r.v.Bound {
		return r.words(a, b) // "Penumpang tidak perlu menunjukkan hasil tes"
	}
	if m := r.v.Modal; r.who == "" && r.v.Bound {
		for i := max(r.p.First, m.End-1); i+1 < r.p.End; i++ { // "Denda tidak dipungut dari mahasiswa"
			if r.Is(i, "prep") && r.Toks[i+1].Kind == lexicon.Word {
				return r.words(i+1, r.trim(i+1, r.p.End))
			}
		}
	}
	return r.who
}

// listed returns the items of the list that the piece leads to: those whom "Yang tidak
// perlu disimpan:" frees.
func (r reader) listed() []string {
	b := r.Blocks[r.s.Block]
	if !b.Stem || r.s.End != b.End {
		return nil
	}
	var out []string
	for i := range r.Blocks {
		if c := &r.Blocks[i]; c.Parent == r.s.Block {
			if s := r.words(c.Body, r.trim(c.Body, c.End)); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// leaves returns the path of the rule that the piece leaves: that of its own
// sentence for "kecuali", else the point it refers to beside its own, else "".
func (r reader) leaves() string {
	path := r.Blocks[r.s.Block].Path
	if r.p.as == exception {
		return path
	}
	for i := r.p.First; i+1 < r.p.End; i++ {
		m, ok := r.Starts(i, "ref")
		if !ok || m.Entry.ID != "part" || r.Toks[i+1].Norm == "" || len(r.Toks[i+1].Norm) > 3 {
			continue
		}
		up := path
		if k := strings.LastIndexByte(path, '.'); k >= 0 {
			up = path[:k+1]
		} else {
			up = ""
		}
		return up + r.Raw(i+1)
	}
	return ""
}

// limit returns the day by which something is done, zero where it is a rule.
func (r reader) limit() circular.Date {
	first := r.p.First
	if m, ok := r.Find(first, r.p.End, "limitday"); ok {
		first = m.First
	}
	if d, ok := r.date(first, r.p.End); ok {
		return d.To
	}
	return circular.Date{}
}

// by returns the limit as printed.
func (r reader) by() string {
	m, ok := r.Find(r.p.First, r.p.End, "limitday")
	if !ok {
		return ""
	}
	end := m.End
	for end < r.p.End && r.Toks[end].Norm != "," && r.Toks[end].Norm != ";" && r.Toks[end].Norm != "." {
		end++
	}
	return r.words(m.First, end)
}
