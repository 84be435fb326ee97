package clause

import (
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/statement"
)

// piece is a part of a sentence that rules one thing. Its clause stands on First up to End.
type piece struct {
	First, End int
	as         pieceKind
	main       int // where an exception begins at its end, else 0
}

// read returns where the words end that its predicate is read from.
func (p piece) read() int {
	if p.main > 0 {
		return p.main
	}
	return p.End
}

type pieceKind uint8

const (
	whole     pieceKind = iota
	exception           // from "kecuali" on
	variant             // "(Untuk wanita ...)"
	further             // another verb of the same subject
)

// pieces cuts s where another rule begins:
//
//	kecuali X             an exception, up to the modal it stands before or the end
//	; sedangkan ...       another statement
//	, dan dilarang ...    another modal
//	serta menyediakan ... another verb with an object of its own
//	(Untuk X ...)         the same for some
func (w *writer) pieces(s outline.Sentence) []piece {
	out := []piece{{First: s.First, End: s.End}}
	predicated := false // a modal or main verb was met in the last piece
	modal := false
	verb := -1
	within := false // behind "dengan", "untuk": a verb there is no main one
	for i := s.First; i < s.End; i++ {
		last := &out[len(out)-1]
		if m, ok := w.Starts(i, "but"); ok && m.Entry.ID == "none" {
			i = m.End - 1 // "tanpa kecuali"
			continue
		} else if ok && i > s.First {
			end := w.exceptionEnd(m.End, s.End)
			out = append(out, piece{First: i, End: end, as: exception})
			if end < s.End {
				// The exception stands inside the duty, which goes on behind it.
				out[len(out)-2], out[len(out)-1] = out[len(out)-1], out[len(out)-2]
				i = end - 1
				continue
			}
			out[len(out)-2].main = i
			return w.kept(out)
		}
		if w.opensVariant(i, s.End) {
			end := w.shut(i, s.End)
			out = append(out, piece{First: i, End: end, as: variant})
			out[len(out)-2], out[len(out)-1] = out[len(out)-1], out[len(out)-2]
			i = end - 1
			continue
		}
		if end, ok := w.happening(i, s.End); ok {
			out = append(out, piece{First: i, End: end, as: variant})
			out[len(out)-2], out[len(out)-1] = out[len(out)-1], out[len(out)-2]
			i = end - 1
			continue
		}
		j, joint := w.joint(i, s.End)
		if joint && i > last.First && j < s.End {
			cut := false
			as := whole
			switch m, ok := w.binds(j); {
			case w.Is(j, "contrast") && predicated:
				cut = true
			case ok && predicated && (modal || w.Is(j-1, "conj") || w.Toks[i].Norm == ";") && !m.Joins:
				cut = true
			case w.Toks[i].Norm == ";" && predicated && w.hasPredicate(j, s.End):
				cut = true
			case w.punished(j, s.End) && predicated:
				cut = true
			case verb >= 0 && w.Is(j-1, "conj") && i-verb >= 2 && (!within || w.Toks[i].Norm == ","):
				if active, ok := w.verbal(j); ok && (active || w.dated(j, s.End)) && w.objected(j, s.End) {
					cut, as = true, further
				}
			}
			if cut {
				last.End = i
				out = append(out, piece{First: j, End: s.End, as: as})
				predicated, modal, verb, within = false, false, -1, false
				i = j - 1
				continue
			}
			i = j - 1
			continue
		}
		if m, ok := w.binds(i); ok {
			predicated, modal = true, modal || !m.Joins
			i = m.End - 1
			continue
		}
		if _, ok := w.verbal(i); ok && !w.prepared(max(i-1, s.First)) && (i == s.First || !w.Is(i-1, "subordinate")) {
			if verb < 0 {
				verb = i
			}
			predicated = true
		}
		within = within || w.Is(i, "unfinished") && !w.Is(i, "conj") && verb >= 0
	}
	return w.kept(out)
}

