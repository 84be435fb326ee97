package circular

// VersionsSchema names the version of the format of [Versions].
const VersionsSchema = "telaah.versions/1"

// Versions is what differs between two versions of one draft.
type Versions struct {
	Schema  string          `json:"schema"`
	Old     Source          `json:"old"`
	New     Source          `json:"new"`
	Changes []VersionChange `json:"changes"` // in the order of the new version, dropped ones where they stood
}

// VersionChange is one thing that the new version has otherwise.
type VersionChange struct {
	Change VersionKind `json:"change"`
	Field  string      `json:"field,omitempty"` // of the circular itself: "number", "date_signed", ...
	Kind   Kind        `json:"kind,omitempty"`  // of the clause
	Why    string      `json:"why"`             // one sentence, with the values of both
	Old    *Side       `json:"old,omitempty"`
	New    *Side       `json:"new,omitempty"`
	Edits  []Edit      `json:"edits,omitempty"` // words of the new against the old one
}

// VersionKind says what became of a clause.
type VersionKind string

// What can become of a clause.
const (
	VersionAdded     VersionKind = "added"
	VersionDropped   VersionKind = "dropped"
	VersionWeakened  VersionKind = "weakened" // a wider limit, a weaker verb
	VersionTightened VersionKind = "tightened"
	VersionChanged   VersionKind = "changed" // neither weaker nor stronger, or other words
)
