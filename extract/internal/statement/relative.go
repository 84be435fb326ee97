package statement

// relate marks the relative clauses: each reaches from "yang" to the predicate of
// its sentence, and behind that predicate to the end.
func (p *piece) relate() {
	for j := range p.atoms {
		p.atoms[j].rel = false
	}
	found := false   // the predicate of the piece
	ordered := false // it is a word that makes somebody else do something
	for j := 0; j < len(p.atoms); j++ {
		it := p.atoms[j]
		if it.inside {
			continue
		}
		if it.class != relative {
			if it.class.rules() && !it.is("neg", "none") && !it.is("neg", "nobody") && it.class != figure && it.class != bound && !place(it) {
				ordered = it.class == modal && it.entry.Attrs["cause"] != ""
				found = true
			}
			continue
		}
		if j > 0 && p.atoms[j-1].is("neg", "none") {
			continue // "tidak ada yang WFH" denies
		}
		k := p.relEnd(j, found && !ordered)
		if k == len(p.atoms) && !found && (!p.headed(j) || p.cleft(j)) && p.ruled(j) {
			continue // "Yang boleh WFH", "hanya X yang WFO": the clause is the predicate
		}
		for ; j < k; j++ {
			p.atoms[j].rel = true
		}
		j--
	}
}

// relEnd returns where the relative clause that "yang" at j opens ends.
func (p *piece) relEnd(j int, found bool) int {
	if found {
		return p.purpose(j)
	}
	k := j + 1
	for k < len(p.atoms) && (p.atoms[k].class == negation || p.atoms[k].class == modal || p.atoms[k].class == keep || p.atoms[k].class == adverb) {
		k++ // its own modal
	}
	acts := k < len(p.atoms) && p.atoms[k].class == verb
	for k++; k < len(p.atoms); k++ {
		if p.atoms[k].class == verb && !p.atoms[k].inside {
			if prev := p.atoms[k-1].class; acts && prev != conj && prev != relative && prev != modal && prev != negation && prev != target {
				break // a second verb is the predicate: "yang berusia ... melaksanakan"
			}
			acts = true
		}
		if it := p.atoms[k]; !it.inside && p.atoms[k-1].class != conj && p.atoms[k-1].class != relative && (it.class.rules() && it.class != bound && !place(it) && !(it.class == mode && p.atoms[k-1].class == verb) || it.class == copula) {
			break
		}
	}
	return min(k, len(p.atoms))
}

// purpose returns where "untuk WFH" stands behind the relative clause at j, where no way
// of working is named before it: "menentukan ASN yang tinggal di X untuk WFH". Else the
// end of the piece.
func (p *piece) purpose(j int) int {
	for k, it := range p.atoms {
		switch {
		case it.class == mode && k < j:
			return len(p.atoms)
		case k > j && it.is("target", "for") && k+1 < len(p.atoms) && p.atoms[k+1].class == mode && !it.inside:
			return k
		}
	}
	return len(p.atoms)
}

// headed reports whether a noun stands right before "yang" at j, or a pronoun behind
// a word such as "bagi".
func (p *piece) headed(j int) bool {
	for j--; j >= 0; j-- {
		switch p.atoms[j].class {
		case adverb:
		case head, noun, quantity:
			return true
		case pronoun: // "bagi mereka yang bekerja dari rumah"
			return j > 0 && p.atoms[j-1].class == target
		default:
			return p.atoms[j].inside
		}
	}
	return false
}

// ruled reports whether the relative clause at j holds a predicate of a rule: more
// than a denial of something else.
func (p *piece) ruled(j int) bool {
	for _, it := range p.atoms[j:] {
		if it.class.rules() && it.class != negation && !it.inside {
			return true
		}
	}
	return false
}

// cleft reports whether the relative clause at j tells what the only ones before
// it do: "hanya X yang WFO", or a second "yang".
func (p *piece) cleft(j int) bool {
	for k, it := range p.atoms[:j] {
		if it.class == only || it.class == relative || (it.is("neg", "none") || it.is("neg", "nobody")) && k+1 < j && people(p.atoms[k+1:j]) {
			return true
		}
	}
	return false
}

// place reports whether the item names a place of work that may be no more than
// where somebody is: "di rumah", "di kantor".
func place(it item) bool {
	return it.class == mode && it.entry.Attrs["weak"] != "" && (it.entry.ID == "home" || it.entry.ID == "place")
}

// people reports whether the items are a phrase for staff: "tidak ada ASN yang WFH",
// not "tidak ada pemotongan bagi ASN yang WFH".
func people(items []item) bool {
	return items[0].class == head || items[0].class == quantity
}
