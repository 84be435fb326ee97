package document

import (
	"context"
	"errors"
	"testing"
	"time"
)

// waiting is a recogniser that works until it is told to end.
type waiting struct{ begun chan bool }

func (waiting) Models() []string { return []string{English} }
func (w waiting) Recognize(ctx context.Context, _ []byte, _ Ask) ([]byte, error) {
	select {
	case w.begun <- true:
	default:
	}
	<-ctx.Done()
	return nil, ctx.Err()
}

// TestCancel: reading ends with its context, before it begins and in the midst.
func TestCancel(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for name, data := range map[string][]byte{"a.txt": []byte("Surat Edaran"), "a.pdf": drawn(t, scanned[:3])} {
		if d, err := Read(ctx, name, data, Options{}); !errors.Is(err, context.Canceled) || d.Text.Body != "" {
			t.Errorf("%s: %q, %v", name, d.Text.Body, err)
		}
	}
	ctx, stop = context.WithCancel(t.Context())
	defer stop()
	w := waiting{make(chan bool, 1)}
	go func() {
		<-w.begun
		stop()
	}()
	begun := time.Now()
	if _, err := Read(ctx, "a.png", pngOf(t, rastered(t, drawn(t, scanned[:3]), 100)), Options{OCR: w}); !errors.Is(err, context.Canceled) {
		t.Errorf("in the midst: %v", err)
	}
	if took := time.Since(begun); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
}

// TestProgress: a PDF tells its pages one by one.
func TestProgress(t *testing.T) {
	var told []Progress
	if _, err := Read(t.Context(), "a.pdf", drawn(t, append(scanned, append(scanned, scanned...)...)), Options{Progress: func(p Progress) { told = append(told, p) }}); err != nil {
		t.Fatal(err)
	}
	last := told[len(told)-1]
	if len(told) != last.Pages+1 || last.Pages < 2 || last.Read != last.Pages || last.Scans != 0 || told[0].Read != 0 {
		t.Errorf("told %+v", told)
	}
}
