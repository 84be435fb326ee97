package worker

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"
)

// testTasks do what a task may do, or not.
var testTasks = []Task{
	{"echo", func(ask json.RawMessage, data []byte) (any, error) { return string(ask) + " " + string(data), nil }},
	{"spin", func(json.RawMessage, []byte) (any, error) {
		for i := 0; ; i++ {
			_ = i
		}
	}},
	{"panic", func(json.RawMessage, []byte) (any, error) { panic("deliberate") }},
	{"refuse", func(json.RawMessage, []byte) (any, error) { return nil, errors.New("it is not good") }},
}

// A task is done in a reader, with its limits; the program lives on.
func TestTask(t *testing.T) {
	p := New(1)
	p.base = 300 * time.Millisecond
	defer p.Close()
	do := func(task string) (answer string, err error) {
		err = p.Do(context.Background(), task, "berkas", map[string]int{"a": 1}, []byte("data"), &answer)
		return answer, err
	}
	for _, c := range []struct {
		task string
		want error
	}{{"spin", ErrTimeout}, {"panic", ErrCrash}} {
		if _, err := do(c.task); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.task, err, c.want)
		}
	}
	if _, err := do("refuse"); err == nil || err.Error() != "it is not good" {
		t.Errorf("refuse: got %v", err)
	}
	if _, err := do("none"); err == nil {
		t.Error("a task that is not there is done")
	}
	if got, err := do("echo"); err != nil || got != `{"a":1} data` {
		t.Errorf("echo: got %q, %v", got, err)
	}
}
