// Command web measures the page under load: readers who open every page while
// others upload, against a server that runs already.
//
//	go run ./bench/web -write berkas                  # 500 documents, one of 300 pages
//	telaah --corpus KORPUS ingest berkas
//	telaah --corpus KORPUS serve --no-open --listen 127.0.0.1:8417 &
//	go run ./bench/web -pid $! -single 50             # one request at a time
//	go run ./bench/web -pid $! -readers 32 -uploaders 2 -requests 20000
//
// With -watch, it also puts files into the folder that the server watches, and
// waits until all of them are in the corpus.
//
// It prints for each page the time to the first and to the last byte (p50, p99)
// and the statuses, and the resident memory of the server along the way; of
// single requests also the processor time that the server spent on one.
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
	"regexp"
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
		pid       = flag.Int("pid", 0, "process of the server, to look at its memory and processor time")
		alone     = flag.Int("single", 0, "requests of each page, one at a time, instead of the load")
		folder    = flag.String("write", "", "write documents into this folder, and end")
		watch     = flag.String("watch", "", "folder that the server watches: files are put there meanwhile")
		files     = flag.Int("files", 200, "how many")
		documents = flag.Int("documents", 500, "documents to write")
	)
	flag.Parse()
	err := func() error {
		if *folder != "" {
			return write(*folder, *documents)
		}
		pages, err := find(*url)
		if err != nil {
			return err
		}
		if *alone > 0 {
			return single(http.DefaultClient, *url, pages, *alone, *pid)
		}
		done := make(chan error, 1)
		if *watch != "" {
			go func() { done <- deliver(*url, *watch, *files) }()
		} else {
			done <- nil
		}
		err = load(*url, pages, *readers, *uploaders, *requests, *draft, *pid)
		return errors.Join(err, <-done)
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
}

// load has many readers open pages while others upload.
func load(url string, pages []string, readers, uploaders int, requests int64, draft string, pid int) error {
	data, err := os.ReadFile(draft)
	if err != nil {
		return err
	}
	var seen [5]atomic.Int64 // memory at every quarter
	seen[0].Store(memory(pid))
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
				if done := requests - n; done*4%requests == 0 && done < requests {
					seen[done*4/requests].Store(memory(pid))
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
	seen[4].Store(memory(pid))
	fmt.Print("memory of the server at every quarter:")
	for i := range seen {
		fmt.Printf(" %d MB", seen[i].Load()>>20)
	}
	fmt.Println()
	if bad.Load() > 0 {
		return fmt.Errorf("%d answers of 5xx or none", bad.Load())
	}
	return nil
}

// find returns the addresses to open: every kind of page, with documents of the
// corpus.
func find(url string) ([]string, error) {
	list, err := body(url + "/dokumen")
	if err != nil {
		return nil, err
	}
	pages := []string{"/", "/dokumen", "/perlu-dibaca", "/matriks", "/matriks?dari=100&urut=gravest", "/matriks?provinsi=36", "/matriks?sejak=2020-01-01",
		"/cari?q=kuota+wfh", "/cari?q=layanan+masyarakat+wilayah:banten", "/cari?q=pegawai"}
	link := regexp.MustCompile(`href="(/dokumen/[0-9a-f]{12})"`)
	for i, m := range link.FindAllSubmatch(list, 16) {
		id := string(m[1])
		pages = append(pages, id)
		if i%4 == 0 {
			pages = append(pages, "/banding?dokumen="+strings.TrimPrefix(id, "/dokumen/"))
		}
	}
	if list, err = body(url + "/dokumen?q=panjang.pdf"); err != nil {
		return nil, err
	}
	if m := link.FindSubmatch(list); m != nil {
		for n := 1; n < longPages; n += 40 {
			pages = append(pages, fmt.Sprintf("%s?halaman=1%02d", m[1], n%100), fmt.Sprintf("%s/halaman/%d.png", m[1], n))
		}
	}
	return pages, nil
}

// body returns what stands at an address.
func body(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
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
