// Release builds what is given to users: one archive for each platform, with
// the program, its guides, manual pages and completions, the licences of what is
// linked into it and a bill of materials (CycloneDX); and the checksums of all.
//
//	go run ./internal/release -o dist
//
// The archive for Windows holds tesseract too, so that scans are read without
// anything being installed. It is built from Debian's source packages, on Debian
// 12 with g++-mingw-w64-x86-64-posix, cmake, make and dpkg-dev, once: the
// folder of -tesseract keeps it (7 minutes on two processors); "none" leaves it out.
//
// The version is the one that Go stamps into the program from the repository.
// The same commit gives the same bytes, wherever and whenever it is built.
package main

import (
	"cmp"
	"crypto/sha256"
	"debug/buildinfo"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// platforms are those that a release is built for.
var platforms = []string{"windows/amd64", "linux/amd64", "linux/arm64", "darwin/arm64"}

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	flags.SetOutput(stderr)
	root := flags.String("C", ".", "`folder` of the module")
	out := flags.String("o", "dist", "`folder` for the archives")
	only := flags.String("platforms", strings.Join(platforms, ","), "`list` of GOOS/GOARCH")
	ocr := flags.String("tesseract", "", "`folder` in which tesseract for Windows is built; \"none\" leaves it out (default dist's \".tesseract\")")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o777); err != nil {
		return err
	}
	docs, err := documents(*root)
	if err != nil {
		return err
	}
	var scans []file
	if *ocr != "none" && strings.Contains(*only, "windows/") {
		if scans, err = tesseract(cmp.Or(*ocr, filepath.Join(*out, ".tesseract")), stderr); err != nil {
			return err
		}
	}
	var sums strings.Builder
	for _, platform := range strings.Split(*only, ",") {
		name, data, err := release(*root, platform, docs, scans, stderr)
		if err != nil {
			return fmt.Errorf("building for %s: %w", platform, err)
		}
		if err := os.WriteFile(filepath.Join(*out, name), data, 0o666); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
	}
	fmt.Fprint(stdout, sums.String())
	return os.WriteFile(filepath.Join(*out, "SHA256SUMS"), []byte(sums.String()), 0o666)
}

// release builds the program for one platform and packs it with the documents;
// for Windows with what reads scans there.
func release(root, platform string, docs, scans []file, stderr io.Writer) (name string, archive []byte, err error) {
	system, arch, ok := strings.Cut(platform, "/")
	if !ok {
		return "", nil, fmt.Errorf("not GOOS/GOARCH: %q", platform)
	}
	dir, err := os.MkdirTemp("", "release")
	if err != nil {
		return "", nil, err
	}
	defer os.RemoveAll(dir)
	program := "telaah"
	if system == "windows" {
		program += ".exe"
	}
	built := filepath.Join(dir, program)
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=auto", "-ldflags=-s -w -buildid=", "-o", built, "./cmd/telaah")
	cmd.Dir, cmd.Stderr = root, stderr
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+arch, "CGO_ENABLED=0", "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0")
	if err := cmd.Run(); err != nil {
		return "", nil, err
	}
	version, when, err := stamp(built)
	if err != nil {
		return "", nil, err
	}
	data, err := os.ReadFile(built)
	if err != nil {
		return "", nil, err
	}
	linked, err := modules(root, cmd.Env)
	if err != nil {
		return "", nil, err
	}
	bom, err := bill(version, data, linked)
	if err != nil {
		return "", nil, err
	}
	terms := []file{{"telaah.cdx.json", bom, 0o644}}
	for _, m := range linked {
		terms = append(terms, m.terms...)
	}
	base := strings.Join([]string{"telaah", version, system, arch}, "_")
	files := slices.Concat([]file{{program, data, 0o755}}, docs, terms)
	if system == "windows" {
		files = forWindows(files, scans)
		archive, err = zipped(base, files, when)
		return base + ".zip", archive, err
	}
	archive, err = tarred(base, files, when)
	return base + ".tar.gz", archive, err
}

// stamp returns the version of a program and the time of its commit, from what
// Go put into it; a program built outside a repository is of version "devel".
func stamp(program string) (version string, when time.Time, err error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return "", time.Time{}, err
	}
	version = strings.Trim(info.Main.Version, "()")
	if version == "" {
		version = "devel"
	}
	when = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // the first that a zip archive knows
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			if t, err := time.Parse(time.RFC3339, s.Value); err == nil {
				when = t.UTC()
			}
		}
	}
	return version, when, nil
}
