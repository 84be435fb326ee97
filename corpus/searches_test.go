package corpus

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestSavedSearches(t *testing.T) {
	s := create(t, t.TempDir())
	for _, q := range []SavedSearch{{"b", "wfh"}, {" a  b ", "kuota wilayah:banten"}, {"b", "wfo"}, {"c", "libur"}, {"c", ""}} {
		if err := s.KeepSearch(q, "Siti"); err != nil {
			t.Fatal(err)
		}
	}
	for _, q := range []SavedSearch{{"", "wfh"}, {strings.Repeat("x", 81), "wfh"}, {"x", strings.Repeat("x", 1001)}} {
		if err := s.KeepSearch(q, "Siti"); !errors.Is(err, ErrSearch) {
			t.Errorf("%q is kept: %v", q.Name, err)
		}
	}
	log, err := s.Log()
	if err != nil {
		t.Fatal(err)
	}
	want := []SavedSearch{{"a b", "kuota wilayah:banten"}, {"b", "wfo"}}
	if got := Searches(log); !reflect.DeepEqual(got, want) {
		t.Errorf("kept are %v, want %v", got, want)
	}
	if log[0].By != "Siti" || s.IndexBehind() {
		t.Errorf("the log says %+v; the index is behind: %v", log[0], s.IndexBehind())
	}
	if _, err := Open(s.dir); err != nil {
		t.Fatal(err)
	}
	r, err := Open(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.KeepSearch(SavedSearch{"x", "y"}, ""); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a reader keeps a search: %v", err)
	}
}
