package web

import (
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
)

// ID returns the short name of the document.
func (p documentPage) ID() string { return p.Text.Rec.Source.ID() }

// Share says how much of the text was understood.
func (p documentPage) Share() string {
	c := p.Text.Rec.Coverage
	return p.T("doc.share", int(100*c.Share()), len(c.Unclaimed))
}

// PageNote says why the page that is shown could not be read, or is in doubt.
func (p documentPage) PageNote() string {
	if p.Page > len(p.Text.Rec.Text.Pages) {
		return ""
	}
	return p.Text.Rec.Text.Pages[p.Page-1].Note
}

// PageText returns the text of the page that is shown.
func (p documentPage) PageText() string {
	t := p.Text.Rec.Text
	if p.Page > len(t.Pages) {
		return ""
	}
	return t.Body[t.Pages[p.Page-1].Start:t.Pages[p.Page-1].End]
}

// Heading names a kind of clause.
func (p documentPage) Heading(k circular.Kind) string { return p.T("kind." + string(k)) }

// State returns how far people are with the document.
func (p documentPage) State() corpus.ReviewState {
	state, _ := p.Text.Doc.State()
	return state
}

// Reviewed returns who said so, nil where nobody did.
func (p documentPage) Reviewed() *corpus.Review {
	_, r := p.Text.Doc.State()
	return r
}

// States are those that a document can have.
func (p documentPage) States() []corpus.ReviewState { return documentStates }

var documentStates = []corpus.ReviewState{corpus.ReviewOpen, corpus.ReviewDone, corpus.ReviewApproved}

// On returns a moment as a day in words.
func (p documentPage) On(t time.Time) string { return when(p.page, t) }
