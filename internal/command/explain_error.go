package command

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/worker"
)

// explain says what an error is in the user's language and what to do about it.
func (a *app) explain(err error) (what, hint string) {
	var (
		usage     *usageError
		ambiguous *corpus.AmbiguousError
		damage    *corpus.DamageError
		busy      *corpus.BusyError
		field     *corpus.FieldError
		syntax    *index.SyntaxError
		away      *index.EngineError
		file      *compare.FileError
		baseline  *compare.UnknownBaselineError
		path      *fs.PathError
	)
	switch {
	case errors.As(err, &file):
		return file.Message(string(a.lang)), ""
	case errors.As(err, &baseline):
		return a.t("error.baseline", baseline.Asked), a.t("error.baseline.hint")
	case errors.Is(err, compare.ErrNoRules):
		return a.t("error.no-rules"), a.t("error.no-rules.hint")
	case errors.As(err, &usage):
		return usage.what, usage.hint
	case errors.As(err, &syntax):
		return syntax.Message(string(a.lang)) + "\n" + syntax.Pointer(), ""
	case errors.As(err, &away):
		return away.Message(string(a.lang)), ""
	case errors.As(err, &ambiguous):
		var ids []string
		for _, id := range ambiguous.IDs {
			ids = append(ids, id[:16])
		}
		return a.t("error.ambiguous", ambiguous.Prefix, len(ids)), a.t("error.ambiguous.hint", strings.Join(ids, ", "))
	case errors.As(err, &damage):
		return a.t("error.damage", damage.File, damage.Err), a.t("error.damage.hint")
	case errors.As(err, &field):
		switch field.Reason {
		case corpus.ReasonFixed:
			return a.t("error.field-fixed", field.Field), a.t("error.field-fixed.hint")
		case corpus.ReasonValue:
			return a.t("error.field-value", field.Field, field.Err), a.t("error.field-value.hint")
		}
		return a.t("error.field", field.Field), a.t("error.field.hint")
	case errors.Is(err, corpus.ErrNoCorpus):
		return a.t("error.no-corpus", a.corpusPath()), a.t("error.no-corpus.hint")
	case errors.Is(err, corpus.ErrForeign):
		return a.t("error.foreign", a.corpusPath()), a.t("error.foreign.hint")
	case errors.As(err, &busy):
		return a.t("error.busy", a.corpusPath(), cmp.Or(oneLine(busy.Who), a.t("error.busy.nobody"))), a.t("error.busy.hint")
	case errors.Is(err, index.ErrLocked):
		return a.t("error.index-busy", a.corpusPath()), a.t("error.busy.hint")
	case errors.Is(err, corpus.ErrNotFound):
		return a.t("error.not-found"), a.t("error.not-found.hint")
	case errors.Is(err, corpus.ErrTooLarge):
		return a.t("error.too-large", corpus.MaxOriginal>>20), a.t("error.too-large.hint")
	case errors.Is(err, index.ErrTooLarge):
		return a.t("error.many-clauses"), a.t("error.too-large.hint")
	case errors.Is(err, ingest.ErrLink):
		return a.t("error.link"), a.t("error.link.hint")
	case errors.Is(err, ingest.ErrTwin):
		return a.t("error.twin"), ""
	case errors.Is(err, ingest.ErrData):
		return a.t("error.data"), a.t("error.data.hint")
	case errors.Is(err, context.Canceled):
		return a.t("error.stopped"), a.t("error.stopped.hint")
	}
	if what, hint := worker.Explain(err, string(a.lang)); what != "" {
		return what, hint
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what, hint = a.t("error.no-file"), a.t("error.no-file.hint")
	case errors.Is(err, fs.ErrPermission):
		what, hint = a.t("error.no-permission"), a.t("error.no-permission.hint")
	case errors.Is(err, syscall.ENOSPC):
		what, hint = a.t("error.no-space"), a.t("error.no-space.hint")
	case errors.Is(err, syscall.EROFS):
		what, hint = a.t("error.read-only"), a.t("error.read-only.hint")
	default:
		return oneLine(err.Error()), ""
	}
	if errors.As(err, &path) {
		what = oneLine(path.Path) + ": " + what
	}
	return what, hint
}

// explainFile is explain where the name of the file stands beside it anyway.
func (a *app) explainFile(name string, err error) (what, hint string) {
	what, hint = a.explain(err)
	return strings.TrimPrefix(what, oneLine(name)+": "), hint
}
