package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/telaah/telaah/circular"
)

// WriteCalendar writes the deadlines that circulars set, and the days from which
// they hold, as a calendar (RFC 5545): one event of a whole day each. The same records give the same bytes: the time
// stamp that the format wants is the day itself.
func WriteCalendar(w io.Writer, records []circular.Record, o Options) error {
	p, err := newPrinter(w, o)
	if err != nil {
		return err
	}
	line := func(s string) { p.printf("%s\r\n", foldLine(s)) }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//telaah//tenggat//ID")
	for i := range records {
		r := &records[i]
		event := func(c *circular.Clause, day circular.Date, what string) {
			if day.IsZero() {
				return
			}
			date := strings.ReplaceAll(day.String(), "-", "")
			line("BEGIN:VEVENT")
			line(fmt.Sprintf("UID:%s-%d@telaah", r.Source.ID(), c.Span.Start))
			line("DTSTAMP:" + date + "T000000Z")
			line("DTSTART;VALUE=DATE:" + date)
			line("SUMMARY:" + calendarText(what))
			line("DESCRIPTION:" + calendarText(p.name(r.Subject())+": "+plain(c.Text)))
			line("END:VEVENT")
		}
		for j := range r.Clauses {
			c := &r.Clauses[j]
			if c.Assertion != circular.AssertRule {
				continue
			}
			day, _, what := c.Due()
			event(c, day, plain(what))
			if c.Period != nil {
				event(c, c.Period.Start, p.label("calendar.start")+" "+p.name(r.Subject()))
			}
		}
	}
	line("END:VCALENDAR")
	if p.err != nil {
		return fmt.Errorf("writing calendar: %w", p.err)
	}
	return nil
}

// calendarText escapes what has a meaning in a value.
func calendarText(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// foldLine folds a line at 75 bytes, between characters.
func foldLine(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if size := len(string(r)); n+size > 75 {
			b.WriteString("\r\n ")
			n = 1 + size
		} else {
			n += size
		}
		b.WriteRune(r)
	}
	return b.String()
}
