package command

import (
	"context"
	"iter"
	"strings"

	"github.com/telaah/telaah/ingest"
)

// maxSkipped is how many files that are no documents are named one a line.
const maxSkipped = 20

// documents reads what args name and yields the results that have a record. A
// file that failed is said. What was found in a folder or an archive and is no
// document is named: one a line where nothing else was there, which is a
// failure, and else in one line.
func (a *app) documents(ctx context.Context, read *reading, args []string, o ingest.Options) iter.Seq[ingest.Result] {
	return func(yield func(ingest.Result) bool) {
		var skipped []ingest.Result
		some := false
		for r := range ingest.Read(ctx, read.inputs(a, args), o) {
			switch {
			case r.Status == ingest.StatusSkipped:
				skipped = append(skipped, r)
				continue
			case r.Err != nil:
				a.failFile(r.Name, r.Err)
			case !yield(r):
				return
			}
			some = true
		}
		if ctx.Err() == nil {
			a.passedOver(args, skipped, some)
		}
	}
}

// passedOver says which files were no documents, and that there was none at all.
func (a *app) passedOver(args []string, skipped []ingest.Result, some bool) {
	if some {
		var names []string
		for _, r := range skipped[:min(len(skipped), maxSkipped)] {
			names = append(names, r.Name)
		}
		if more := len(skipped) - len(names); more > 0 {
			names = append(names, a.t("read.more", more))
		}
		if len(names) > 0 {
			a.warn(a.t("read.skipped", len(skipped), strings.Join(names, ", ")), "")
		}
		return
	}
	for _, r := range skipped[:min(len(skipped), maxSkipped)] {
		what, _ := a.explainFile(r.Name, r.Err)
		a.warn(r.Name+": "+what, "")
	}
	if more := len(skipped) - maxSkipped; more > 0 {
		a.warn(a.t("read.more", more), "")
	}
	a.failed = true
	a.warn(a.t("read.nothing", strings.Join(args, ", ")), a.t("read.nothing.hint"))
}
