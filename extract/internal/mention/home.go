package mention

import (
	"cmp"

	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// home finds the region that the text is about: the one that more than half of
// its offices name; where none names any, the first region named at all, of the
// tier of the first office without a region. It becomes the region of those
// offices.
func home(r *reading.Reading, l *Layout, offices []Office) lexicon.Region {
	var home lexicon.Region
	level, named, most, all := "", map[string]int{}, 0, 0
	for i := range offices {
		o := &offices[i]
		if o.Local != "" {
			return home // the text is about a region of its own
		}
		if o.Region.Code == "" || l.Is(o.First, Furniture) {
			level = cmp.Or(level, o.Level)
			continue
		}
		named[o.Region.Code]++
		all++
		if n := named[o.Region.Code]; n > most {
			home, most = o.Region, n
		}
	}
	if 2*most <= all && len(named) > 1 {
		return lexicon.Region{}
	}
	for i := 0; home.Code == "" && i < len(r.Toks); i++ {
		if r.Toks[i].Kind != lexicon.Word || !r.Capital(i) {
			continue
		}
		if n, found := lexicon.DefaultRegions().MatchAt(r.Norms, i); n > 0 {
			if r, ok := ChooseRegion(found, level); ok {
				home = r
			}
		}
	}
	for i := range offices {
		o := &offices[i]
		if o.Region.Code == "" && o.Inst == nil && !o.InHouse() && o.Local == "" && len(o.Unsure) == 0 && (o.Level == "" || o.Level == home.Level) {
			o.Region = home
		}
	}
	return home
}
