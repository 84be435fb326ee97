// Command faults does to a corpus what machines and people do: it cuts the
// power behind every operation on the disk, makes each operation fail, kills
// the program, and flips bits. It prints a table, and fails where anything that
// was acknowledged is lost or any damage goes unnoticed.
//
//	go run ./bench/faults            all of it, some minutes
//	go run ./bench/faults -short     a minute of it
package main

import (
	"flag"
	"fmt"
	"os"
	"text/tabwriter"
	"time"

	"github.com/telaah/telaah/internal/command"
)

// check is one kind of fault. It returns how often it was tried.
type check struct {
	name string
	run  func(short bool) (tried int, err error)
}

var checks = []check{
	{"power cut behind each operation", func(short bool) (int, error) { return powerCuts(short, honest) }},
	{"each operation fails (EIO ENOSPC EMFILE EACCES)", func(short bool) (int, error) { return failures(short, honest) }},
	{"bit flipped, every file of the store", func(short bool) (int, error) { return storeFlips(short, storeDamage) }},
	{"bit flipped, search index", indexFlips},
	{"killed in the middle of an ingest", func(short bool) (int, error) { return kills(short, nothingMore) }},
	{"searches during an ingest", searches},
}

// underTest is the argument with which this program is telaah itself.
const underTest = "telaah-under-test"

func main() {
	if len(os.Args) > 1 && os.Args[1] == underTest {
		os.Args = append(os.Args[:1], os.Args[2:]...)
		command.Main()
	}
	if len(os.Args) > 1 && os.Args[1] != "-short" {
		command.Main() // a process that telaah started of itself
	}
	short := flag.Bool("short", false, "a minute of it")
	flag.Parse()
	if !table(*short) {
		os.Exit(1)
	}
}

// table runs all checks, prints what came of them, and reports whether nothing
// was lost.
func table(short bool) bool {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	good := true
	fmt.Fprintln(w, "fault\ttried\ttook\tresult")
	for _, c := range checks {
		begun := time.Now()
		n, err := c.run(short)
		result := "nothing lost"
		if err != nil {
			result, good = "LOST: "+err.Error(), false
		}
		fmt.Fprintf(w, "%s\t%d\t%v\t%s\n", c.name, n, time.Since(begun).Round(100*time.Millisecond), result)
		w.Flush()
	}
	fmt.Fprintln(w, "power cut on a real disk (ext4 on a loop device)\t0\t\tSKIPPED: not part of this program yet")
	w.Flush()
	return good
}
