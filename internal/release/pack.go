package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/telaah/telaah/internal/command"
)

// file is a file of an archive.
type file struct {
	name string // with slashes
	data []byte
	mode os.FileMode
}

// documents returns what stands beside the program in every archive.
func documents(root string) ([]file, error) {
	var out []file
	guides, err := fs.Glob(os.DirFS(root), "docs/*")
	if err != nil {
		return nil, err
	}
	for _, name := range append([]string{"LICENSE", "README.md", "CHANGELOG.md"}, guides...) {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		out = append(out, file{name, data, 0o644})
	}
	tree := command.Tree("id")
	for _, c := range []struct {
		name  string
		write func(b *bytes.Buffer) error
	}{
		{"telaah.bash", func(b *bytes.Buffer) error { return tree.GenBashCompletionV2(b, true) }},
		{"_telaah", func(b *bytes.Buffer) error { return tree.GenZshCompletion(b) }},
		{"telaah.fish", func(b *bytes.Buffer) error { return tree.GenFishCompletion(b, true) }},
		{"telaah.ps1", func(b *bytes.Buffer) error { return tree.GenPowerShellCompletionWithDesc(b) }},
	} {
		var b bytes.Buffer
		if err := c.write(&b); err != nil {
			return nil, fmt.Errorf("completion %s: %w", c.name, err)
		}
		out = append(out, file{"completions/" + c.name, b.Bytes(), 0o644})
	}
	pages, err := manual(tree)
	if err != nil {
		return nil, err
	}
	return append(out, pages...), nil
}

//go:embed BACA-DAHULU.txt
var readFirst string

// forWindows returns the files as staff with a laptop need them: a page to read
// first, as Notepad shows it, what reads scans, and no manual pages or
// completions of other shells.
func forWindows(files, scans []file) []file {
	out := slices.DeleteFunc(slices.Concat(files, scans), func(f file) bool {
		return strings.HasPrefix(f.name, "man/") || strings.HasPrefix(f.name, "completions/") && path.Ext(f.name) != ".ps1"
	})
	return append(out, file{"BACA-DAHULU.txt", []byte("\uFEFF" + strings.ReplaceAll(readFirst, "\n", "\r\n")), 0o644})
}

// manual returns a manual page for each command.
func manual(c *cobra.Command) ([]file, error) {
	var b bytes.Buffer
	c.DisableAutoGenTag = true // it would tell the day
	never := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	header := &doc.GenManHeader{Section: "1", Source: "telaah", Manual: "Telaah", Date: &never}
	if err := doc.GenMan(c, header, &b); err != nil {
		return nil, fmt.Errorf("manual page of %s: %w", c.CommandPath(), err)
	}
	out := []file{{"man/man1/" + strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1", b.Bytes(), 0o644}}
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() {
			continue
		}
		pages, err := manual(sub)
		if err != nil {
			return nil, err
		}
		out = append(out, pages...)
	}
	return out, nil
}

// zipped packs files into a zip archive, in the order of their names.
func zipped(base string, files []file, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range sorted(files) {
		h := &zip.FileHeader{Name: path.Join(base, f.name), Method: zip.Deflate, Modified: when}
		h.SetMode(f.mode)
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// tarred packs files into a compressed tar archive, in the order of their names.
func tarred(base string, files []file, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	t := tar.NewWriter(g)
	for _, f := range sorted(files) {
		h := &tar.Header{Name: path.Join(base, f.name), Mode: int64(f.mode), Size: int64(len(f.data)), ModTime: when, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err := g.Close()
	return b.Bytes(), err
}

func sorted(files []file) []file {
	return slices.SortedFunc(slices.Values(files), func(a, b file) int { return strings.Compare(a.name, b.name) })
}
