package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/telaah/telaah/circular"
)

// JDIHN is the metadata of one act as the national network of legal
// documentation (JDIHN) gathers it, in the names of its feed. What a record does
// not hold is empty and named in Kosong: people fill it in.
type JDIHN struct {
	IDData              string   `json:"idData"`
	TahunPengundangan   string   `json:"tahun_pengundangan"`
	TanggalPengundangan string   `json:"tanggal_pengundangan"` // ISO day
	Jenis               string   `json:"jenis"`
	NoPeraturan         string   `json:"noPeraturan"`
	Judul               string   `json:"judul"`
	NoPanggil           string   `json:"noPanggil"`
	SingkatanJenis      string   `json:"singkatanJenis"`
	TempatTerbit        string   `json:"tempatTerbit"`
	Penerbit            string   `json:"penerbit"`
	DeskripsiFisik      string   `json:"deskripsiFisik"`
	Sumber              string   `json:"sumber"`
	Subjek              string   `json:"subjek"`
	Status              string   `json:"status"`
	Bahasa              string   `json:"bahasa"`
	BidangHukum         string   `json:"bidangHukum"`
	TeuBadan            string   `json:"teuBadan"`
	FileDownload        string   `json:"fileDownload"`
	URLDownload         string   `json:"urlDownload"`
	Abstrak             string   `json:"abstrak"`
	URLDetailPeraturan  string   `json:"urlDetailPeraturan"`
	Kosong              []string `json:"kosong"` // fields that the record does not fill
}

// ToJDIHN fills the metadata from a record.
func ToJDIHN(r *circular.Record) JDIHN {
	j := JDIHN{IDData: r.Source.ID(), Jenis: "Surat Edaran", SingkatanJenis: "SE", Bahasa: "Indonesia", FileDownload: base(plain(r.Source.Path)), URLDownload: plain(r.Source.URL),
		DeskripsiFisik: strconv.Itoa(r.Source.Pages) + " hlm."}
	if s := r.Subject(); s != nil {
		j.NoPeraturan, j.Judul, j.TeuBadan = plain(s.Number), calm(s.Title), calm(s.Issuer)
		j.TanggalPengundangan = s.DateSigned.String()
		if s.Year != 0 {
			j.TahunPengundangan = strconv.Itoa(s.Year)
		}
		if s.Region.Code != "" {
			j.Penerbit = calm(s.Region.Name)
		}
	}
	for _, f := range []struct{ name, value string }{{"tahun_pengundangan", j.TahunPengundangan}, {"tanggal_pengundangan", j.TanggalPengundangan}, {"noPeraturan", j.NoPeraturan},
		{"judul", j.Judul}, {"noPanggil", j.NoPanggil}, {"tempatTerbit", j.TempatTerbit}, {"penerbit", j.Penerbit}, {"sumber", j.Sumber}, {"subjek", j.Subjek}, {"status", j.Status},
		{"bidangHukum", j.BidangHukum}, {"teuBadan", j.TeuBadan}, {"urlDownload", j.URLDownload}, {"abstrak", j.Abstrak}, {"urlDetailPeraturan", j.URLDetailPeraturan}} {
		if f.value == "" {
			j.Kosong = append(j.Kosong, f.name)
		}
	}
	return j
}

// WriteJDIHN writes the metadata of records as one JSON array.
func WriteJDIHN(w io.Writer, records []circular.Record) error {
	out := []JDIHN{}
	for i := range records {
		out = append(out, ToJDIHN(&records[i]))
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("writing metadata: %w", err)
	}
	return nil
}
