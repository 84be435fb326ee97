package main

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// target is a fuzz target and the folder of its package.
type target struct{ folder, name string }

// targets are those that read what comes from outside.
var targets = []target{{"document", "FuzzRead"}, {"extract", "FuzzExtract"}, {"extract/internal/outline", "FuzzOf"}, {"extract/internal/mention", "FuzzFind"},
	{"extract/internal/mention", "FuzzDates"}, {"compare", "FuzzCompare"}, {"compare", "FuzzParse"}, {"index", "FuzzSearch"}}

// fuzz runs fuzz targets below a folder, two at a time.
func fuzz(short bool, root string, targets []target) (done int, note string, err error) {
	if _, err := exec.LookPath("go"); err != nil {
		return 0, "", errSkipped{"the go command is not here"}
	}
	if list, err := exec.Command("go", "-C", root, "list", "-m").CombinedOutput(); err != nil {
		return 0, "", errSkipped{"the source is not here: " + strings.TrimSpace(string(list))}
	}
	long := "30s"
	if short {
		long, targets = "2s", targets[len(targets)-1:]
	}
	var n atomic.Int64
	var g errgroup.Group
	g.SetLimit(2)
	for _, t := range targets {
		g.Go(func() error {
			out, err := exec.Command("go", "-C", root, "test", "-run", "^$", "-fuzz", "^"+t.name+"$", "-fuzztime", long, "-parallel", "1", "./"+t.folder).CombinedOutput()
			if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
				return fmt.Errorf("%s: %s", t.name, lastLines(string(out)))
			} else if err != nil {
				return err
			}
			n.Add(1)
			return nil
		})
	}
	err = g.Wait()
	return int(n.Load()), long + " each", err
}

// lastLines returns the end of what a program printed, in one line.
func lastLines(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return s[max(0, len(s)-400):]
}
