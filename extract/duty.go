package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// duties adds the obligations, prohibitions, permissions, conditions,
// sanctions and reporting lines of a sentence: one for each standing duty it
// words, else one for a deontic word that no figure or exemption has used.
func (d *doc) duties(s *scene) {
	if p := d.paras[s.para].part; p != partBody {
		return
	}
	found := false
	for _, piece := range d.pieces(s) {
		if d.duty(s, piece) {
			found = true
		}
	}
	if found || d.claimed(s) || d.paras[s.para].colon && s.end == d.paras[s.para].end && len(d.children(s.para)) > 0 {
		return // used already, or it only leads to its points
	}
	m, ok := d.Find(s.first, s.end, "force")
	if !ok {
		if m, ok = d.Find(s.first, s.end, "sanction"); !ok {
			return
		}
	}
	d.addDuty(s, [2]int{s.first, s.end}, m, "", 0.5)
}

// claimed reports whether a clause stands on the sentence already.
func (d *doc) claimed(s *scene) bool {
	span := d.Span(s.first, s.end)
	for i := len(d.claims) - 1; i >= 0 && i >= len(d.claims)-8; i-- {
		if d.claims[i].Span == span {
			return true
		}
	}
	return false
}

// pieces parts a sentence at commas, semicolons and "serta" behind which a new
// verb begins: "memantau ..., membuka ..., serta memastikan ...".
func (d *doc) pieces(s *scene) [][2]int {
	var out [][2]int
	from := s.first
	for i := s.first + 2; i < s.end-2; i++ {
		n := d.Toks[i].Norm
		if n != "," && n != ";" && n != "serta" && n != "dan" {
			continue
		}
		next := i + 1
		if n == "," && (d.Toks[next].Norm == "serta" || d.Toks[next].Norm == "dan") {
			next++
		}
		if next < s.end && d.active(next) {
			out = append(out, [2]int{from, i})
			from, i = next, next
		}
	}
	return append(out, [2]int{from, s.end})
}

// active reports whether the word at token i is an active verb by its shape.
func (d *doc) active(i int) bool {
	w := d.Toks[i].Norm
	return d.Toks[i].Kind == lexicon.Word && len(w) >= 6 && strings.HasPrefix(w, "me") && w != "melalui" && w != "mereka" && w != "menteri" && w != "merupakan" && w != "menurut" && w != "mengenai"
}

// duty adds the clause of one standing duty worded in the piece.
func (d *doc) duty(s *scene, piece [2]int) bool {
	m, ok := d.Find(piece[0], piece[1], "topic")
	if !ok {
		return false
	}
	conf := 0.85
	force := d.force(s.first, s.end)
	if force == "" && !d.official {
		if m.Entry.ID == "cuti" || m.Entry.ID == "jam-kerja" || m.Entry.ID == "presensi" || m.Entry.ID == "jadwal" {
			return false // told, not ruled
		}
		conf = 0.6
	}
	d.addDuty(s, piece, m, m.Entry.ID, conf)
	return true
}

// addDuty adds a clause whose act the piece words.
func (d *doc) addDuty(s *scene, piece [2]int, m lexicon.Match, topic string, conf float64) {
	c := claim{Clause: circular.Clause{Kind: d.dutyKind(s, piece, topic), Path: d.paras[s.para].path, Force: d.strongest(s.first, s.end, false),
		Assertion: d.said(s), Rule: m.Entry.Rule(), Confidence: conf}}
	first, end := d.core(piece)
	what := strings.Trim(d.Printed(first, end), " ,;.\"\u201c\u201d")
	if what == "" {
		return
	}
	c.Duty = &circular.Duty{What: what, Topic: topic}
	if a, ok := d.actor(s, piece, m); ok {
		c.Duty.Who = d.Printed(a.First, a.End)
	}
	for _, p := range d.ancestors(s.para) {
		first, end := d.lead(p) // "Kepala Perangkat Daerah wajib:" governs its points
		if _, harm := d.Find(first, end, "topic"); c.Force == "" {
			// "tidak boleh mengganggu ..., dengan:" forbids the harm, not the points.
			if f := d.force(first, end); f != circular.ForceDilarang || !harm {
				c.Force = f
			}
		}
		if a, ok := d.Find(first, end, "actor"); ok && c.Duty.Who == "" {
			c.Duty.Who = d.Printed(a.First, a.End)
		}
	}
	if c.Force == "" {
		c.Force = d.force(s.first, s.end)
	}
	d.claim(s.first, s.end, c)
}

// core returns the piece without the dateline before it and the speaker behind.
func (d *doc) core(piece [2]int) (first, end int) {
	first, end = piece[0], piece[1]
	for i := first; i < min(first+10, end-1); i++ {
		if n := d.Toks[i].Norm; (n == "-" || n == "\u2013" || n == "\u2014") && d.Toks[i].Space && d.Toks[i+1].Space {
			first = i + 1
			break
		}
	}
	for end > first+1 && (d.muted[end-1] || d.Toks[end-1].Kind == lexicon.Punct && d.Toks[end-1].Norm != ")") {
		end--
	}
	return first, end
}

// actor returns who acts: the nearest actor before the act in its sentence.
func (d *doc) actor(s *scene, piece [2]int, m lexicon.Match) (lexicon.Match, bool) {
	var best lexicon.Match
	for _, a := range d.Within(s.first, max(m.First, piece[0])) {
		if a.Entry.Class == "actor" && !d.muted[a.First] {
			best = a
			if f, ok := d.Find(a.End, piece[1], "force"); ok && f.First-a.End <= 2 {
				return a, true
			}
		}
	}
	return best, best.Entry != nil
}

// dutyKind returns the kind of the clause that the piece words.
func (d *doc) dutyKind(s *scene, piece [2]int, topic string) circular.Kind {
	switch topic {
	case "lapor":
		return circular.KindReporting
	case "dapat-dihubungi", "hadir-bila-dipanggil", "izin-dicabut":
		return circular.KindCondition
	}
	if _, ok := d.Find(piece[0], piece[1], "sanction"); ok {
		return circular.KindSanction
	}
	if _, ok := d.Find(piece[0], piece[1], "proviso"); ok && topic == "" {
		return circular.KindCondition
	}
	switch f := d.force(piece[0], piece[1]); {
	case f == circular.ForceDilarang && topic != "tidak-mengganggu":
		return circular.KindProhibition
	case f == circular.ForceDapat:
		return circular.KindPermission
	}
	return circular.KindObligation
}
