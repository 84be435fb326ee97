package worker

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/document"
)

// A frame is one message between the command and its reader. On the pipe it is
// its kind (1 byte), an id (4 bytes) that an answer repeats, the length of its
// body (4 bytes, big endian), and the body.
type frame struct {
	kind byte
	id   uint32
	body []byte
}

// The kinds of frames. Those from the command are capitals.
const (
	kindRequest  = 'R' // a request as JSON; its file follows
	kindFile     = 'F' // the bytes of the file
	kindWords    = 'W' // the words of a picture (TSV)
	kindNoWords  = 'N' // why a picture could not be read
	kindProgress = 'p' // how far the reading has come: see packProgress
	kindPicture  = 'o' // a document.Ask as JSON, a line end, and the picture to be recognised
	kindPart     = 'a' // the name and the failure of a file in an archive as JSON; its bytes follow
	kindBytes    = 'b' // the bytes of that file
	kindDone     = 'd' // the answer as JSON; ends the request
	kindFailed   = 'e' // a failure as JSON; ends the request
)

// maxFrame bounds the body of a frame: the largest file that is read.
const maxFrame = 300 << 20

// work is what a reader is asked to do with a file.
type work string

// The works.
const (
	workRead    work = "read"    // document.Read
	workExtract work = "extract" // the same, and extract
	workExpand  work = "expand"  // document.Expand
	workShow    work = "show"    // document.Show
	workTask    work = "task"    // a Task of the program
)

// request asks for one file to be read, or for one of its pages to be drawn.
type request struct {
	Do      work
	Name    string
	Options document.Options
	Models  []string // of the recogniser that pictures may be sent to; none without one
	Page    int      // to be drawn, from 1
	Width   int      // of the picture of that page, in pixels
	Lexicon []byte   // an archive (.zip) of the user's own lexicon, for extract
	Task    string   // name of a task
	Ask     json.RawMessage
}

// extracted is the answer to workExtract.
type extracted struct {
	Record   circular.Record
	Attached []document.File
}

// partHead comes before the bytes of a file in an archive.
type partHead struct {
	Name  string
	Whole bool     // it is the file itself: no bytes follow
	Err   *failure // why it holds no document
}

// failure is an error of reading on its way to the command.
type failure struct {
	Message  string
	Sentinel int // index in sentinels, -1 for none
}

// packProgress puts the numbers of p into 4 bytes each, big endian.
func packProgress(p document.Progress) []byte {
	body := make([]byte, 0, 16)
	for _, n := range []int{p.Pages, p.Read, p.Scans, p.Recognised} {
		body = binary.BigEndian.AppendUint32(body, uint32(n))
	}
	return body
}

// unpackProgress is the inverse of packProgress; the numbers are at most most.
func unpackProgress(body []byte, most int) (p document.Progress, ok bool) {
	if len(body) != 16 {
		return p, false
	}
	for i, n := range []*int{&p.Pages, &p.Read, &p.Scans, &p.Recognised} {
		*n = int(min(binary.BigEndian.Uint32(body[4*i:]), uint32(most)))
	}
	return p, true
}

// sentinels are the errors that survive the way between the processes.
var sentinels = []error{document.ErrUnknownType, document.ErrOldWord, document.ErrEncrypted,
	document.ErrEmpty, document.ErrDamaged, document.ErrArchive, document.ErrTooLarge, document.ErrNoPicture, document.ErrWebPage,
	document.ErrMisnamed, document.ErrPointer, document.ErrShortcut, document.ErrForm,
	document.ErrRTF, document.ErrOffice, document.ErrOutlook, document.ErrMail, compare.ErrNoRules}

// remote is an error that the reader reported.
type remote struct {
	message  string
	sentinel error
}

func (e *remote) Error() string { return e.message }
func (e *remote) Unwrap() error { return e.sentinel }

func packError(err error) failure {
	f := failure{Message: err.Error(), Sentinel: -1}
	for i, s := range sentinels {
		if errors.Is(err, s) {
			f.Sentinel = i
			break
		}
	}
	return f
}

func (f failure) unpack() error {
	e := &remote{message: f.Message}
	if f.Sentinel >= 0 && f.Sentinel < len(sentinels) {
		e.sentinel = sentinels[f.Sentinel]
	}
	return e
}

// writer writes frames; it may be used by several goroutines.
type writer struct {
	mu sync.Mutex
	w  io.Writer
}

func (w *writer) send(f frame) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	var head [9]byte
	head[0] = f.kind
	binary.BigEndian.PutUint32(head[1:], f.id)
	binary.BigEndian.PutUint32(head[5:], uint32(len(f.body)))
	if _, err := w.w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.w.Write(f.body)
	return err
}

func (w *writer) sendJSON(kind byte, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return w.send(frame{kind: kind, body: body})
}

// maxAnswer bounds what a reader may make of one file.
const maxAnswer = 128 << 20

// sendAnswer sends what came of a file, or that it is too much.
func (w *writer) sendAnswer(v any) error {
	body, err := json.Marshal(v)
	if err == nil && len(body) > maxAnswer {
		err = fmt.Errorf("%w: %d bytes were made of it", document.ErrTooLarge, len(body))
	}
	if err != nil {
		return w.sendJSON(kindFailed, packError(err))
	}
	return w.send(frame{kind: kindDone, body: body})
}

// sendPart sends one file of the file called whole, or that file itself.
func (w *writer) sendPart(f document.File, whole string) error {
	head := partHead{Name: f.Name, Whole: f.Name == whole && f.Err == nil}
	if f.Err != nil {
		e := packError(f.Err)
		head.Err = &e
	}
	if err := w.sendJSON(kindPart, head); err != nil || head.Whole {
		return err
	}
	return w.send(frame{kind: kindBytes, body: f.Data})
}

// receive reads one frame. Its body grows as bytes arrive, so that a false
// length costs nothing.
func receive(r io.Reader) (frame, error) {
	var head [9]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return frame{}, err
	}
	f := frame{kind: head[0], id: binary.BigEndian.Uint32(head[1:])}
	n := binary.BigEndian.Uint32(head[5:])
	if n > maxFrame {
		return frame{}, fmt.Errorf("a frame of %d bytes is too long", n)
	}
	body := make([]byte, min(n, 1<<20))
	for at := 0; at < int(n); {
		if at == len(body) {
			body = append(body, make([]byte, min(len(body), int(n)-at))...)
		}
		m, err := io.ReadFull(r, body[at:])
		if err != nil {
			return frame{}, io.ErrUnexpectedEOF
		}
		at += m
	}
	f.body = body[:n]
	return f, nil
}
