// Package account says who may use a server, as what, and under which name. It
// reads the file of accounts, checks words and tokens, and locks out who
// guesses. It knows nothing of HTTP.
//
// The file has a line for each person and each token; the rest of a line is the
// name under which changes are kept:
//
//	orang  siti  ubah  $2a$12$...  Siti Aminah
//	token  dasbor  baca  9f86d081...  Dasbor provinsi
//
// Words are kept as bcrypt, tokens, which are random, as SHA-256. Blank lines
// and lines that begin with # are left alone. Nobody but its owner should be
// able to read the file.
package account

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/crypto/bcrypt"
)

// Role is what somebody may do.
type Role string

// The roles.
const (
	Reader Role = "baca" // read, search, compare, check drafts
	Editor Role = "ubah" // and change the corpus
)

// MinWord is the least length of a word, in characters; bcrypt takes up to
// MaxWord bytes.
const (
	MinWord = 10
	MaxWord = 72
)

// cost is the work factor of bcrypt: about a quarter of a second. Tests make it
// less.
var cost = 12

// maxFile bounds the file of accounts, in bytes.
const maxFile = 1 << 20

// The errors that callers tell apart with errors.Is.
var (
	ErrWord   = fmt.Errorf("a word has %d characters or more, and at most %d bytes", MinWord, MaxWord)
	ErrLogin  = errors.New("a login has 1 to 64 small letters, digits, dots or hyphens")
	ErrRole   = errors.New("a role is baca or ubah")
	ErrName   = errors.New("a name has 1 to 100 characters on one line")
	ErrNobody = errors.New("no such account")
)

// Account is one person or one program.
type Account struct {
	Login string
	Role  Role
	Name  string // under which changes are kept
	Token bool   // of a program: it has a token instead of a word
	sum   string // bcrypt of the word, or SHA-256 of the token in hex
}

// Edits reports whether the account may change the corpus.
func (a *Account) Edits() bool { return a != nil && a.Role == Editor }

// List is what a file of accounts says.
type List struct {
	accounts []Account
}

// FileError says what is wrong with a line of the file of accounts.
type FileError struct {
	Line int // from 1
	Err  error
}

func (e *FileError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong.
func (e *FileError) Unwrap() error { return e.Err }

// Parse reads a file of accounts. The error is a *FileError.
func Parse(data []byte) (*List, error) {
	if len(data) > maxFile {
		return nil, &FileError{1, errors.New("the file is too large")}
	}
	l := new(List)
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		a, err := parseLine(line)
		if err == nil && l.find(a.Login) >= 0 {
			err = fmt.Errorf("login %q stands twice", a.Login)
		}
		if err != nil {
			return nil, &FileError{n, err}
		}
		l.accounts = append(l.accounts, a)
	}
	if err := lines.Err(); err != nil {
		return nil, &FileError{1, err}
	}
	return l, nil
}

func parseLine(line string) (a Account, err error) {
	fields := strings.Fields(line)
	if len(fields) < 5 {
		return a, errors.New("a line has five parts: orang or token, login, role, sum, name")
	}
	a = Account{Login: fields[1], Role: Role(fields[2]), Name: strings.Join(fields[4:], " "), Token: fields[0] == "token", sum: fields[3]}
	if fields[0] != "orang" && !a.Token {
		return a, fmt.Errorf("a line begins with orang or token, not %q", fields[0])
	}
	if err = a.check(); err != nil {
		return a, err
	}
	if a.Token {
		if b, err := hex.DecodeString(a.sum); err != nil || len(b) != sha256.Size {
			return a, errors.New("the sum of a token is a SHA-256")
		}
		return a, nil
	}
	if _, err = bcrypt.Cost([]byte(a.sum)); err != nil {
		return a, errors.New("the sum of a word is a bcrypt")
	}
	return a, nil
}

func (a *Account) check() error {
	switch {
	case a.Login == "" || len(a.Login) > 64 || strings.Trim(a.Login, "abcdefghijklmnopqrstuvwxyz0123456789.-_@") != "":
		return ErrLogin
	case a.Role != Reader && a.Role != Editor:
		return ErrRole
	case a.Name == "" || utf8.RuneCountInString(a.Name) > 100 || strings.ContainsFunc(a.Name, unicode.IsControl):
		return ErrName
	}
	return nil
}

func (l *List) find(login string) int {
	for i := range l.accounts {
		if l.accounts[i].Login == login {
			return i
		}
	}
	return -1
}

// Accounts returns all accounts in the order of the file.
func (l *List) Accounts() []Account { return l.accounts }

// Bytes returns the file that Parse reads.
func (l *List) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("# Akun server Telaah. Ubah dengan \"telaah account\"; jangan dibagikan.\n")
	for _, a := range l.accounts {
		kind := "orang"
		if a.Token {
			kind = "token"
		}
		fmt.Fprintf(&b, "%s %s %s %s %s\n", kind, a.Login, a.Role, a.sum, a.Name)
	}
	return b.Bytes()
}

// Set adds a person, or gives one that is there another word, role and name.
func (l *List) Set(login string, role Role, name, word string) error {
	if utf8.RuneCountInString(word) < MinWord || len(word) > MaxWord {
		return ErrWord
	}
	a := Account{Login: login, Role: role, Name: strings.Join(strings.Fields(name), " ")}
	if err := a.check(); err != nil {
		return err
	}
	sum, err := bcrypt.GenerateFromPassword([]byte(word), cost)
	if err != nil {
		return err
	}
	a.sum = string(sum)
	l.put(a)
	return nil
}

// SetToken adds a program, or gives one that is there a new token, and returns
// the token, which is kept nowhere.
func (l *List) SetToken(login string, role Role, name string) (token string, err error) {
	a := Account{Login: login, Role: role, Name: strings.Join(strings.Fields(name), " "), Token: true}
	if err := a.check(); err != nil {
		return "", err
	}
	token = "telaah-" + strings.ToLower(rand.Text())
	sum := sha256.Sum256([]byte(token))
	a.sum = hex.EncodeToString(sum[:])
	l.put(a)
	return token, nil
}

func (l *List) put(a Account) {
	if i := l.find(a.Login); i >= 0 {
		l.accounts[i] = a
		return
	}
	l.accounts = append(l.accounts, a)
}

// Remove takes an account out; ErrNobody where there is none.
func (l *List) Remove(login string) error {
	i := l.find(login)
	if i < 0 {
		return fmt.Errorf("%q: %w", login, ErrNobody)
	}
	l.accounts = append(l.accounts[:i], l.accounts[i+1:]...)
	return nil
}

// person returns the person with a login, nil where there is none.
func (l *List) person(login string) *Account {
	if i := l.find(login); i >= 0 && !l.accounts[i].Token {
		return &l.accounts[i]
	}
	return nil
}

// program returns the account of a token, nil where there is none.
func (l *List) program(token string) *Account {
	sum := sha256.Sum256([]byte(token))
	digits := []byte(hex.EncodeToString(sum[:]))
	for i := range l.accounts {
		if a := &l.accounts[i]; a.Token && subtle.ConstantTimeCompare([]byte(a.sum), digits) == 1 {
			return a
		}
	}
	return nil
}
