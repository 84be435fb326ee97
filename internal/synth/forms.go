package synth

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
)

var (
	months   = strings.Fields("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember")
	weekdays = strings.Fields("Minggu Senin Selasa Rabu Kamis Jumat Sabtu")
	romans   = strings.Fields("I II III IV V VI VII VIII IX X XI XII")
	ones     = strings.Fields("nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas")
)

// inWords spells a number from 0 to 999.
func inWords(n int) string {
	switch {
	case n < 12:
		return ones[n]
	case n < 20:
		return ones[n-10] + " belas"
	case n < 100:
		return strings.TrimSuffix(ones[n/10]+" puluh "+ones[n%10], " nol")
	case n < 200:
		return strings.TrimSuffix("seratus "+inWords(n-100), " nol")
	}
	return strings.TrimSuffix(ones[n/100]+" ratus "+inWords(n%100), " nol")
}

// percent prints a percentage in one of the forms that circulars use.
func (d dice) percent(question string, v float64) string {
	digits := strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
	n := int(v)
	if v != float64(n) { // words for fractions are not used
		return digits + pick(d, question, []string{"%", " %", " persen"})
	}
	switch d.roll(question, 6) {
	case 0:
		return digits + "%"
	case 1:
		return digits + " %"
	case 2:
		return digits + " persen"
	case 3:
		return fmt.Sprintf("%s%% (%s persen)", digits, inWords(n))
	case 4:
		return fmt.Sprintf("%s (%s) persen", digits, inWords(n))
	}
	return inWords(n) + " persen"
}

// percentRange prints a range of percentages, to stand behind "antara".
func (d dice) percentRange(question string, lo, hi float64) string {
	a, b := strconv.FormatFloat(lo, 'f', -1, 64), strconv.FormatFloat(hi, 'f', -1, 64)
	return pick(d, question, []string{a + " dan " + b + " persen", a + "% dan " + b + "%", a + "% sampai dengan " + b + "%"})
}

// count prints a number of people.
func (d dice) count(question string, n int) string {
	return pick(d, question, []string{
		fmt.Sprintf("%d orang", n),
		fmt.Sprintf("%d (%s) orang", n, inWords(n)),
		inWords(n) + " orang",
	})
}

func month(d circular.Date) string   { return months[d.Month-1] }
func weekday(d circular.Date) string { return weekdays[d.Weekday()] }
func day(d circular.Date) string     { return fmt.Sprintf("%d %s %d", d.Day, month(d), d.Year) }

// within prints the days of a period as official text does; it begins with a
// preposition.
func (d dice) within(question string, p circular.Period) string {
	a, b := p.Start, p.End
	if b.IsZero() {
		return pick(d, question, []string{
			"mulai tanggal " + day(a) + " sampai dengan pemberitahuan lebih lanjut",
			"terhitung mulai tanggal " + day(a),
		})
	}
	if a == b {
		return pick(d, question, []string{"pada tanggal " + day(a), "pada hari " + weekday(a) + ", " + day(a)})
	}
	forms := []string{
		"mulai tanggal " + day(a) + " sampai dengan tanggal " + day(b),
		"sejak tanggal " + day(a) + " hingga tanggal " + day(b),
		"mulai hari " + weekday(a) + " tanggal " + day(a) + " sampai dengan hari " + weekday(b) + " tanggal " + day(b),
		"pada tanggal " + day(a) + " s.d. " + day(b),
	}
	if a.Year == b.Year {
		short := fmt.Sprintf("%d", a.Day)
		if a.Month != b.Month {
			short += " " + month(a)
		}
		forms = append(forms, "pada tanggal "+short+" sampai dengan "+day(b), "tanggal "+short+" s.d. "+day(b))
		if a.Month == b.Month {
			forms = append(forms, "pada tanggal "+short+"-"+day(b))
			if n := days(a, b); n < 11 {
				forms = append(forms, fmt.Sprintf("selama %d (%s) hari, yaitu tanggal %s sampai dengan %s", n, inWords(n), short, day(b)))
			}
			if a.AddDays(1) == b {
				forms = append(forms, "pada tanggal "+short+" dan "+day(b), fmt.Sprintf("pada hari %s dan %s, tanggal %s dan %s", weekday(a), weekday(b), short, day(b)))
			}
		}
	}
	return pick(d, question, forms)
}

// days returns the number of days from a to b, both counted.
func days(a, b circular.Date) int {
	at := func(d circular.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
	return int(at(b).Sub(at(a)).Hours()/24) + 1
}

// slashed prints a day as news does: "Senin (15/4/2024)".
func slashed(d circular.Date) string {
	return fmt.Sprintf("%s (%d/%d/%d)", weekday(d), d.Day, int(d.Month), d.Year)
}

// withinNews prints the days of a period as news does.
func (d dice) withinNews(question string, p circular.Period) string {
	a, b := p.Start, p.End
	if b.IsZero() {
		return "mulai " + weekday(a) + ", " + day(a) + " hingga waktu yang belum ditentukan"
	}
	if a == b {
		return "pada " + weekday(a) + ", " + day(a)
	}
	forms := []string{
		"mulai " + slashed(a) + " hingga " + slashed(b),
		"sejak " + day(a) + " sampai " + day(b),
		"dari " + weekday(a) + ", " + day(a) + " hingga " + weekday(b) + ", " + day(b),
	}
	if a.Year == b.Year && a.Month == b.Month {
		forms = append(forms, fmt.Sprintf("pada %d-%s", a.Day, day(b)), fmt.Sprintf("selama %d hingga %s", a.Day, day(b)))
	}
	return pick(d, question, forms)
}

// list joins names: "a, b, dan c"; where a name holds "dan" itself, two are
// joined with "serta".
func list(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		if strings.Contains(names[0]+names[1], " dan ") {
			return names[0] + " serta " + names[1]
		}
		return names[0] + " dan " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", dan " + names[n-1]
	}
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// lower returns s with its first letter in lower case, unless it begins an
// abbreviation or a name.
func lower(s string) string {
	if len(s) < 2 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'a' {
		return s
	}
	first, _, _ := strings.Cut(s, " ")
	switch first {
	case "Pegawai", "Untuk", "Sebanyak", "Minimal":
		return string(s[0]-'A'+'a') + s[1:]
	}
	return s
}
