package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/licences.md")

// What is linked on any platform has a licence that is allowed, and stands in
// docs/licences.md.
func TestLicences(t *testing.T) {
	root := filepath.Join("..", "..")
	all := map[string]module{}
	for _, platform := range platforms {
		system, arch, _ := strings.Cut(platform, "/")
		list, err := modules(root, append(os.Environ(), "GOOS="+system, "GOARCH="+arch, "CGO_ENABLED=0", "GOFLAGS="))
		if err != nil {
			t.Fatalf("%s: %v", platform, err)
		}
		for _, m := range list {
			all[m.path] = m
		}
	}
	lines := []string{"# Licences of what is linked into the program", "",
		"Go itself and the modules of a release for any platform; their texts stand in each archive under `licenses/`,",
		"their versions in `telaah.cdx.json`. Made and checked by `go test ./internal/release -run TestLicences [-update]`.", "",
		"The page in the browser uses htmx (0BSD, `web/static/htmx.LICENSE`).", "", "| module | licence |", "|---|---|"}
	var paths []string
	for p := range all {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	for _, p := range paths {
		lines = append(lines, fmt.Sprintf("| %s | %s |", p, strings.Join(all[p].licences, ", ")))
	}
	want := strings.Join(lines, "\n") + "\n"
	name := filepath.Join(root, "docs", "licences.md")
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil || string(got) != want {
		t.Errorf("docs/licences.md is not what is linked (%v): run with -update", err)
	}
}

// A module with terms that are not allowed, or without any, stops a release.
func TestLicenceIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"none":  "",
		"other": "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n\nThis program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later version.\n",
	} {
		dir := t.TempDir()
		if text != "" {
			if err := os.WriteFile(filepath.Join(dir, "LICENSE"), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		m := module{path: "example.com/" + name, dir: dir}
		if err := m.read(); err == nil {
			t.Errorf("%s: passes with %v", name, m.licences)
		}
	}
}

// The bill of materials names the program by its hash and every module.
func TestBill(t *testing.T) {
	b, err := bill("v1.2.3", []byte("program"), []module{{path: "go", version: "1.26.6", licences: []string{"BSD-3-Clause"}}, {path: "example.com/a", version: "v0.1.0", licences: []string{"MIT"}}})
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		BOMFormat, SpecVersion string
		Metadata               struct {
			Component struct {
				Version string
				Hashes  []struct{ Alg, Content string }
			}
		}
		Components []struct {
			PURL     string
			Licenses []struct{ License struct{ ID string } }
		}
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if got.BOMFormat != "CycloneDX" || got.SpecVersion != "1.5" || got.Metadata.Component.Version != "v1.2.3" || len(got.Metadata.Component.Hashes[0].Content) != 64 {
		t.Errorf("got %+v", got)
	}
	if len(got.Components) != 2 || got.Components[0].PURL != "pkg:golang/std@1.26.6" || got.Components[1].PURL != "pkg:golang/example.com/a@v0.1.0" || got.Components[1].Licenses[0].License.ID != "MIT" {
		t.Errorf("got %+v", got.Components)
	}
}
