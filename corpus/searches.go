package corpus

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// SavedSearch is a query that people keep under a name.
type SavedSearch struct {
	Name  string `json:"name"`
	Query string `json:"query,omitempty"` // as typed; "" in the log where it was dropped
}

// ErrSearch says that a search to be kept has no name, or too long a one.
var ErrSearch = errors.New("a saved search has a name of at most 80 characters, and a query")

// KeepSearch keeps a query under its name, in place of the one that had that name;
// without a query, the name is dropped. It goes into the log with who did so.
func (s *Store) KeepSearch(q SavedSearch, by string) error {
	q.Name, q.Query = strings.Join(strings.Fields(q.Name), " "), strings.TrimSpace(q.Query)
	if q.Name == "" || utf8.RuneCountInString(q.Name) > 80 || len(q.Query) > 1000 {
		return ErrSearch
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return ErrReadOnly
	}
	_, err := s.append(Event{Action: ActionSearch, Search: &q, By: by})
	return err
}

// Searches returns the saved searches that stand by a log, by name.
func Searches(log []Event) []SavedSearch {
	byName := map[string]SavedSearch{}
	for _, e := range log {
		switch {
		case e.Search == nil:
		case e.Search.Query == "":
			delete(byName, e.Search.Name)
		default:
			byName[e.Search.Name] = *e.Search
		}
	}
	list := []SavedSearch{}
	for _, q := range byName {
		list = append(list, q)
	}
	slices.SortFunc(list, func(a, b SavedSearch) int { return strings.Compare(a.Name, b.Name) })
	return list
}
