package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestEmbeddedFilesLoad(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(l.Entries()); n < 50 {
		t.Errorf("%d entries", n)
	}
}

func TestLoadNamesTheLine(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"max = a", "x.lex:1: an entry stands before"},
		{"[bound]\n# ok\nmax maksimal", "x.lex:3: an entry is written"},
		{"[bound]\nmax = (a|b", `x.lex:2: phrase "(a|b": a parenthesis`},
		{"[bound]\nmax = a?", `x.lex:2: phrase "a?": stands for no word`},
		{"[bo und]", "x.lex:1: a class is written"},
		{"[bound]\n  | a", "x.lex:2: nothing to go on with"},
		{"[bound]\nmax {v} = a", "x.lex:2: attribute"},
	} {
		_, err := Load(fstest.MapFS{"x.lex": {Data: []byte(c.data)}})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.data, err, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	l, err := Load(fstest.MapFS{"x.lex": {Data: []byte("[x]\na {v=1} = satu dua? (tiga|empat)\n    | lima\nb = dua tiga\n[y]\nc = dua\na+ = q\n")}})
	if err == nil {
		t.Fatal("an id with a plus sign was taken")
	}
	l, err = Load(fstest.MapFS{"x.lex": {Data: []byte("[x]\na {v=1} = satu dua? (tiga|empat)\n    | lima\nb = dua tiga\n[y]\nc = dua\n")}})
	if err != nil {
		t.Fatal(err)
	}
	find := func(s string) string {
		var out []string
		toks := l.Tokens(s)
		for _, m := range l.Find(toks) {
			if m.Entry.File == "x.lex" {
				out = append(out, m.Entry.Rule()+":"+s[toks[m.First].Start:toks[m.End-1].End])
			}
		}
		return strings.Join(out, " ")
	}
	for in, want := range map[string]string{
		"Satu-Dua tiga":  "x/a:Satu-Dua tiga y/c:Dua",
		"SATU\nempat, x": "x/a:SATU\nempat",
		"satu dua lima":  "y/c:dua x/a:lima",
		"dua tiga":       "x/b:dua tiga y/c:dua",
	} {
		if got := find(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestTokensCoverTheText(t *testing.T) {
	l := Default()
	for _, s := range []string{"Jum’at 50% WFH/WFO", "a\u200bb \xff 1.000", "é́x 'kutip' Rp5", "Ⅳ ²"} {
		at := 0
		for _, tok := range l.Tokens(s) {
			if tok.Start < at || tok.End <= tok.Start {
				t.Fatalf("%q: token %+v", s, tok)
			}
			at = tok.End
		}
		if at > len(s) {
			t.Fatalf("%q: ends at %d", s, at)
		}
	}
}
