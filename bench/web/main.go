// Command web measures the page under load: readers who open every page while
// others upload, against a server that runs already.
//
//	telaah --corpus KORPUS serve --no-open --listen 127.0.0.1:8417 &
//	go run ./bench/web -url http://127.0.0.1:8417 -readers 32 -uploaders 2 -requests 20000 -pid $!
//
// With -watch, it also puts files into the folder that the server watches, and
// waits until all of them are in the corpus.
//
// It prints for each page the time to the first byte (p50, p99, largest) and the
// statuses, and the resident memory of the server at the beginning, at half of
// the requests and at the end.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var (
		url       = flag.String("url", "http://127.0.0.1:8417", "address of the server")
		readers   = flag.Int("readers", 32, "readers at the same time")
		uploaders = flag.Int("uploaders", 2, "those who upload meanwhile")
		requests  = flag.Int64("requests", 20000, "requests of the readers in all")
		draft     = flag.String("draft", "corpus/samples/contoh-60-persen.docx", "file that is uploaded")
		pid       = flag.Int("pid", 0, "process of the server, to look at its memory")
		watch     = flag.String("watch", "", "folder that the server watches: files are put there meanwhile")
		files     = flag.Int("files", 200, "how many")
	)
	flag.Parse()
	var err error
	done := make(chan error, 1)
	if *watch != "" {
		go func() { done <- deliver(*url, *watch, *files) }()
	} else {
		done <- nil
	}
	err = run(*url, *readers, *uploaders, *requests, *draft, *pid)
	if err := errors.Join(err, <-done); err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
}

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
		resp, err := http.Get(url + "/pantauan")
		if err != nil {
			return err
		}
		page, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if m := count.FindSubmatch(page); err == nil && m != nil {
			if taken, _ := strconv.Atoi(string(m[1])); taken >= n {
				fmt.Printf("%d files put there in %.0f s, in the corpus %.0f s after the last\n", n, written.Seconds(), (time.Since(begun) - written).Seconds())
				return nil
			}
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("not all of %d files are in the corpus", n)
}

// sample is one answer.
type sample struct {
	page   string
	status int
	first  time.Duration
}

func run(url string, readers, uploaders int, requests int64, draft string, pid int) error {
	pages, err := find(url)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(draft)
	if err != nil {
		return err
	}
	before := memory(pid)
	var half atomic.Int64
	var left, bad atomic.Int64
	left.Store(requests)
	var mu sync.Mutex
	var all []sample
	var wait, uploads sync.WaitGroup
	stop := make(chan struct{})
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers + uploaders}, Timeout: time.Minute}
	var uploaded atomic.Int64
	for range uploaders {
		uploads.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(300 * time.Millisecond): // a person is not quicker
				}
				if status, err := upload(client, url, data); err != nil || status >= 500 && status != http.StatusServiceUnavailable {
					bad.Add(1)
				} else {
					uploaded.Add(1)
				}
			}
		})
	}
	begun := time.Now()
	for r := range readers {
		wait.Go(func() {
			var own []sample
			for i := r; ; i++ {
				n := left.Add(-1)
				if n < 0 {
					break
				}
				if n == requests/2 {
					half.Store(memory(pid))
				}
				page := pages[i%len(pages)]
				s := get(client, url, page)
				if s.status == 0 || s.status >= 500 {
					bad.Add(1)
				}
				own = append(own, s)
			}
			mu.Lock()
			all = append(all, own...)
			mu.Unlock()
		})
	}
	wait.Wait()
	took := time.Since(begun)
	close(stop)
	uploads.Wait()
	report(all)
	fmt.Printf("\n%d requests in %.1f s (%.0f/s) by %d readers, %d uploads meanwhile; %d answers of 5xx or none\n",
		len(all), took.Seconds(), float64(len(all))/took.Seconds(), readers, uploaded.Load(), bad.Load())
	fmt.Printf("memory of the server: %d MB before, %d MB at half, %d MB after\n", before>>20, half.Load()>>20, memory(pid)>>20)
	if bad.Load() > 0 {
		return fmt.Errorf("%d answers of 5xx or none", bad.Load())
	}
	return nil
}

// find returns the addresses to open: every kind of page, with documents of the
// corpus.
func find(url string) ([]string, error) {
	resp, err := http.Get(url + "/dokumen")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	list, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	pages := []string{"/", "/dokumen", "/perlu-dibaca", "/matriks", "/matriks?provinsi=36", "/cari?q=kuota+wfh", "/cari?q=layanan+masyarakat+wilayah:banten", "/cari?q=pegawai"}
	for i, m := range regexp.MustCompile(`href="(/dokumen/[0-9a-f]{12})"`).FindAllSubmatch(list, -1) {
		id := string(m[1])
		pages = append(pages, id)
		if i%4 == 0 {
			pages = append(pages, "/banding?dokumen="+strings.TrimPrefix(id, "/dokumen/"))
		}
		if i == 15 {
			break
		}
	}
	return pages, nil
}

// get opens a page and measures its first byte.
func get(c *http.Client, url, page string) sample {
	begun := time.Now()
	resp, err := c.Get(url + page)
	if err != nil {
		return sample{page: kind(page)}
	}
	defer resp.Body.Close()
	var one [1]byte
	resp.Body.Read(one[:])
	s := sample{kind(page), resp.StatusCode, time.Since(begun)}
	io.Copy(io.Discard, resp.Body)
	return s
}

// kind is the page without what it is about.
func kind(page string) string {
	path, _, _ := strings.Cut(page, "?")
	if strings.HasPrefix(path, "/dokumen/") {
		return "/dokumen/ID"
	}
	return path
}

func upload(c *http.Client, url string, data []byte) (int, error) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, err := w.CreateFormFile("berkas", "rancangan.docx")
	if err != nil {
		return 0, err
	}
	part.Write(data)
	w.Close()
	resp, err := c.Post(url+"/periksa", w.FormDataContentType(), &b)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}

// report prints the times of each page.
func report(all []sample) {
	byPage := map[string][]sample{}
	var names []string
	for _, s := range all {
		if byPage[s.page] == nil {
			names = append(names, s.page)
		}
		byPage[s.page] = append(byPage[s.page], s)
	}
	slices.Sort(names)
	fmt.Printf("%-14s %8s %10s %10s %10s  statuses\n", "page", "n", "p50", "p99", "largest")
	for _, name := range names {
		list := byPage[name]
		slices.SortFunc(list, func(a, b sample) int { return int(a.first - b.first) })
		statuses := map[int]int{}
		for _, s := range list {
			statuses[s.status]++
		}
		at := func(share float64) time.Duration { return list[int(share*float64(len(list)-1))].first }
		fmt.Printf("%-14s %8d %10s %10s %10s  %v\n", name, len(list), short(at(0.5)), short(at(0.99)), short(at(1)), statuses)
	}
}

func short(d time.Duration) string { return d.Round(100 * time.Microsecond).String() }

// memory returns the resident memory of a process in bytes, 0 where the system
// does not tell.
func memory(pid int) int64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	var kb int64
	for line := range strings.Lines(string(b)) {
		if n, _ := fmt.Sscanf(line, "VmRSS: %d kB", &kb); n == 1 {
			return kb << 10
		}
	}
	return 0
}
