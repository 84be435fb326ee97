package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// module is Go itself, or a module that is linked into the program.
type module struct {
	path, version, dir string

	terms    []file   // its licences, under licenses/
	licences []string // their SPDX identifiers
}

// allowed are the licences that what is linked may have: those that ask for
// nothing but their own text beside the program.
var allowed = []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Unlicense"}

// chosen are the licences taken of modules that leave the choice, by what their
// terms say of it.
var chosen = map[string]string{"SPDX-License-Identifier: BSD-3-Clause OR GPL-2.0-only": "BSD-3-Clause"}

// terms matches the names of files with the terms of a module.
var terms = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)`)

// modules returns Go and the modules that are linked into the program for the
// platform of an environment, by path. One without a licence, or with one that is
// not allowed, is an error.
func modules(root string, env []string) ([]module, error) {
	list := func(args ...string) (string, error) {
		cmd := exec.Command("go", args...)
		cmd.Dir, cmd.Env = root, env
		out, err := cmd.Output()
		if err != nil {
			return "", fmt.Errorf("go %s: %w", args[0], err)
		}
		return strings.TrimSpace(string(out)), nil
	}
	goroot, err := list("env", "GOROOT")
	if err != nil {
		return nil, err
	}
	version, err := list("env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	linked, err := list("list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/telaah")
	if err != nil {
		return nil, err
	}
	out := []module{{path: "go", version: strings.TrimPrefix(version, "go"), dir: goroot}}
	for line := range strings.Lines(linked) {
		parts := strings.Split(strings.TrimSpace(line), "\t")
		if len(parts) == 3 && !slices.ContainsFunc(out, func(m module) bool { return m.path == parts[0] }) {
			out = append(out, module{path: parts[0], version: parts[1], dir: parts[2]})
		}
	}
	slices.SortFunc(out, func(a, b module) int { return strings.Compare(a.path, b.path) })
	for i := range out {
		if err := out[i].read(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// read reads and recognises the licences of a module.
func (m *module) read() error {
	entries, err := os.ReadDir(m.dir)
	if err != nil {
		return fmt.Errorf("licence of %s: %w", m.path, err)
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !terms.MatchString(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(m.dir, e.Name()))
		if err != nil {
			return fmt.Errorf("licence of %s: %w", m.path, err)
		}
		m.terms = append(m.terms, file{path.Join("licenses", m.path, e.Name()), data, 0o644})
		for says, id := range chosen {
			if strings.Contains(string(data), says) {
				m.licences, data = append(m.licences, id), nil
			}
		}
		for _, match := range licensecheck.Scan(data).Match {
			if !slices.Contains(m.licences, match.ID) && !match.IsURL {
				m.licences = append(m.licences, match.ID)
			}
		}
	}
	slices.Sort(m.licences)
	if len(m.licences) == 0 {
		return fmt.Errorf("%s has no licence that is known", m.path)
	}
	for _, id := range m.licences {
		if !slices.Contains(allowed, id) {
			return fmt.Errorf("%s has the licence %s, which is not among those allowed: %s", m.path, id, strings.Join(allowed, ", "))
		}
	}
	return nil
}

// bill returns the bill of materials of a release as CycloneDX 1.5: the program
// by its SHA-256, and each module with version and licences.
func bill(version string, program []byte, list []module) ([]byte, error) {
	type named struct {
		License struct {
			ID string `json:"id"`
		} `json:"license"`
	}
	type hash struct {
		Alg     string `json:"alg"`
		Content string `json:"content"`
	}
	type component struct {
		Type     string  `json:"type"`
		Ref      string  `json:"bom-ref"`
		Name     string  `json:"name"`
		Version  string  `json:"version"`
		Hashes   []hash  `json:"hashes,omitempty"`
		Licenses []named `json:"licenses,omitempty"`
		PURL     string  `json:"purl"`
	}
	type depends struct {
		Ref string   `json:"ref"`
		On  []string `json:"dependsOn"`
	}
	var b struct {
		Format   string `json:"bomFormat"`
		Spec     string `json:"specVersion"`
		Version  int    `json:"version"`
		Metadata struct {
			Component component `json:"component"`
		} `json:"metadata"`
		Components   []component `json:"components"`
		Dependencies []depends   `json:"dependencies"`
	}
	b.Format, b.Spec, b.Version = "CycloneDX", "1.5", 1
	own := "pkg:golang/github.com/telaah/telaah@" + version
	b.Metadata.Component = component{Type: "application", Ref: own, Name: "telaah", Version: version, PURL: own,
		Hashes: []hash{{"SHA-256", fmt.Sprintf("%x", sha256.Sum256(program))}}}
	needs := depends{Ref: own}
	for _, m := range list {
		p := "pkg:golang/" + m.path + "@" + m.version
		if m.path == "go" {
			p = "pkg:golang/std@" + m.version
		}
		c := component{Type: "library", Ref: p, Name: m.path, Version: m.version, PURL: p}
		for _, id := range m.licences {
			var n named
			n.License.ID = id
			c.Licenses = append(c.Licenses, n)
		}
		b.Components = append(b.Components, c)
		needs.On = append(needs.On, p)
	}
	b.Dependencies = []depends{needs}
	out, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("bill of materials: %w", err)
	}
	return append(out, '\n'), nil
}
