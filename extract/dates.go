package extract

import "telaah/circular"

// dateMention is one date or range of dates as the text prints it.
type dateMention struct {
	first, end int           // its tokens
	from, to   circular.Date // equal for a single day; zero where that end is not given
}

// findDates fills d.dates.
func (d *doc) findDates() {}

// findPeriods adds the windows in which the rule holds.
func (d *doc) findPeriods() {}
