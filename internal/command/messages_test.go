package command

import (
	"bytes"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var verbs = regexp.MustCompile(`%[-+#0-9.]*[a-zA-Z%]`)

// Both languages have every message, with the same arguments in the same order.
func TestMessagesAreComplete(t *testing.T) {
	for _, catalogue := range []map[string]phrase{messages, helpTexts} {
		for _, key := range slices.Sorted(maps.Keys(catalogue)) {
			p := catalogue[key]
			if (p.id == "" || p.en == "") && p.id != p.en {
				t.Errorf("%s: one language lacks it: %q, %q", key, p.id, p.en)
			}
			if i, e := verbs.FindAllString(p.id, -1), verbs.FindAllString(p.en, -1); !slices.Equal(i, e) {
				t.Errorf("%s: arguments %v and %v differ", key, i, e)
			}
		}
	}
	for key := range messages {
		if _, twice := helpTexts[key]; twice {
			t.Errorf("%s stands in both catalogues", key)
		}
	}
}

// Every key the program uses has a message, and every message has a use.
func TestMessagesAreUsed(t *testing.T) {
	used := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr: // an entry of the catalogue is no use of it
				return file != "messages.go" && file != "help.go"
			case *ast.CallExpr:
				sel, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || len(n.Args) == 0 {
					return true
				}
				lit, ok := n.Args[0].(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING || sel.Sel.Name != "t" {
					return true
				}
				key, _ := strconv.Unquote(lit.Value)
				if _, ok := messages[key]; !ok && !strings.HasSuffix(key, ".") {
					if _, ok := helpTexts[key]; !ok {
						t.Errorf("%s: no message %q", file, key)
					}
				}
			case *ast.BasicLit:
				if key, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
					used[key] = true
				}
			}
			return true
		})
	}
	for _, class := range []string{"status", "mended", "action", "review", "filter", "changed"} {
		for key := range messages {
			if strings.HasPrefix(key, class+".") {
				used[key] = true
			}
		}
	}
	for key := range messages {
		if !used[key] {
			t.Errorf("message %q is not used", key)
		}
	}
}

// Every command has its help with an example in both languages.
func TestHelp(t *testing.T) {
	for _, lang := range []language{indonesian, english} {
		a := &app{lang: lang}
		for _, cmd := range a.root().Commands() {
			if cmd.Name() == "help" {
				continue
			}
			var out, errs bytes.Buffer
			args := []string{cmd.Name(), "--help", "--lang", string(lang)}
			if status := run(context.Background(), args, strings.NewReader(""), &out, &errs); status != statusDone || errs.Len() > 0 {
				t.Fatalf("%v: status %d, %s", args, status, errs.String())
			}
			for _, part := range []string{a.t("help.usage"), a.t("help.example"), a.t("help.global"), "telaah " + cmd.Name(), cmd.Long} {
				if !strings.Contains(out.String(), part) || part == "" {
					t.Errorf("%v: help lacks %q:\n%s", args, part, out.String())
				}
			}
			if (strings.Contains(out.String(), "default") || strings.Contains(out.String(), "[flags]")) && lang == indonesian {
				t.Errorf("%v: English in Indonesian help:\n%s", args, out.String())
			}
		}
	}
}

func TestInert(t *testing.T) {
	tests := []struct{ in, want string }{
		{"biasa\tdan\nbaris\f", "biasa\tdan\nbaris\f"},
		{"\x1b[31mmerah\x07", `\u001b[31mmerah\u0007`},
		{"\u009b31m", `\u009b31m`},
		{"kanan\u202ekiri\u2066\u200f", `kanan\u202ekiri\u2066\u200f`},
		{"\u2028", `\u2028`},
		{"\U000E0041", `\udb40\udc41`},
		{"é “kutip” 50²", "é “kutip” 50²"},
		{"\xff", "\uFFFD"},
		{bold("judul"), "judul"},
	}
	for _, tt := range tests {
		for cut := 0; cut <= len(tt.in); cut++ { // however it is written
			var b bytes.Buffer
			w := &inert{w: &b}
			w.Write([]byte(tt.in[:cut]))
			w.Write([]byte(tt.in[cut:]))
			if b.String() != tt.want && tt.in != "\xff" {
				t.Errorf("%q cut at %d: %q, want %q", tt.in, cut, b.String(), tt.want)
			}
		}
	}
	var b bytes.Buffer
	(&inert{w: &b, color: true}).Write([]byte(bold("x\x1b[0m")))
	if got, want := b.String(), "\x1b[1mx\\u001b[0m\x1b[0m"; got != want {
		t.Errorf("in colour: %q, want %q", got, want)
	}
}

// The statuses come in the order 2, 1, 3, whatever happened first.
func TestStatus(t *testing.T) {
	for _, tt := range []struct {
		a    app
		want int
	}{
		{app{}, 0},
		{app{findings: true}, 1},
		{app{unjudged: true}, 3},
		{app{findings: true, unjudged: true}, 1},
		{app{failed: true}, 2},
		{app{failed: true, findings: true, unjudged: true}, 2},
	} {
		if got := tt.a.status(); got != tt.want {
			t.Errorf("%+v: status %d, want %d", tt.a, got, tt.want)
		}
	}
}
