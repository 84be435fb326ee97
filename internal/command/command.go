// Package command holds the commands of Telaah: flags, wiring and what they
// print. The programs under cmd are a call of [Main].
//
// Results go to standard output; progress, warnings and hints to standard
// error. The exit status never depends on the format of the output:
//
//	0  done
//	1  findings at or above --fail-on (compare, matrix, check)
//	2  wrong usage, bad configuration, or a file that failed
//	3  something could not be judged
//
// When several apply, 2 comes before 1 and 1 before 3.
package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/worker"
)

// The exit statuses.
const (
	statusDone     = 0
	statusFindings = 1
	statusFailed   = 2
	statusUnjudged = 3
)

// Main runs the program with the arguments of the process and exits. The
// commands named in fixed come before them: cmd/ingest is "telaah ingest".
func Main(fixed ...string) {
	if worker.Main(tasks...) { // this process was started to read documents
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, slices.Concat(fixed, os.Args[1:]), os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// app is one run of the program.
type app struct {
	lang      language
	in        io.Reader
	out, err  io.Writer       // what is written to them is made inert
	raw       io.Writer       // standard output itself, for formats that are no text
	corpusDir string          // --corpus
	engine    *index.Remote   // --engine: the cluster that carries the index; nil: it lies in the corpus
	readers   *worker.Pool    // processes that read documents; nil until one is needed
	kept      map[string]bool // by SHA-256: documents whose record came from the corpus
	failed    bool            // a file failed
	findings  bool            // findings at or above the threshold
	unjudged  bool            // something could not be judged
}

// run runs one command line and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{
		lang: languageOf(args),
		in:   stdin,
		out:  &inert{w: stdout, color: wantsColor(stdout)},
		err:  &inert{w: stderr, color: wantsColor(stderr)},
		raw:  stdout,
	}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(a.out)
	root.SetErr(a.err)
	if err := root.ExecuteContext(ctx); err != nil {
		a.fail(err)
	}
	if a.readers != nil {
		a.readers.Close() // what they read is out already
	}
	return a.status()
}

// status maps what happened to the exit status.
func (a *app) status() int {
	switch {
	case a.failed:
		return statusFailed
	case a.findings:
		return statusFindings
	case a.unjudged:
		return statusUnjudged
	}
	return statusDone
}

// judge notes what a comparison means for the exit status. Strict, everything
// must have been judged: the document is comparable, all its pages were read,
// and nothing is listed as not judged.
func (a *app) judge(c *circular.Comparison, rec *circular.Record, flags *comparing, strict bool) {
	failOn := circular.Severity(flags.failOn.value)
	if failOn != circular.SeverityNone && c.Worst().AtLeast(failOn) {
		a.findings = true
	}
	if strict && (!c.Judged() || ingest.Unread(rec)) {
		a.unjudged = true
	}
}

// warn prints a line on standard error, and a hint on the next one.
func (a *app) warn(what, hint string) {
	fmt.Fprintf(a.err, "telaah: %s\n", what)
	if hint != "" {
		fmt.Fprintf(a.err, "%s: %s\n", a.t("hint"), hint)
	}
}

// fail prints an error and makes the exit status 2.
func (a *app) fail(err error) {
	a.failed = true
	a.warn(a.explain(err))
}

// failFile is fail for one file of several.
func (a *app) failFile(name string, err error) {
	a.failed = true
	what, hint := a.explainFile(name, err)
	a.warn(oneLine(name)+": "+what, hint)
}

// wantsColor reports whether w is a terminal whose user has not asked for
// plain output.
func wantsColor(w io.Writer) bool {
	_, no := os.LookupEnv("NO_COLOR")
	return !no && isTerminal(w) && os.Getenv("TERM") != "dumb"
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// corpusPath returns the folder of the corpus: --corpus, else TELAAH_CORPUS,
// else telaah-data here.
func (a *app) corpusPath() string {
	if a.corpusDir != "" {
		return a.corpusDir
	}
	if dir := os.Getenv("TELAAH_CORPUS"); dir != "" {
		return dir
	}
	return "telaah-data"
}

// usageError is a mistake in the command line, with what to do about it.
type usageError struct{ what, hint string }

func (e *usageError) Error() string { return e.what }

// usage returns a usageError with the message key and a hint to the help.
func (a *app) usage(cmd *cobra.Command, key string, args ...any) error {
	return &usageError{a.t(key, args...), a.t("usage.hint", cmd.CommandPath())}
}
