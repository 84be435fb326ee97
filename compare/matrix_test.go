package compare

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// region moves a document to another region, under a number of its own.
func (d *doc) region(name, code, number string) *doc {
	c := &d.rec.Circulars[0]
	c.Region, c.Number = circular.Region{Name: name, Code: code}, number
	return d
}

func TestMatrix(t *testing.T) {
	all := shipped(t)
	run := func(cap36 float64) []circular.Comparison {
		docs := []*doc{
			faithful(primary).quota(wfh, most, cap36, admin).quota(wfh, most, 50, leaders).exempt(circular.EffectMustWFO, public).region("Banten", "36", "12"),
			faithful(news).services().region("Banten", "36", "12"),
			faithful(primary).services().region("Jawa Barat", "32", "9"),
		}
		var out []circular.Comparison
		for i, d := range docs {
			rec := d.done(t)
			rec.Source.Path = string(rune('a'+i)) + ".txt"
			c, err := Compare(all, rec, Options{})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, c)
		}
		return out
	}
	provinces, err := Addressees("")
	if err != nil || len(provinces) != 38 {
		t.Fatalf("%d provinces, %v", len(provinces), err)
	}
	list := run(60)
	m := NewMatrix(all[0], list, provinces, nil)
	if len(m.Rows) != 2 || m.Rows[0].Circular.Region.Code != "32" || m.Rows[1].Sources != 2 || m.Rows[1].Source.Path != "a.txt" {
		t.Errorf("rows = %+v", m.Rows)
	}
	col := slices.IndexFunc(m.Columns, func(c circular.MatrixColumn) bool { return c.Atom == "administrasi-wfh" })
	if cell := m.Rows[1].Cells[col]; cell.Level != circular.SeverityError || cell.Codes[0] != circular.CodeLooser {
		t.Errorf("cell = %+v", cell)
	}
	if len(m.NotFound) != 36 {
		t.Errorf("%d provinces not found in the corpus, want 36", len(m.NotFound))
	}
	slices.Reverse(list)
	if again := NewMatrix(all[0], list, provinces, nil); !reflect.DeepEqual(m, again) {
		t.Error("the order of comparisons shows")
	}
	later := NewMatrix(all[0], run(50), provinces, &m)
	if len(later.Changes) != 1 || later.Changes[0].Atom != "administrasi-wfh" || later.Changes[0].After != circular.ResultSame {
		t.Errorf("changes = %+v", later.Changes)
	}
	gone := NewMatrix(all[0], list[:1], provinces, &m)
	if len(gone.Changes) != 1 || gone.Changes[0].Region.Code != "36" || gone.Changes[0].After != circular.ResultMissing {
		t.Errorf("gone: %+v", gone.Changes)
	}
	if regencies, err := Addressees("Banten"); err != nil || len(regencies) != 8 {
		t.Errorf("Banten: %d addressees, %v", len(regencies), err)
	}
	if _, err := Addressees("Atlantis"); err == nil {
		t.Error("unknown province: no error")
	}
}

// TestLedgers: sources that differ are told apart, and silence is no
// difference.
func TestLedgers(t *testing.T) {
	official := faithful(primary).services().region("Banten", "36", "12")
	official.rec.Circulars[0].Signatory = circular.Signatory{Name: "Drs. Budi Santoso, M.Si", NIP: "198001012005011001", Evidence: circular.EvidenceSigned}
	press := newDoc(news).period("2024-04-16", "2024-04-17").quota(wfh, exact, 50, admin).region("Banten", "36", "012")
	press.rec.Circulars[0].Signatory = circular.Signatory{Name: "Budi Santoso", Evidence: circular.EvidenceIssued}
	press.rec.Circulars[0].DateSigned = day("2024-04-14")
	other := faithful(news).region("Jawa Barat", "32", "12")
	ledgers, err := Ledgers([]circular.Record{press.done(t), official.done(t), other.done(t)})
	if err != nil || len(ledgers) != 1 {
		t.Fatalf("%d ledgers, %v", len(ledgers), err)
	}
	l := ledgers[0]
	if l.Sources[0].Grade != primary || l.Circular.Signatory.NIP != "" {
		t.Errorf("best source %s, NIP %q", l.Sources[0].Grade, l.Circular.Signatory.NIP)
	}
	var disputed []string
	for _, f := range l.Fields {
		if !f.Agree {
			disputed = append(disputed, f.Field)
		}
	}
	if want := []string{"date_signed", "quota:WFH:layanan.administrasi"}; !slices.Equal(disputed, want) {
		t.Errorf("disputed = %q, want %q", disputed, want)
	}
	found, err := Disputes(l, "id")
	if err != nil || len(found) != 2 || found[0].Code != circular.CodeSourcesDiffer || found[0].Level != circular.SeverityNone || !strings.Contains(found[0].Why, "2024-04-14") {
		t.Errorf("disputes = %+v, %v", found, err)
	}
}
