package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// node is an element of JUnit XML.
type node struct {
	name     string
	attr     map[string]string
	children []*node
	text     string
}

// grammar tells of each element of JUnit XML, as the common schemas agree, its
// attributes (those with a star are whole numbers) and its children in order.
var grammar = map[string]struct{ attrs, children []string }{
	"testsuites": {nil, []string{"testsuite"}},
	"testsuite":  {[]string{"name", "tests*", "failures*", "skipped*"}, []string{"testcase", "system-out"}},
	"testcase":   {[]string{"classname", "name", "file", "line*"}, []string{"skipped", "failure", "system-out"}},
	"failure":    {[]string{"type", "message"}, nil},
	"skipped":    {[]string{"message"}, nil},
	"system-out": {nil, nil},
}

// parseJUnit reads JUnit XML and reports the first thing that is not as the
// grammar and the counts have it.
func parseJUnit(data []byte) (*node, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	open := []*node{root}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				if _, twice := n.attr[a.Name.Local]; twice {
					return nil, fmt.Errorf("%s: attribute %s twice", n.name, a.Name.Local)
				}
				n.attr[a.Name.Local] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.CharData:
			top.text += string(tok)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
	if len(root.children) != 1 || root.children[0].name != "testsuites" {
		return nil, errors.New("want one element testsuites")
	}
	return root.children[0], root.children[0].check()
}

func (n *node) check() error {
	g, ok := grammar[n.name]
	if !ok {
		return fmt.Errorf("element %s", n.name)
	}
	for _, a := range g.attrs {
		name, number := strings.CutSuffix(a, "*")
		value, ok := n.attr[name]
		if !ok {
			return fmt.Errorf("%s lacks %s", n.name, name)
		}
		if _, err := strconv.ParseUint(value, 10, 31); number && err != nil {
			return fmt.Errorf("%s: %s is %q", n.name, name, value)
		}
	}
	if len(n.attr) != len(g.attrs) {
		return fmt.Errorf("%s has attributes %v", n.name, n.attr)
	}
	if g.children != nil && strings.TrimSpace(n.text) != "" {
		return fmt.Errorf("%s holds text %q", n.name, n.text)
	}
	at := 0
	for _, c := range n.children {
		i := slices.Index(g.children, c.name)
		if i < at {
			return fmt.Errorf("%s in %s", c.name, n.name)
		}
		at = i
		if err := c.check(); err != nil {
			return err
		}
	}
	if n.name != "testsuite" {
		return nil
	}
	count, names := map[string]int{}, map[string]bool{}
	for _, c := range n.children {
		if c.name != "testcase" {
			continue
		}
		if len(c.children) > 1 {
			return fmt.Errorf("case %s has several ends", c.attr["name"])
		}
		if names[c.attr["name"]] {
			return fmt.Errorf("case %s twice", c.attr["name"])
		}
		names[c.attr["name"]] = true
		count["tests"]++
		for _, end := range c.children {
			count[map[string]string{"failure": "failures", "skipped": "skipped"}[end.name]]++
		}
	}
	for _, key := range []string{"tests", "failures", "skipped"} {
		if n.attr[key] != strconv.Itoa(count[key]) {
			return fmt.Errorf("%s says %s=%s, there are %d", n.attr["name"], key, n.attr[key], count[key])
		}
	}
	return nil
}

// many are comparisons of every kind that the formats for programs must bear.
func many(t *testing.T) []circular.Comparison {
	t.Helper()
	list := sample(t)
	for _, s := range hostile() {
		c, _ := poisoned(s)
		c.Deviations = append(c.Deviations, c.Deviations[0])
		for _, level := range []circular.Severity{circular.SeverityWarning, circular.SeverityNote} {
			d := c.Deviations[0]
			d.Level = level
			c.Deviations = append(c.Deviations, d)
		}
		c.NotJudged = slices.Clone(c.NotJudged)
		c.NotJudged[0].Level = circular.SeverityNone
		list = append(list, c)
	}
	return append(list, circular.Comparison{Source: circular.Source{Path: "sesuai.txt"}, Comparable: true})
}

// TestJUnitIsValid: a suite for each document, its counts those of its cases,
// no two cases of one name, and the words of a finding as they are.
func TestJUnitIsValid(t *testing.T) {
	for _, list := range [][]circular.Comparison{nil, many(t)} {
		var b bytes.Buffer
		if err := Write(&b, "junit", list, Options{}); err != nil {
			t.Fatal(err)
		}
		root, err := parseJUnit(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if len(root.children) != len(list) {
			t.Fatalf("%d suites, want %d", len(root.children), len(list))
		}
		for i, suite := range root.children {
			c := &list[i]
			all := slices.Concat(c.Deviations, c.NotJudged)
			if got := suite.attr["tests"]; got != strconv.Itoa(max(1, len(all))) {
				t.Errorf("%q: %s tests, want %d", suite.attr["name"], got, len(all))
			}
			for k, d := range all {
				got := ""
				for _, end := range suite.children[k].children {
					got += end.attr["message"] + end.text
				}
				if got != message(d) {
					t.Errorf("%s: says %q, want %q", d.Code, got, message(d))
				}
			}
		}
	}
	for _, bad := range []string{
		`<testsuite/>`,
		`<testsuites><testsuite name="a" tests="2" failures="0" skipped="0"><testcase classname="x" name="y" file="a" line="1"/></testsuite></testsuites>`,
		`<testsuites><testsuite name="a" tests="1" failures="0" skipped="0"><testcase classname="x" name="y" file="a" line="-1"/></testsuite></testsuites>`,
		`<testsuites><testsuite name="a" tests="1" failures="0" skipped="0"><b/></testsuite></testsuites>`,
	} {
		if _, err := parseJUnit([]byte(bad)); err == nil {
			t.Errorf("the test takes %s", bad)
		}
	}
}

// annotation is a workflow command: "::name key=value,key=value::data".
var annotation = regexp.MustCompile(`^::(error|warning|notice) file=([^,:]*),line=([0-9]+),title=([^,:]*)::(.*)$`)

// TestGitHubIsRead: each finding is one command; unescaped by the rules of the
// runner its file, line, title and words are those of the finding.
func TestGitHubIsRead(t *testing.T) {
	value := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	property := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	list := many(t)
	var b bytes.Buffer
	if err := Write(&b, "github", list, Options{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	for _, kind := range []struct {
		level circular.Severity
		want  string
	}{{circular.SeverityError, "error"}, {circular.SeverityWarning, "warning"}, {circular.SeverityNone, "notice"}} { // the gravest first, notes not at all
		for i := range list {
			c := &list[i]
			for _, d := range slices.Concat(c.Deviations, c.NotJudged) {
				if d.Level != kind.level {
					continue
				}
				if len(lines) == 0 {
					t.Fatal("fewer commands than findings")
				}
				m := annotation.FindStringSubmatch(lines[0])
				if m == nil {
					t.Fatalf("no command: %q", lines[0])
				}
				lines = lines[1:]
				if m[1] != kind.want || property.Replace(m[2]) != plain(filepath.ToSlash(c.Source.Path)) || m[3] != strconv.Itoa(line(d)) ||
					!strings.HasSuffix(property.Replace(m[4]), string(d.Code)) || value.Replace(m[5]) != message(d) {
					t.Errorf("%q: read as %q", c.Source.Path, m[1:])
				}
			}
		}
	}
	if len(lines) > 0 {
		t.Errorf("%d commands too many: %q", len(lines), lines[0])
	}
}
