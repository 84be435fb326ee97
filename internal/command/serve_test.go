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

// Other machines are served only where people log in, and nobody between can
// read their words.
func TestServeRefuses(t *testing.T) {
	here := "127.0.0.1:0"
	for _, tt := range []struct {
		want string
		args []string
	}{
		{"bukan komputer ini sendiri", []string{"--listen", "0.0.0.0:8417"}},
		{"bukan komputer ini sendiri", []string{"--listen", ":8417"}},
		{"bukan komputer ini sendiri", []string{"--listen", "192.168.1.2:8417"}},
		{"tidak dikenal", []string{"--listen", "telaah.example:80"}},
		{"tidak dikenal", []string{"--listen", "8417"}},
		{"tanpa TLS", []string{"--listen", "0.0.0.0:8417", "--auth", "akun"}},
		{"hanya berlaku bersama", []string{"--listen", here, "--tls-cert", "x"}},
		{"memerlukan --host", []string{"--listen", here, "--auth", "akun", "--behind-proxy"}},
		{"tidak dapat dipakai", []string{"--listen", here, "--tls-cert", "x", "--tls-key", "y"}},
		{"berkas akun tidak-ada", []string{"--listen", here, "--auth", "tidak-ada"}},
		{"folder tidak-ada tidak ada", []string{"--listen", here, "--watch", "tidak-ada"}},
	} {
		var errs strings.Builder
		if got := run(context.Background(), append([]string{"serve", "--no-open"}, tt.args...), strings.NewReader(""), io.Discard, &errs); got != statusFailed || !strings.Contains(errs.String(), tt.want) {
			t.Errorf("%q: status %d, %s", tt.args, got, errs.String())
		}
	}
}
