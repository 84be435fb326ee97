// Package dateparser stands in for github.com/markusmobius/go-dateparser,
// which the reader of web pages imports but, as Telaah calls it, never uses: it
// is told not to look for the date of a page. The real package sets up tables of
// 200 languages before main begins, a quarter of a second and 80 MB in every
// command and every reader process. Here a date is never found.
package dateparser

import (
	"errors"
	"time"
)

// ParserType names a way to read a date.
type ParserType uint8

// The ways that importers name.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of two dates an unclear one is.
type PreferredDateSource uint8

// Past takes the earlier one.
const Past PreferredDateSource = 1

// Configuration holds the options that importers set.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser holds the ways to try.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a day that was read.
type Date struct {
	Time time.Time
}

// ErrNone is the answer to every text.
var ErrNone = errors.New("dates of web pages are not read")

// Parse finds no date.
func (p *Parser) Parse(*Configuration, string) (Date, error) { return Date{}, ErrNone }
