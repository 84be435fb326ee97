package extract

// findRules adds the quotas, exemptions, duties and what else the text rules.
func (d *doc) findRules() {
	d.cite()
	d.blindTitles()
	d.mute()
	d.everyone()
	for k := range d.sents {
		p := d.paras[d.sents[k].para]
		if p.part == partFurniture || p.part == partFrame || p.part == partRow || d.official && preamble(p.section) {
			continue
		}
		s := d.scene(k)
		if !useNew {
			d.quotas(s)
			d.exemptions(s)
		}
		d.duties(s)
	}
	d.tables()
	d.settle()
	if useNew {
		for _, c := range d.workplace() {
			d.clause(c.First, c.End, c.Clause)
		}
	}
}

// preamble reports whether a section of an official circular tells why and on
// what ground it is issued, and rules nothing.
func preamble(section string) bool {
	switch section {
	case "latar", "maksud", "lingkup", "dasar":
		return true
	}
	return false
}

// blindTitles forgets the phrases inside the acts that the text names: the
// title of an act rules nothing here.
func (d *doc) blindTitles() {
	inside := make([]bool, len(d.Toks))
	for _, a := range d.acts {
		for i := a.First; i < a.Behind() && i < len(inside); i++ {
			inside[i] = true
		}
	}
	d.Reading = d.Except(inside)
}
