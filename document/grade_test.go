package document

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/telaah/telaah/circular"
)

const official = `                    BUPATI CONTOH

Yth. Kepala Perangkat Daerah

SURAT EDARAN
NOMOR 5 TAHUN 2024
TENTANG
PENYESUAIAN SISTEM KERJA PEGAWAI

A. Latar Belakang
   Dalam rangka mobilitas arus balik.
B. Isi Edaran
   1. Pegawai dapat bekerja dari rumah paling banyak 50%.
Ditetapkan di Contoh
pada tanggal 15 April 2024
BUPATI CONTOH,
NAMA LENGKAP
Tembusan:
1. Gubernur.
`

const report = `ASN Contoh Boleh WFH

CONTOH, Berita.com – Bupati Contoh menerbitkan Surat Edaran Nomor 5 Tahun 2024.
"Paling banyak 50 persen," kata Bupati, Senin (15/4/2024).
Baca juga: Jadwal Libur
`

func TestCuesAreWellFormed(t *testing.T) {
	list, err := cues()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		if c.weight < 1 || c.name == "" {
			t.Errorf("cue %+v", c)
		}
	}
}

func TestGradeRestsOnContent(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		o    Options
		want circular.Grade
	}{
		"circular":                     {official, Options{}, circular.GradePrimary},
		"circular on an office's site": {official, Options{URL: "https://jdih.contohkab.go.id/5"}, circular.GradePrimary},
		"news":                         {report, Options{}, circular.GradeNews},
		"news that quotes the heading": {report + "\nSURAT EDARAN\n", Options{}, circular.GradeNews},
		"report of an office":          {report, Options{URL: "https://contohkab.go.id/berita/5"}, circular.GradeRelease},
		"report of a false office":     {report, Options{URL: "https://go.id.example.com/"}, circular.GradeNews},
		"without any sign":             {"Pegawai bekerja dari rumah.", Options{}, circular.GradeNews},
		"set by the user":              {report, Options{Grade: circular.GradePrimary}, circular.GradePrimary},
	} {
		d, err := Read(context.Background(), "berita.txt", []byte(c.text), c.o)
		if err != nil {
			t.Fatal(err)
		}
		if d.Source.Grade != c.want || d.Source.GradeReason == "" {
			t.Errorf("%s: grade is %q (%s), want %q", name, d.Source.Grade, d.Source.GradeReason, c.want)
		}
	}
}

// TestGradeOfSeeds reads the five news texts that the project began with.
func TestGradeOfSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../shared/seeds/*.txt")
	if len(files) == 0 {
		t.Skip("needs the seed texts, which are not here")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(context.Background(), f, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d.Source.Grade != circular.GradeNews {
			t.Errorf("%s: grade is %q (%s)", filepath.Base(f), d.Source.Grade, d.Source.GradeReason)
		}
	}
}
