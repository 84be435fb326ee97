package worker

import "encoding/json"

// Task is work on what came from outside that a program has done in a reader,
// beside reading: it gets what is asked and the bytes, and returns what can be
// written as JSON. It can reach no file and no network.
type Task struct {
	Name string
	Do   func(ask json.RawMessage, data []byte) (any, error)
}
