package corpus

import (
	"fmt"
	"time"
)

// Review is what a person decided about a document, or about one doubt in it.
type Review struct {
	State ReviewState `json:"state,omitempty"` // of the document; "" for a note, or about a doubt
	Doubt string      `json:"doubt,omitempty"` // the doubt that it settles, by the caller's name for it
	By    string      `json:"by"`
	Note  string      `json:"note,omitempty"`
	At    time.Time   `json:"at"` // UTC, whole seconds
}

// ReviewState says how far people are with a document.
type ReviewState string

// The states.
const (
	ReviewOpen     ReviewState = "open"     // belum ditelaah; also of a document without a review
	ReviewDone     ReviewState = "done"     // sudah ditelaah
	ReviewApproved ReviewState = "approved" // disetujui
)

// State returns how far people are with the document, and the review that says
// so; nil where there is none.
func (d *Document) State() (ReviewState, *Review) {
	for i := len(d.Reviews) - 1; i >= 0; i-- {
		if r := &d.Reviews[i]; r.State != "" {
			return r.State, r
		}
	}
	return ReviewOpen, nil
}

// Stale reports whether the document was corrected after it was reviewed.
func (d *Document) Stale() bool {
	state, r := d.State()
	if state == ReviewOpen {
		return false
	}
	for _, c := range d.Corrections {
		if c.At.After(r.At) {
			return true
		}
	}
	return false
}

// Settled returns the review that settled a doubt, or nil.
func (d *Document) Settled(doubt string) *Review {
	for i := range d.Reviews {
		if d.Reviews[i].Doubt == doubt {
			return &d.Reviews[i]
		}
	}
	return nil
}

// Review keeps what a person decided about the document with this full id, and
// returns it as kept.
func (s *Store) Review(id string, r Review) (Review, error) {
	if _, err := s.Load(id); err != nil {
		return r, err
	}
	switch r.State {
	case "", ReviewOpen, ReviewDone, ReviewApproved:
	default:
		return r, fmt.Errorf("reviewing %s: state %q is unknown", id[:12], r.State)
	}
	r.At = s.now().UTC().Truncate(time.Second)
	return r, s.edit(Event{Action: ActionReview, ID: id, Review: &r})
}