// kept returns the pieces that hold words.
func (w *writer) kept(ps []piece) []piece {
	out := ps[:0]
	for _, p := range ps {
		for i := p.First; i < p.End; i++ {
			if w.word(i) && !w.Is(i, "conj") {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// joint reports whether a joint stands at token i, and returns the token behind:
// a comma, a semicolon, "dan", "serta", or a comma and one of these.
func (w *writer) joint(i, end int) (int, bool) {
	n := w.Toks[i].Norm
	if n != "," && n != ";" && !w.Is(i, "conj") {
		return i, false
	}
	j := i + 1
	for j < end && (w.Is(j, "conj") || w.Toks[j].Norm == ",") {
		j++
	}
	return j, true
}

// hasPredicate reports whether a modal or verb stands in the range before its
// next comma or semicolon.
func (w *writer) hasPredicate(i, end int) bool {
	for ; i < end && w.Toks[i].Norm != ";"; i++ {
		if _, ok := w.verbal(i); ok || w.forces(i) {
			return true
		}
	}
	return false
}

// objected reports whether the verb at token j has an object of its own: no
// joint or end right behind it.
func (w *writer) objected(j, end int) bool {
	if j+1 >= end {
		return false
	}
	_, joined := w.joint(j+1, end)
	return !joined && w.word(j+1)
}

// dated reports whether a weekday or date stands behind the verb at token j
// before the next comma.
func (w *writer) dated(j, end int) bool {
	for ; j < end && w.Toks[j].Norm != ","; j++ {
		if w.Is(j, "weekday") || w.Is(j, "month") || w.Is(j, "dayname") {
			return true
		}
	}
	return false
}

// punished reports whether "apabila ... sanksi" begins with token j.
func (w *writer) punished(j, end int) bool {
	if m, ok := w.Starts(j, "subordinate"); !ok || m.Entry.ID != "when" {
		return false
	}
	_, ok := w.Find(j, end, "punish")
	return ok
}

// exceptionEnd returns where the exception whose words begin at token i ends:
// before the modal of the duty it stands in, or before a comma behind which
// that goes on; else at the end.
func (w *writer) exceptionEnd(i, end int) int {
	rel := false
	for j := i; j < end; j++ {
		if m, ok := w.Starts(j, "subordinate"); ok {
			rel = rel || m.Entry.ID == "which"
			continue
		}
		if m, ok := w.binds(j); ok {
			if !(rel && w.Is(j-1, "subordinate")) && m.Sense != statement.May && j > i {
				return j
			}
			rel = false
		}
		if w.Toks[j].Norm == "," && j+1 < end && w.forces(j+1) {
			return j
		}
		if w.Toks[j].Norm == ";" {
			return j
		}
	}
	return end
}

// opensVariant reports whether a parenthesis with a rule for some begins with
// token i: "(Untuk wanita yang berjilbab menggunakan ...)".
func (w *writer) opensVariant(i, end int) bool {
	if w.Toks[i].Norm != "(" || i+3 >= end || !w.Is(i+1, "specially") {
		return false
	}
	for j := i + 1; j < end && w.Toks[j].Norm != ")"; j++ {
		if _, ok := w.verbal(j); ok && !w.Is(j-1, "subordinate") {
			return true
		}
	}
	return false
}

// happening returns the end of a relative clause at token i that gives the day
// of an event: "yang diadakan tanggal 6 September".
func (w *writer) happening(i, end int) (int, bool) {
	m, ok := w.Starts(i, "subordinate")
	if !ok || m.Entry.ID != "which" || i+1 >= end {
		return 0, false
	}
	e, ok := w.Starts(i+1, "event")
	if _, verb := w.verbal(i + 1); !ok || !verb || e.End >= end {
		return 0, false
	}
	at := e.End
	for at < end && (w.Is(at, "datefill") || w.Is(at, "dateword") || w.Is(at, "weekday") || w.Is(at, "unfinished") || w.Toks[at].Norm == ",") {
		at++
	}
	d, ok := w.dateAt(at)
	if !ok || d.End > end {
		return 0, false
	}
	return d.End, true
}

// shut returns the token behind the parenthesis that opens with token i.
func (w *writer) shut(i, end int) int {
	for ; i < end; i++ {
		if w.Toks[i].Norm == ")" {
			return i + 1
		}
	}
	return end
}
