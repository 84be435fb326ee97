package national

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"testing"

	"github.com/telaah/telaah/circular"
)

func TestRecordsAreValid(t *testing.T) {
	clauses := 0
	levels := map[circular.Level]bool{}
	const n = 700
	for r, err := range Records(n) {
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Check(); err != nil {
			t.Fatalf("%s: %v", r.Source.Path, err)
		}
		clauses += len(r.Clauses)
		levels[r.Circulars[0].Level] = true
	}
	if mean := clauses / n; mean < Clauses-5 || mean > Clauses+5 {
		t.Errorf("%d clauses a circular, want about %d", mean, Clauses)
	}
	if len(levels) != 4 {
		t.Errorf("levels %v, want provinces, regencies, cities and ministries", levels)
	}
}

// The corpus is the same everywhere: benchmarks and goldens count on it.
func TestRecordIsFixed(t *testing.T) {
	data, err := json.Marshal(Record(7))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	const want = "d35035a7fc01"
	if got := hex.EncodeToString(sum[:6]); got != want {
		t.Errorf("record 7 has the digest %s, want %s", got, want)
	}
}
