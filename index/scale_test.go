package index

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"testing"
	"time"

	"telaah/internal/national"
)

func TestScaleProbe(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("PROBE"))
	if n == 0 {
		t.Skip("PROBE")
	}
	dir := "/tmp/probe-" + strconv.Itoa(n)
	if _, err := os.Stat(dir); err != nil {
		t0 := time.Now()
		if err := Rebuild(t.Context(), dir, national.Records(n), nil); err != nil {
			t.Fatal(err)
		}
		fmt.Println("build", time.Since(t0))
	}
	var size int64
	filepath.Walk(dir, func(p string, fi os.FileInfo, err error) error { size += fi.Size(); return nil })
	t0 := time.Now()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	c, _ := x.Count()
	fmt.Println("docs", c, "size MB", size>>20, "open", time.Since(t0))
	for _, text := range []string{"pegawai", "bencana", "kuota", "wajib mengawasi kehadiran", "wfh ATAU wfo ATAU masker", `"layanan konsultasi daring"`, `"hukuman disiplin"`, "jenis:kuota wilayah:36 kesehatan", "jenis:kuota persen:>50", "wilayah:jawa-tengah masker tahun:2020-2022", "berlaku:2024-04-16 jenis:pengecualian", "banten masker", "SE 1/2024", "", "mengawas*"} {
		q, err := ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		var times []time.Duration
		total := 0
		for range 15 {
			t0 := time.Now()
			res, err := x.Search(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			times = append(times, time.Since(t0))
			total = res.Total
		}
		first := times[0]
		sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
		fmt.Printf("%-50s %8d hits  p50 %8.2f ms first %8.2f\n", text, total, float64(times[7].Microseconds())/1000, float64(first.Microseconds())/1000)
	}
}
