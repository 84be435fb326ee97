package circular

import "testing"

func TestValidity(t *testing.T) {
	period := func(start, end string) Record {
		p := &Period{}
		p.Start, _ = ParseDate(start)
		p.End, _ = ParseDate(end)
		return Record{Circulars: []Circular{{Role: RoleSubject, Number: "7", Year: 2024}}, Clauses: []Clause{{Kind: KindPeriod, Assertion: AssertRule, Period: p}}}
	}
	signed, _ := ParseDate("2024-04-20")
	ends := Record{Circulars: []Circular{{Role: RoleSubject, Number: "8", Year: 2024, DateSigned: signed}, {Role: RoleRevoked, Number: "07", Year: 2024}}}
	for _, tt := range []struct {
		rec   Record
		day   string
		later []Record
		want  Validity
	}{
		{period("2024-04-16", "2024-04-17"), "2024-04-15", nil, ValidityUpcoming},
		{period("2024-04-16", "2024-04-17"), "2024-04-17", nil, ValidityInForce},
		{period("2024-04-16", "2024-04-17"), "2024-04-18", nil, ValidityEnded},
		{period("2024-04-16", ""), "2026-01-01", nil, ValidityInForce},
		{period("2024-04-16", ""), "2024-04-19", []Record{ends}, ValidityInForce},
		{period("2024-04-16", ""), "2024-04-20", []Record{ends}, ValidityRevoked},
		{Record{Circulars: []Circular{{Role: RoleSubject}}}, "2024-04-20", nil, ValidityUnknown},
		{Record{}, "2024-04-20", nil, ValidityUnknown},
	} {
		day, _ := ParseDate(tt.day)
		if got := tt.rec.ValidityOn(day, tt.later); got != tt.want {
			t.Errorf("%+v on %s: %s, want %s", tt.rec.Clauses, tt.day, got, tt.want)
		}
	}
}
