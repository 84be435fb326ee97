package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Formats for programs that run checks: SARIF 2.1.0, JUnit XML, and the
// workflow commands of GitHub. Each places a finding in the file that was
// read: at the line of a passage in a text file, else at line 1 with the page
// as a property; what is absent stands at line 1.

type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Name    string    `json:"name"`
		Short   sarifText `json:"shortDescription"`
		Help    sarifText `json:"help"`
		HelpURI string    `json:"helpUri"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Kind         string            `json:"kind"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Suppressions []sarifSuppressed `json:"suppressions,omitempty"`
		Properties   map[string]any    `json:"properties,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region struct {
				StartLine int `json:"startLine"`
			} `json:"region"`
		} `json:"physicalLocation"`
	}
	sarifSuppressed struct {
		Kind          string `json:"kind"`
		Justification string `json:"justification,omitempty"`
	}
)

// helpURI is where the codes are explained, with the code as fragment.
const helpURI = "https://github.com/telaah/telaah/blob/main/docs/temuan.md#"

// writeSARIF writes one run with every finding; those that a suppression took
// out only where they are asked for, marked and with the reason.
func (p *printer) writeSARIF(w io.Writer, list []circular.Comparison, suppressed bool) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "telaah"}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	index := map[circular.Code]int{}
	for i, code := range circular.Codes {
		r := p.rules[code]
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{string(code), r.Name, sarifText{r.Short}, sarifText{r.Help}, helpURI + string(code)})
		index[code] = i
	}
	for i := range list {
		c := &list[i]
		for _, d := range slices.Concat(c.Deviations, c.NotJudged) {
			run.Results = append(run.Results, p.sarif(c, d, index[d.Code]))
		}
		for _, d := range c.Suppressed {
			if !suppressed {
				break
			}
			r, reason := p.sarif(c, d, index[d.Code]), ""
			if d.Waived != nil {
				reason = plain(d.Waived.Reason)
			}
			r.Suppressions = []sarifSuppressed{{"external", reason}}
			run.Results = append(run.Results, r)
		}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	log := sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
	if err := enc.Encode(log); err != nil {
		return fmt.Errorf("writing report as SARIF: %w", err)
	}
	return nil
}

// sarif turns a finding into a result of SARIF. What was not judged is open
// for review, with level none.
func (p *printer) sarif(c *circular.Comparison, d circular.Deviation, rule int) sarifResult {
	r := sarifResult{RuleID: string(d.Code), RuleIndex: rule, Kind: "fail", Level: string(d.Level), Message: sarifText{p.message(d)},
		Fingerprints: map[string]string{"telaah/v1": fingerprint(c, d)}, Properties: map[string]any{"baseline": c.Baseline.ID}}
	if d.Level == circular.SeverityNone {
		r.Kind = "review"
	}
	var at sarifLocation
	at.Physical.Artifact.URI = uri(c.Source.Path)
	at.Physical.Region.StartLine = line(d)
	r.Locations = []sarifLocation{at}
	if d.Atom != "" {
		r.Properties["atom"] = d.Atom
	}
	if d.Other != nil && d.Other.Span != nil && d.Other.Span.Page > 0 {
		r.Properties["page"] = d.Other.Span.Page
	}
	return r
}

// fingerprint names a finding so that it is known again after the text around
// it has moved: by code, atom, issuer and normalised value.
func fingerprint(c *circular.Comparison, d circular.Deviation) string {
	issuer := ""
	if c.Circular != nil {
		issuer = c.Circular.Region.Code + " " + c.Circular.Issuer
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{string(d.Code), d.Atom, strings.ToLower(issuer), strings.Join(strings.Fields(d.Value), " ")}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// message says why and what to do, in one line.
func message(d circular.Deviation) string { return plain(d.Why + " " + d.Advice) }

// message is that, with what people entered in the passage.
func (p *printer) message(d circular.Deviation) string {
	s := message(d)
	if d.Other == nil {
		return s
	}
	if fixed := p.corrected(d.Other.Corrections); fixed != "" {
		s += " (" + fixed + ")"
	}
	if d.Other.Unsure {
		s += " (" + p.label("unsure") + ")"
	}
	return s
}

// line returns the line of a finding in its file, 1 where it has none.
func line(d circular.Deviation) int {
	if d.Other == nil {
		return 1
	}
	return max(1, d.Other.Line)
}

// uri turns a path into a URI reference: relative ones stay relative.
func uri(path string) string {
	path = filepath.ToSlash(path)
	if strings.HasPrefix(path, "/") {
		return (&url.URL{Scheme: "file", Path: path}).String()
	}
	if len(path) > 2 && path[1] == ':' && path[2] == '/' { // a drive
		return (&url.URL{Scheme: "file", Path: "/" + path}).String()
	}
	relative := strings.TrimPrefix((&url.URL{Path: path}).String(), "./")
	return strings.ReplaceAll(relative, ":", "%3A") // it would end a scheme
}

type (
	junitSuites struct {
		XMLName xml.Name     `xml:"testsuites"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
		Out      string      `xml:"system-out,omitempty"` // what suppressions took out
		Waived   []string    `xml:"-"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr"`
		Line    int           `xml:"line,attr"`
		Failure *junitFailure `xml:"failure"`
		Skipped *junitSkipped `xml:"skipped"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
	}
	junitSkipped struct {
		Message string `xml:"message,attr"`
	}
)

// writeJUnit writes a suite for each document: errors and warnings fail, notes
// pass with a word, what was not judged is skipped, and a document without
// findings is one case that passes. Cases of one name are numbered: programs
// that read them take one name for one case.
func (p *printer) writeJUnit(w io.Writer, list []circular.Comparison) error {
	var all junitSuites
	for i := range list {
		c := &list[i]
		s := junitSuite{Name: plain(c.Source.Path)}
		named := map[string]int{}
		for _, group := range [][]circular.Deviation{c.Deviations, c.NotJudged} {
			for _, d := range group {
				k := junitCase{Class: c.Baseline.ID, Name: string(d.Code), File: plain(c.Source.Path), Line: line(d)}
				if d.Atom != "" {
					k.Name += " " + plain(d.Atom)
				}
				if named[k.Name]++; named[k.Name] > 1 {
					k.Name += " (" + strconv.Itoa(named[k.Name]) + ")"
				}
				switch d.Level {
				case circular.SeverityError, circular.SeverityWarning:
					k.Failure = &junitFailure{string(d.Level), p.message(d)}
					s.Failures++
				case circular.SeverityNone:
					k.Skipped = &junitSkipped{p.message(d)}
					s.Skipped++
				default:
					k.Out = p.message(d)
				}
				s.Cases = append(s.Cases, k)
			}
		}
		for _, d := range c.Suppressed {
			s.Waived = append(s.Waived, string(d.Code)+": "+plain(d.Why)+p.waiver(d))
		}
		s.Out = strings.Join(s.Waived, "\n")
		if len(s.Cases) == 0 {
			s.Cases = []junitCase{{Class: c.Baseline.ID, Name: "telaah", File: s.Name, Line: 1}}
		}
		s.Tests = len(s.Cases)
		all.Suites = append(all.Suites, s)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("writing report as JUnit XML: %w", err)
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(all); err != nil {
		return fmt.Errorf("writing report as JUnit XML: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// github writes one workflow command for each finding but the notes: errors
// first, since only the first ten of a kind are shown. Line breaks and the
// characters that end a property cannot come from a document.
func (p *printer) github(list []circular.Comparison) {
	value := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, kind := range []struct {
		level   circular.Severity
		command string
	}{{circular.SeverityError, "error"}, {circular.SeverityWarning, "warning"}, {circular.SeverityNone, "notice"}} {
		for i := range list {
			c := &list[i]
			for _, d := range slices.Concat(c.Deviations, c.NotJudged) {
				if d.Level == kind.level {
					p.printf("::%s file=%s,line=%d,title=%s::%s\n", kind.command, property.Replace(plain(filepath.ToSlash(c.Source.Path))), line(d),
						property.Replace(p.label(string(d.Level))+" "+string(d.Code)), value.Replace(p.message(d)))
				}
			}
		}
	}
}
