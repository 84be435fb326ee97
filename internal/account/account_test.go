package account

import (
	"bytes"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/bcrypt"
)

const word = "kata sandi panjang"

func TestMain(m *testing.M) {
	cost = bcrypt.MinCost
	m.Run()
}

// accounts returns a file with a person of each role and a program.
func accounts(t *testing.T) (path, token string) {
	t.Helper()
	l := new(List)
	for _, err := range []error{l.Set("siti", Editor, "Siti  Aminah", word), l.Set("budi", Reader, "Budi", word+"2")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	token, err := l.SetToken("dasbor", Reader, "Dasbor")
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "akun")
	if err := os.WriteFile(path, l.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, token
}

func open(t *testing.T, path string, now *time.Time) *Door {
	t.Helper()
	d, err := Open(path, func() time.Time { return *now })
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFile(t *testing.T) {
	path, token := accounts(t)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(l.Bytes(), data) {
		t.Error("the file does not come back as it was")
	}
	if a := l.person("siti"); a == nil || a.Name != "Siti Aminah" || !a.Edits() {
		t.Errorf("siti is %+v", a)
	}
	if strings.Contains(string(data), word) || strings.Contains(string(data), token) {
		t.Error("a word or a token stands in the file")
	}
	if err := l.Remove("siti"); err != nil || l.person("siti") != nil {
		t.Errorf("siti is still there: %v", err)
	}
	if err := l.Remove("siti"); !errors.Is(err, ErrNobody) {
		t.Errorf("removing nobody: %v", err)
	}
}

func TestBadFiles(t *testing.T) {
	sum := "$2a$04$" + strings.Repeat("a", 53)
	for _, tt := range []struct{ name, file string }{
		{"too few parts", "orang siti ubah " + sum},
		{"another kind", "tamu siti ubah " + sum + " Siti"},
		{"another role", "orang siti admin " + sum + " Siti"},
		{"a login in capitals", "orang Siti ubah " + sum + " Siti"},
		{"a login that parts a session", "orang si|ti ubah " + sum + " Siti"},
		{"no bcrypt", "orang siti ubah rahasia Siti"},
		{"no SHA-256", "token siti ubah abc Siti"},
		{"twice", "orang siti ubah " + sum + " Siti\ntoken siti baca " + strings.Repeat("0", 64) + " Siti"},
		{"large", strings.Repeat("#\n", maxFile)},
	} {
		var fe *FileError
		if _, err := Parse([]byte(tt.file)); !errors.As(err, &fe) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	l := new(List)
	for _, tt := range []struct {
		login, name, word string
		role              Role
		want              error
	}{
		{"siti", "Siti", "pendek", Reader, ErrWord},
		{"siti", "Siti", strings.Repeat("x", 73), Reader, ErrWord},
		{"", "Siti", word, Reader, ErrLogin},
		{"siti", "", word, Reader, ErrName},
		{"siti", "Siti", word, "admin", ErrRole},
	} {
		if err := l.Set(tt.login, tt.role, tt.name, tt.word); !errors.Is(err, tt.want) {
			t.Errorf("%+v: %v", tt, err)
		}
	}
}

func TestLogin(t *testing.T) {
	path, token := accounts(t)
	now := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	d := open(t, path, &now)
	for _, tt := range [][2]string{{"siti", word + "2"}, {"siti", ""}, {"", word}, {"SITI", word}, {"dasbor", token}, {"orang", word}, {"siti", word + strings.Repeat(" ", 80)}} {
		if _, _, err := d.Login(tt[0], tt[1]); !errors.Is(err, ErrWrong) {
			t.Errorf("%q: %v", tt, err)
		}
	}
	s, who, err := d.Login("siti", word)
	if err != nil || who.Name != "Siti Aminah" {
		t.Fatalf("%v, %v", who, err)
	}
	if a := d.Session(s); a == nil || a.Login != "siti" {
		t.Errorf("the session is that of %v", a)
	}
	if a := d.Program(token); a == nil || a.Edits() {
		t.Errorf("the token is that of %v", a)
	}
	for _, bad := range []string{"", word, token + "x", token[:len(token)-1], strings.Repeat("x", 200)} {
		if d.Program(bad) != nil {
			t.Errorf("token %q is taken", bad)
		}
	}
	now = now.Add(SessionAge)
	if d.Session(s) != nil {
		t.Error("the session outlives its day")
	}
}

// Every change of a session's bytes makes it worth nothing, as does one of
// another door, and of the person's account.
func TestSessions(t *testing.T) {
	path, _ := accounts(t)
	now := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	d := open(t, path, &now)
	s, _, err := d.Login("budi", word+"2")
	if err != nil {
		t.Fatal(err)
	}
	for i := range len(s) {
		for _, c := range []byte{'A', 'b', '.', '|', 0} {
			b := []byte(s)
			if b[i] == c {
				continue
			}
			b[i] = c
			if d.Session(string(b)) != nil {
				t.Errorf("byte %d changed to %q, and the session is taken", i, c)
			}
		}
	}
	head, tail, _ := strings.Cut(s, ".")
	text, _ := base64.RawURLEncoding.DecodeString(head)
	for _, other := range []string{strings.Replace(string(text), "budi", "siti", 1), strings.Replace(string(text), "|", "||", 1), "siti|99999999999|X", ""} {
		if d.Session(base64.RawURLEncoding.EncodeToString([]byte(other))+"."+tail) != nil {
			t.Errorf("%q is taken", other)
		}
	}
	if open(t, path, &now).Session(s) != nil {
		t.Error("another door takes the session")
	}
	again, _, err := d.Login("budi", word+"2")
	if err != nil {
		t.Fatal(err)
	}
	d.Logout(s)
	if d.Session(s) != nil || d.Session(again) == nil {
		t.Error("logging out ends one session: that one")
	}
	l, err := Parse(must(os.ReadFile(path)))
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Set("budi", Reader, "Budi", word+"3"); err != nil {
		t.Fatal(err)
	}
	write(t, path, l)
	if d.Session(again) != nil {
		t.Error("the session outlives the word")
	}
	s, _, err = d.Login("budi", word+"3")
	if err != nil {
		t.Fatal(err)
	}
	l.Remove("budi")
	write(t, path, l)
	if d.Session(s) != nil {
		t.Error("the session outlives the account")
	}
	os.Remove(path)
	if _, _, err := d.Login("siti", word); !errors.Is(err, ErrWrong) {
		t.Errorf("the account outlives its file: %v", err)
	}
}

func TestLockout(t *testing.T) {
	path, _ := accounts(t)
	now := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	d := open(t, path, &now)
	for _, login := range []string{"siti", "nobody"} { // the same for both: who there is stays untold
		for i := range maxWrong {
			if _, _, err := d.Login(login, "salah sekali"); !errors.Is(err, ErrWrong) {
				t.Errorf("%s, try %d: %v", login, i, err)
			}
		}
		if _, _, err := d.Login(login, word); !errors.Is(err, ErrLocked) {
			t.Errorf("%s is not locked: %v", login, err)
		}
	}
	if _, _, err := d.Login("budi", word+"2"); err != nil {
		t.Errorf("budi is locked, too: %v", err)
	}
	now = now.Add(lockTime)
	if _, _, err := d.Login("siti", word); err != nil {
		t.Errorf("siti stays locked: %v", err)
	}
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

// write writes the file so that its stamp differs.
func write(t *testing.T, path string, l *List) {
	t.Helper()
	if err := os.WriteFile(path, append(l.Bytes(), '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	later := time.Now().Add(time.Duration(len(l.accounts)+1) * time.Minute)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
}
