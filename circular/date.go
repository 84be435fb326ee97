package circular

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar. Its zero value is "no date": an
// open end of a period, or a date the text does not give. As JSON it is an ISO
// 8601 day ("2024-04-16"), or null.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate returns the day, and whether the calendar has it: 31 April is no
// date, and is never repaired into one.
func NewDate(year int, month time.Month, day int) (Date, bool) {
	d := Date{year, month, day}
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 {
		return Date{}, false
	}
	if t := d.time(); t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, false
	}
	return d, true
}

// ParseDate reads an ISO 8601 day.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("parsing date %q: want YYYY-MM-DD", s)
	}
	return Date{t.Year(), t.Month(), t.Day()}, nil
}

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Weekday returns the day of the week; it has no meaning for the zero Date.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// AddDays returns the day n days after d.
func (d Date) AddDays(n int) Date {
	t := d.time().AddDate(0, 0, n)
	return Date{t.Year(), t.Month(), t.Day()}
}

// Compare returns -1, 0 or 1 as d is before, the same as, or after o.
func (d Date) Compare(o Date) int { return d.time().Compare(o.time()) }

// String returns the ISO form, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// MarshalJSON writes the ISO form as a string, and null for the zero Date.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = Date{}
		return nil
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	v, err := ParseDate(s)
	if err == nil {
		*d = v
	}
	return err
}
