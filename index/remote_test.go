package index_test

import (
	"encoding/pem"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/index/indextest"
	"github.com/telaah/telaah/internal/national"
)

// greeting is what a cluster says of itself.
const greeting = `{"version":{"distribution":"opensearch","number":"2.19.6"}}`

// An engine that gives no answer gives one line in either language that says where,
// what and what to do, and never an empty answer.
func TestTroubles(t *testing.T) {
	say := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/" && status != http.StatusUnauthorized {
				body = strings.ReplaceAll(body, "@", "")
				fmt.Fprint(w, greeting)
				return
			}
			w.WriteHeader(status)
			fmt.Fprint(w, body)
		}
	}
	for _, tc := range []struct {
		name, code, want string
		answer           http.HandlerFunc
	}{
		{"away", "away", "cannot be reached", nil},
		{"slow", "slow", "did not answer in time", func(_ http.ResponseWriter, r *http.Request) {
			select {
			case <-r.Context().Done():
			case <-time.After(5 * time.Second):
			}
		}},
		{"full", "full", "give it room", say(429, `{"error":{"type":"circuit_breaking_exception","reason":"no\nmemory"},"status":429}`)},
		{"read-only", "full", "give it room", say(403, `{"error":{"type":"cluster_block_exception","reason":"flood-stage"},"status":403}`)},
		{"denied", "denied", "password file", say(401, `Unauthorized`)},
		{"another server", "other-server", "no OpenSearch", func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, `{"version":{"number":"8.1.0"}}`)
		}},
		{"no index", "no-index", "index push", say(404, `{}`)},
		{"another version", "other-version", "another version of Telaah", func(w http.ResponseWriter, r *http.Request) {
			switch {
			case r.URL.Path == "/":
				fmt.Fprint(w, greeting)
			case strings.HasSuffix(r.URL.Path, "-v*"):
				fmt.Fprint(w, `{"telaah-v1.0000-000001":{"aliases":{"telaah-v1.0000":{}}}}`)
			default:
				w.WriteHeader(404)
				fmt.Fprint(w, `{"error":"alias missing","status":404}`)
			}
		}},
		{"nonsense", "strange", "unexpected", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>") }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			server := httptest.NewServer(tc.answer)
			defer server.Close()
			if tc.answer == nil {
				server.Close()
			}
			r, err := index.NewRemote(server.URL, index.RemoteOptions{Timeout: 300 * time.Millisecond})
			if err != nil {
				t.Fatal(err)
			}
			_, err = r.Open(t.Context())
			var trouble *index.EngineError
			if !errors.As(err, &trouble) || trouble.Code != tc.code {
				t.Fatalf("got %v", err)
			}
			for _, text := range []string{trouble.Error(), trouble.Message("en")} {
				if strings.Contains(text, "\n") || !strings.Contains(text, server.URL) {
					t.Errorf("message %q", text)
				}
			}
			if !strings.Contains(trouble.Message("en"), tc.want) {
				t.Errorf("message %q, want %q", trouble.Message("en"), tc.want)
			}
		})
	}
}

// A cluster is asked by TLS, as a user, and only if its certificate is one of those
// in the file.
func TestRemoteSecrets(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "telaah" || password != "rahasia:7" {
			w.WriteHeader(401)
			return
		}
		if r.URL.Path == "/" {
			fmt.Fprint(w, greeting)
			return
		}
		fmt.Fprint(w, `{"telaah-x-000001":{}}`)
	}))
	defer server.Close()
	dir := t.TempDir()
	password, ca := filepath.Join(dir, "sandi"), filepath.Join(dir, "ca.pem")
	certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	if err := errors.Join(os.WriteFile(password, []byte("telaah:rahasia:7\n"), 0o600), os.WriteFile(ca, certificate, 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		options index.RemoteOptions
		good    bool
	}{
		{index.RemoteOptions{PasswordFile: password, CAFile: ca}, true},
		{index.RemoteOptions{CAFile: ca}, false},
		{index.RemoteOptions{PasswordFile: password}, false},
	} {
		r, err := index.NewRemote(server.URL, tc.options)
		if err != nil {
			t.Fatal(err)
		}
		if x, err := r.Open(t.Context()); err == nil != tc.good {
			t.Errorf("%+v: %v", tc.options, err)
		} else if err == nil {
			x.Close()
		} else if strings.Contains(err.Error(), "rahasia") {
			t.Errorf("a message shows the password: %v", err)
		}
	}
	for _, address := range []string{"", "localhost:9200", "ftp://a", "http://u:rahasia@a:9200", "http://a/B!", "http://a/_x"} {
		if _, err := index.NewRemote(address, index.RemoteOptions{}); err == nil || strings.Contains(err.Error(), "rahasia") {
			t.Errorf("%q: %v", address, err)
		}
	}
}

