package lexicon

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/telaah/telaah/circular"
)

//go:embed months.txt
var monthData string

// months returns the names of the months by language.
var months = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(monthData) {
		if f := strings.Fields(line); len(f) == 13 && f[0] != "#" {
			out[f[0]] = f[1:]
		}
	}
	return out
})

// monthNames are the names of the months in small letters, in any language.
var monthNames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, names := range months() {
		for _, n := range names {
			out[strings.ToLower(n)] = true
		}
	}
	return out
})

// Day returns a date as people write it, "15 April 2024", in Indonesian where
// the language is not known. The zero date is "".
func Day(d circular.Date, lang string) string {
	if d.IsZero() {
		return ""
	}
	names, ok := months()[lang]
	if !ok {
		names = months()["id"]
	}
	return fmt.Sprintf("%d %s %d", d.Day, names[d.Month-1], d.Year)
}

// ParseDay reads a date as people write it, "15 April 2024", "15/4/2024",
// "15-04-2024" or "2024-04-15", with the names of months in any language it knows.
func ParseDay(s string) (circular.Date, error) {
	if d, err := circular.ParseDate(strings.TrimSpace(s)); err == nil {
		return d, nil
	}
	bad := fmt.Errorf("%q is no date", s)
	f := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' || r == '-' || r == '.' })
	if len(f) != 3 {
		return circular.Date{}, bad
	}
	month, err := strconv.Atoi(f[1])
	for _, names := range months() {
		for i, name := range names {
			if strings.EqualFold(name, f[1]) {
				month, err = i+1, nil
			}
		}
	}
	day, dayErr := strconv.Atoi(f[0])
	year, yearErr := strconv.Atoi(f[2])
	d, ok := circular.NewDate(year, time.Month(month), day)
	if err != nil || dayErr != nil || yearErr != nil || !ok {
		return circular.Date{}, bad
	}
	return d, nil
}

// MonthName returns the Indonesian name of a month.
func MonthName(m time.Month) string { return months()["id"][m-1] }
