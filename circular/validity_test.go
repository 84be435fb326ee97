package circular

import "testing"

func TestValidity(t *testing.T) {
	day := func(s string) Date {
		d, err := ParseDate(s)
		if err != nil && s != "" {
			t.Fatal(err)
		}
		return d
	}
	period := func(start, end string) Clause {
		return Clause{Kind: KindPeriod, Assertion: AssertRule, Period: &Period{Start: day(start), End: day(end)}}
	}
	two := []Clause{period("2024-04-16", "2024-04-17"), period("2024-05-01", "2024-05-02")}
	for _, tt := range []struct {
		clauses []Clause
		today   string
		want    Validity
	}{
		{nil, "2024-04-16", ValidityUnknown},
		{two, "2024-04-15", ValidityFuture},
		{two, "2024-04-16", ValidityInForce},
		{two, "2024-04-20", ValidityInForce},
		{two, "2024-05-03", ValidityEnded},
		{[]Clause{period("2024-04-16", "")}, "2030-01-01", ValidityInForce},
		{[]Clause{period("2024-04-16", "2024-04-17"), period("2024-04-15", "")}, "2030-01-01", ValidityEnded},
		{[]Clause{period("", "2024-04-16")}, "2000-01-01", ValidityInForce},
		{[]Clause{{Kind: KindPeriod, Assertion: AssertReported, Period: &Period{End: day("2024-01-01")}}}, "2024-04-16", ValidityUnknown},
	} {
		if got, _ := (&Record{Clauses: tt.clauses}).Validity(day(tt.today)); got != tt.want {
			t.Errorf("%d periods on %s: %s, want %s", len(tt.clauses), tt.today, got, tt.want)
		}
	}
}

func TestRevokes(t *testing.T) {
	r := Record{Circulars: []Circular{{Role: RoleRevoked, Number: "05", Year: 2023, Issuer: "Gubernur Banten"}, {Role: RoleCited, Number: "7", Year: 2023}}}
	for _, tt := range []struct {
		c    Circular
		want bool
	}{
		{Circular{Number: "Nomor 5", Year: 2023, Issuer: "Gubernur Banten"}, true},
		{Circular{Number: "5", Year: 2022, Issuer: "Gubernur Banten"}, false},
		{Circular{Number: "5", Year: 2023, Issuer: "Wali Kota Contoh"}, false},
		{Circular{Number: "7", Year: 2023}, false},
		{Circular{}, false},
	} {
		if got := r.Revokes(&tt.c); got != tt.want {
			t.Errorf("%+v: %v", tt.c, got)
		}
	}
}
