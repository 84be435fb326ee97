// Command faults does to Telaah what machines and people do: it cuts the power,
// makes operations fail, fills the disk, kills the program, flips bits, gives it
// files that mean harm, and runs its commands at the same time. It prints a table,
// and fails where anything that was acknowledged is lost, any damage goes
// unnoticed, or a file ends the program.
//
//	go run ./bench/faults                  all of it, less than 15 minutes
//	go run ./bench/faults -short           a minute or two of it
//	go run ./bench/faults -only "kill"     the checks whose name has the word
//
// Power cuts on a real disk and full disks need root and a loop device; fuzz
// targets need the go command and the source; real PDFs to be damaged lie in the
// folder that -pdf names. What is not here is said: SKIPPED.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/telaah/telaah/internal/command"
)

// check is one kind of fault. It returns how often it was tried, and what is to
// be known of that.
type check struct {
	name string
	run  func(short bool) (tried int, note string, err error)
}

// plain makes a check of one that has nothing to say.
func plain(run func(short bool) (int, error)) func(bool) (int, string, error) {
	return func(short bool) (int, string, error) {
		n, err := run(short)
		return n, "", err
	}
}

var checks = []check{
	{"power cut behind each operation, strict disk in memory", plain(func(short bool) (int, error) { return powerCuts(short, honest) })},
	{"power cut, ext4 on a loop device", plain(func(short bool) (int, error) { return ext4Cuts(short, nothingMore) })},
	{"killed behind each operation of the store", plain(func(short bool) (int, error) { return killPoints(short, nothingMore) })},
	{"killed at random in an ingest", plain(func(short bool) (int, error) { return kills(short, nothingMore) })},
	{"an operation fails (EIO ENOSPC EMFILE EACCES)", func(short bool) (int, string, error) { return failures(short, honest) }},
	{"disk full, by bytes and by inodes", plain(func(short bool) (int, error) { return fullDisks(short, nothingMore) })},
	{"bit flipped, every file of the store", plain(func(short bool) (int, error) { return storeFlips(short, storeDamage) })},
	{"bit flipped, search index", plain(func(short bool) (int, error) { return indexFlips(short, indexDamage) })},
	{"searches and pages during an ingest", plain(func(short bool) (int, error) { return searches(short, count) })},
	{"processors and order: the same bytes", plain(func(short bool) (int, error) { return orders(short, faithful) })},
	{"hostile files, without OCR", func(short bool) (int, string, error) { return hostileFiles(short, false, named) }},
	{"hostile files, with OCR", func(short bool) (int, string, error) { return hostileFiles(short, true, named) }},
	{"fuzz targets", func(short bool) (int, string, error) { return fuzz(short, ".", targets) }},
}

// errSkipped says that a check cannot be made here, and why.
type errSkipped struct{ why string }

func (e errSkipped) Error() string { return e.why }

// The arguments with which this program is telaah itself, and a store that is
// killed behind one of its operations.
const (
	underTest = "telaah-under-test"
	killAt    = "telaah-killed-at"
)

func main() {
	role()
	short := flag.Bool("short", false, "a minute or two of it")
	only := flag.String("only", "", "the checks whose name has this `word`")
	flag.StringVar(&realPDFs, "pdf", "", "`folder` of real PDFs to be damaged")
	flag.Parse()
	if !table(*short, *only) {
		os.Exit(1)
	}
}

// role makes this process what it was started as: telaah itself, what telaah
// starts of itself, or a store that is to be killed. Of the program proper it
// returns.
func role() {
	switch {
	case len(os.Args) < 2 || strings.HasPrefix(os.Args[1], "-"):
		return
	case os.Args[1] == killAt:
		if err := killed(os.Args[2:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	case os.Args[1] == underTest:
		os.Args = append(os.Args[:1], os.Args[2:]...)
	}
	command.Main()
	os.Exit(0) // what telaah starts of itself returns when it is done
}

// table runs the checks, prints what came of them, and reports whether nothing
// was lost.
func table(short bool, only string) bool {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	good, begun := true, time.Now()
	fmt.Fprintln(w, "fault\ttried\ttook\tresult")
	for _, c := range checks {
		if !strings.Contains(c.name, only) {
			continue
		}
		begun := time.Now()
		n, note, err := c.run(short)
		result := "nothing lost"
		var skipped errSkipped
		switch {
		case errors.As(err, &skipped):
			result = "SKIPPED: " + skipped.why
		case err != nil:
			result, good = "LOST: "+err.Error(), false
		case n == 0:
			result, good = "LOST: nothing was tried", false
		}
		if note != "" {
			result += "; " + note
		}
		fmt.Fprintf(w, "%s\t%d\t%v\t%s\n", c.name, n, time.Since(begun).Round(100*time.Millisecond), result)
		w.Flush()
	}
	fmt.Printf("all of it took %v\n", time.Since(begun).Round(time.Second))
	return good
}
