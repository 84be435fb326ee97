package account

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"hash/maphash"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/bcrypt"
)

// Limits of a door.
const (
	maxWrong   = 10               // wrong words in a row that lock a login
	lockTime   = 15 * time.Minute // for so long
	SessionAge = 12 * time.Hour   // of a session: a working day
)

// The reasons for which somebody stays outside. ErrWrong says nothing about
// what was wrong, so that nobody learns which logins there are.
var (
	ErrWrong  = errors.New("login or word is wrong")
	ErrLocked = errors.New("too many wrong words")
)

// Door lets people and programs in by a file of accounts. Sessions are signed
// with a key that lives as long as the door does; they end with it, with their
// day, and with a change of the person's line in the file. Its methods may be
// called by several goroutines.
type Door struct {
	path string
	now  func() time.Time
	key  [32]byte
	seed maphash.Seed
	busy chan struct{} // one place for each word that is checked at a time

	mu    sync.Mutex
	list  *List
	stamp stamp
	wrong map[string]*wrong    // by login, of people there are
	other [4096]wrong          // of all other logins, by their hash
	ended map[string]time.Time // sessions that were logged out, until when they would last
}

// wrong counts the wrong words for a login.
type wrong struct {
	n     int
	until time.Time // locked until then, where n reached maxWrong
}

// stamp tells one state of a file from another.
type stamp struct {
	size int64
	time time.Time
}

// nothing is compared where a login does not exist, so that it takes as long.
var nothing = sync.OnceValue(func() []byte {
	sum, _ := bcrypt.GenerateFromPassword([]byte("nothing"), cost)
	return sum
})

// Open returns a door by the file of accounts at path. The file is read again
// when it changes; now is the clock, nil for time.Now.
func Open(path string, now func() time.Time) (*Door, error) {
	if now == nil {
		now = time.Now
	}
	d := &Door{path: path, now: now, seed: maphash.MakeSeed(), busy: make(chan struct{}, 2), wrong: map[string]*wrong{}, ended: map[string]time.Time{}}
	rand.Read(d.key[:])
	if err := d.read(); err != nil {
		return nil, err
	}
	return d, nil
}

// read reads the file where it is not as it was. A file that cannot be read
// any more leaves what was known, but for a file that is gone: then nobody has
// an account.
func (d *Door) read() error {
	info, err := os.Stat(d.path)
	if err != nil {
		if d.list != nil && errors.Is(err, os.ErrNotExist) {
			d.list, d.stamp = new(List), stamp{}
		}
		return err
	}
	now := stamp{info.Size(), info.ModTime()}
	if d.list != nil && now == d.stamp {
		return nil
	}
	data, err := os.ReadFile(d.path)
	if err != nil {
		return err
	}
	l, err := Parse(data)
	if err != nil {
		return fmt.Errorf("%s: %w", d.path, err)
	}
	d.list, d.stamp = l, now
	return nil
}

// current returns the accounts as the file has them now.
func (d *Door) current() *List {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.read() // what was known holds where it fails
	return d.list
}

// Login checks a word and returns a session for the person's browser. The error
// is ErrWrong or ErrLocked.
func (d *Door) Login(login, word string) (session string, who *Account, err error) {
	a := d.current().person(login)
	w := d.counter(login, a != nil)
	if d.locked(w) {
		return "", nil, ErrLocked
	}
	sum := nothing()
	if a != nil {
		sum = []byte(a.sum)
	}
	d.busy <- struct{}{}
	err = bcrypt.CompareHashAndPassword(sum, []byte(word))
	<-d.busy
	d.mu.Lock()
	defer d.mu.Unlock()
	if a == nil || err != nil || len(word) > MaxWord {
		if w.n++; w.n >= maxWrong {
			w.until = d.now().Add(lockTime)
		}
		return "", nil, ErrWrong
	}
	if w.n >= maxWrong && d.now().Before(w.until) { // guesses beside this one
		return "", nil, ErrLocked
	}
	*w = wrong{}
	return d.sign(a), a, nil
}

// counter returns the count of wrong words for a login.
func (d *Door) counter(login string, known bool) *wrong {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !known {
		return &d.other[maphash.String(d.seed, login)%uint64(len(d.other))]
	}
	w := d.wrong[login]
	if w == nil {
		w = new(wrong)
		d.wrong[login] = w
	}
	return w
}

// locked reports whether a login is locked; a lock that is over starts a new
// count.
func (d *Door) locked(w *wrong) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if w.n < maxWrong {
		return false
	}
	if d.now().Before(w.until) {
		return true
	}
	*w = wrong{}
	return false
}

// sign returns a session: login, end and a random part, with a signature that
// only this door can make for the person's present word.
func (d *Door) sign(a *Account) string {
	text := a.Login + "|" + strconv.FormatInt(d.now().Add(SessionAge).Unix(), 10) + "|" + rand.Text()
	return base64.RawURLEncoding.EncodeToString([]byte(text)) + "." + base64.RawURLEncoding.EncodeToString(d.mac(text, a))
}

func (d *Door) mac(text string, a *Account) []byte {
	h := hmac.New(sha256.New, d.key[:])
	fmt.Fprintf(h, "%d|%s|%s", len(text), text, a.sum)
	return h.Sum(nil)
}

// Session returns whose session it is, nil for one that is not valid, or not any
// more.
func (d *Door) Session(session string) *Account {
	a, _, _ := d.session(session)
	return a
}

func (d *Door) session(session string) (a *Account, text string, end time.Time) {
	if len(session) > 512 {
		return nil, "", end
	}
	head, tail, ok := strings.Cut(session, ".")
	b, err := base64.RawURLEncoding.Strict().DecodeString(head)
	sum, err2 := base64.RawURLEncoding.Strict().DecodeString(tail)
	if !ok || err != nil || err2 != nil {
		return nil, "", end
	}
	text = string(b)
	parts := strings.Split(text, "|")
	if len(parts) != 3 {
		return nil, "", end
	}
	a = d.current().person(parts[0])
	if a == nil || !hmac.Equal(sum, d.mac(text, a)) {
		return nil, "", end
	}
	unix, err := strconv.ParseInt(parts[1], 10, 64)
	if end = time.Unix(unix, 0); err != nil || !d.now().Before(end) {
		return nil, "", end
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, over := d.ended[text]; over {
		return nil, "", end
	}
	return a, text, end
}

// Logout ends a session, also in copies of it.
func (d *Door) Logout(session string) {
	a, text, end := d.session(session)
	if a == nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for t, e := range d.ended {
		if !d.now().Before(e) {
			delete(d.ended, t)
		}
	}
	d.ended[text] = end
}

// Program returns whose token it is, nil for none.
func (d *Door) Program(token string) *Account {
	if token == "" || len(token) > 128 {
		return nil
	}
	return d.current().program(token)
}
