package command

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The page is served under the address that is the first line of the output,
// until the program is told to stop.
func TestServe(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	out, w := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, []string{"--corpus", filepath.Join(t.TempDir(), "k"), "serve", "--no-open", "--listen", "127.0.0.1:0"}, strings.NewReader(""), w, io.Discard)
		w.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, out)
	resp, err := http.Get(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(page), "Periksa rancangan") {
		t.Errorf("status %d, %v\n%s", resp.StatusCode, err, page)
	}
	http.DefaultClient.CloseIdleConnections()
	stop()
	select {
	case got := <-status:
		if got != statusDone {
			t.Errorf("status %d", got)
		}
	case <-time.After(30 * time.Second):
		t.Error("it does not stop")
	}
}

// Other machines are never served.
func TestServeRefusesOtherAddresses(t *testing.T) {
	for _, address := range []string{"0.0.0.0:8417", ":8417", "192.168.1.2:8417", "telaah.example:80", "8417"} {
		var errs strings.Builder
		if got := run(context.Background(), []string{"serve", "--no-open", "--listen", address}, strings.NewReader(""), io.Discard, &errs); got != statusFailed || !strings.Contains(errs.String(), "bukan komputer ini sendiri") {
			t.Errorf("%s: status %d, %s", address, got, errs.String())
		}
	}
}
