package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// deliver puts circulars into a watched folder, some in folders of their own, and
// waits until the page says that all are in the corpus.
func deliver(url, dir string, n int) error {
	begun := time.Now()
	for i := range n {
		text := fmt.Sprintf("PEMERINTAH KOTA CONTOH\nSURAT EDARAN\nNOMOR %d TAHUN 2024\nTENTANG\nPENYESUAIAN SISTEM KERJA\n\n"+
			"1. Pegawai layanan administrasi dapat bekerja dari rumah (WFH) paling banyak %d%%.\n2. Pegawai wajib melapor setiap hari.\n\n"+
			"Ditetapkan di Contoh\npada tanggal 5 April 2024\nWALI KOTA CONTOH,\n\nSITI AMINAH\n", i+1, i%50+1)
		path := filepath.Join(dir, fmt.Sprintf("bench-%d", i/50), fmt.Sprintf("edaran-%03d.txt", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	written := time.Since(begun)
	count := regexp.MustCompile(`(\d+) (?:dalam korpus|in the corpus), 0 `)
	for time.Since(begun) < 15*time.Minute {
		page, err := body(url + "/pantauan")
		if err != nil {
			return err
		}
		if m := count.FindSubmatch(page); m != nil {
			if taken, _ := strconv.Atoi(string(m[1])); taken >= n {
				fmt.Printf("%d files put there in %.0f s, in the corpus %.0f s after the last\n", n, written.Seconds(), (time.Since(begun) - written).Seconds())
				return nil
			}
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("not all of %d files are in the corpus", n)
}
