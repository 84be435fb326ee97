package main

import (
	"bufio"
	"fmt"
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/extract/internal/statement"
	"github.com/telaah/telaah/lexicon"
	"os"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		t := circular.Text{Body: sc.Text(), Pages: []circular.Page{{End: len(sc.Text())}}}
		r := reading.Of(lexicon.Default(), &t)
		for _, m := range r.Matches {
			if m.Entry.Class == "voice" || m.Entry.Class == "outsider" || m.Entry.Class == "measure" {
				fmt.Printf("  %s/%s %q\n", m.Entry.Class, m.Entry.ID, r.Printed(m.First, m.End))
			}
		}
		no := func(i int) (int, bool) { return 0, false }
		fmt.Println("##", sc.Text())
		for _, s := range statement.Parse(r, 0, len(r.Toks), no, no) {
			gs := func(l []statement.Group) (o string) {
				for _, g := range l {
					o += fmt.Sprintf("[%s n=%v %v]", r.Printed(g.First, g.End), g.Narrow, g.Categories)
				}
				return
			}
			fmt.Printf("  «%s» who=%s tgt=%s same=%v force=%s relief=%v neg=%v keep=%v only=%v elect=%v agent=%v grant=%v label=%v rest=%v\n", r.Printed(s.First, s.End), gs(s.Who), gs(s.Target), s.Same, s.Force.Force, s.Force.Relief, s.Negated, s.Keep, s.Only, s.Elect, s.Agent, s.Grant, s.Label, s.Rest)
			for _, m := range s.Modes {
				fmt.Printf("     mode %s %q neg=%v rel=%v weak=%v\n", m.Mode, r.Printed(m.First, m.End), m.Negated, m.Rel, m.Weak)
			}
			for _, f := range s.Figures {
				fmt.Printf("     fig %v-%v pct=%v %s unit=%s rest=%v rule=%s\n", f.Lo, f.Hi, f.Percent, f.Bound, f.Unit, f.Rest, f.Rule)
			}
			for _, x := range s.Except {
				fmt.Printf("     except %s own=%v %s\n", r.Printed(x.First, x.End), x.Own != nil, gs(x.Groups))
			}
			for _, x := range s.Aside {
				fmt.Printf("     aside %s\n", r.Printed(x.First, x.End))
			}
		}
	}
}