// A writer that dies anywhere in its work leaves each source as it was or as it is
// to be, and another that does the same again makes it whole.
func TestKilledWriter(t *testing.T) {
	before := indextest.Numbered("ee55", "hadir", 30)
	after := indextest.Numbered("ee55", "melapor", 12)
	other := national.Record(3)
	target, err := url.Parse(node(t))
	if err != nil {
		t.Fatal(err)
	}
	old, done := cluster(1)(t, before), cluster(1)(t, after, other)
	states := map[string]bool{indextest.Everything(t, old): true, indextest.Everything(t, cluster(1)(t, before, other)): true,
		indextest.Everything(t, cluster(1)(t, after)): true, indextest.Everything(t, done): true}
	whole := indextest.Everything(t, done)
	for k := range 12 {
		address := base(t)
		r := remote(t, address, 3)
		push(t, r, before)
		reader := opened(t)(r.Open(t.Context()))
		var left atomic.Int64
		left.Store(1 << 30)
		forward := httputil.NewSingleHostReverseProxy(target)
		dying := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if left.Add(-1) < 0 {
				panic(http.ErrAbortHandler)
			}
			forward.ServeHTTP(w, r)
		}))
		through := remote(t, strings.Replace(address, target.Host, strings.TrimPrefix(dying.URL, "http://"), 1), 3)
		writer, err := through.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		left.Store(int64(k))
		failed := writer.Update(after, other)
		dying.Close()
		if res, err := http.Post(address+"*/_refresh", "application/json", nil); err != nil || res.StatusCode != 200 {
			t.Fatal(err, res)
		}
		if got := indextest.Everything(t, reader); !states[got] {
			t.Errorf("dead after %d requests: half a source is seen", k)
		}
		if err := reader.Update(after, other); err != nil {
			t.Fatal(err)
		}
		if got := indextest.Everything(t, reader); got != whole {
			t.Errorf("dead after %d requests and resumed: %s", k, indextest.Difference(got, whole))
		}
		if failed == nil {
			return // it lived to its end
		}
	}
	t.Error("the writer never came to its end")
}

// An index is filled beside the one in use and takes its place at once, while
// readers see one or the other; a check finds and mends what differs.
func TestPushAndCheck(t *testing.T) {
	a, b, c := indextest.Numbered("aa11", "hadir", 4), indextest.Numbered("bb22", "melapor", 5), indextest.Numbered("cc33", "apel", 6)
	r := remote(t, base(t), 3)
	if _, err := r.Open(t.Context()); err == nil || !strings.Contains(err.Error(), "index push") {
		t.Fatalf("no index: %v", err)
	}
	push(t, r, a, b)
	x := opened(t)(r.Open(t.Context()))
	check := func(mend bool, want index.Report, records ...*circular.Record) {
		t.Helper()
		got, err := r.Check(t.Context(), "", indextest.Seq(records...), mend)
		if err != nil {
			t.Fatal(err)
		}
		if *got != want {
			t.Errorf("got %+v, want %+v", *got, want)
		}
	}
	check(false, index.Report{Sources: 2, Documents: 13}, a, b)
	name, err := r.Fill(t.Context(), indextest.Seq(a, c), nil)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := x.Count(); n != 13 || err != nil {
		t.Errorf("before the swap: %d, %v", n, err)
	}
	if got, err := r.Swap(t.Context(), ""); got != name || err != nil {
		t.Fatalf("swapped %q, %v", got, err)
	}
	time.Sleep(1100 * time.Millisecond) // a reader takes a new state each second
	if n, err := x.Count(); n != 14 || err != nil {
		t.Errorf("after the swap: %d, %v", n, err)
	}
	other := indextest.Numbered("aa11", "hadir", 3)
	check(false, index.Report{Sources: 2, Documents: 14, Other: 1, Missing: 1, Extra: 1}, other, b)
	check(true, index.Report{Sources: 2, Documents: 14, Other: 1, Missing: 1, Extra: 1}, other, b)
	check(false, index.Report{Sources: 2, Documents: 12}, other, b)
	if err := x.Update(c); err != nil {
		t.Fatal(err)
	}
	check(false, index.Report{Sources: 3, Documents: 20}, other, b, c)
}
