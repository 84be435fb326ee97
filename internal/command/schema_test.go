package command

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schema compiles a published schema.
func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "circular", "schema", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// conforms checks every JSON value in out against a schema and returns how
// many there were.
func conforms(t *testing.T, s *jsonschema.Schema, out []byte) (n int) {
	t.Helper()
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); n++ {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%v\nin %.400s", err, raw)
		}
	}
	return n
}

// call runs a command and returns what it printed; its status must be want.
func call(t *testing.T, want int, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(context.Background(), args, strings.NewReader(""), &out, &errs); status != want {
		t.Fatalf("%v: status %d, want %d\n%s", args, status, want, errs.String())
	}
	return out.Bytes()
}
