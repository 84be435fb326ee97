package command

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The same commands on OpenSearch say what they say with the index in the corpus;
// what goes wrong is one line and never an empty answer.
func TestEngineOpenSearch(t *testing.T) {
	node := os.Getenv("TELAAH_TEST_ENGINE")
	if node == "" {
		t.Skip("no OpenSearch: TELAAH_TEST_ENGINE names none; bench/engine/node/node.sh starts one")
	}
	dir := t.TempDir()
	t.Setenv("TELAAH_CORPUS", filepath.Join(dir, "korpus"))
	engine := fmt.Sprintf("--engine=%s/cmd%d", node, os.Getpid())
	samples := []string{"../../corpus/samples/contoh-60-persen.txt", "../../corpus/samples/contoh-sesuai.txt"}
	do := func(want int, args ...string) (string, string) {
		t.Helper()
		var out, errs bytes.Buffer
		if got := run(t.Context(), args, strings.NewReader(""), &out, &errs); got != want {
			t.Fatalf("%v: status %d, want %d\n%s%s", args, got, want, out.String(), errs.String())
		}
		return out.String(), errs.String()
	}
	search := func(more ...string) string {
		t.Helper()
		out, _ := do(0, append([]string{"search", "--format", "json", "--facets", "pegawai"}, more...)...)
		return out
	}
	do(0, "ingest", samples[0])
	if _, says := do(2, "search", "pegawai", engine); !strings.Contains(says, "telaah index push") {
		t.Errorf("no index: %s", says)
	}
	do(0, "index", "push", "--shards", "3", engine)
	if got, want := search(engine), search(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	do(0, "ingest", samples[1], engine)
	after := search(engine)
	if want := search(); after != want { // built anew: the index in the corpus was taken away
		t.Errorf("after ingesting: got %s, want %s", after, want)
	}
	data, err := os.ReadFile(samples[1])
	if err != nil {
		t.Fatal(err)
	}
	do(0, "remove", "--why", "uji", "--by", "uji", fmt.Sprintf("%x", sha256.Sum256(data))[:12], engine)
	if out, _ := do(0, "index", "check", engine); !strings.HasPrefix(out, "1 dokumen korpus; ") {
		t.Errorf("after removing: %s", out)
	}
	do(0, "ingest", samples[1]) // into the index in the corpus alone
	if out, _ := do(2, "index", "check", engine); !strings.Contains(out, "1 belum ada") {
		t.Errorf("check: %s", out)
	}
	do(0, "index", "check", "--mend", engine)
	if got := search(engine); got != after {
		t.Errorf("mended: got %s, want %s", got, after)
	}
	do(0, "index", "push", "--no-swap", engine)
	do(0, "index", "swap", engine)
	do(0, "index", "check", engine)
}

// Without a cluster, or with one that is away, the commands say so in one line.
func TestEngineAway(t *testing.T) {
	for _, tc := range []struct{ args, want string }{
		{"search --engine http://127.0.0.1:1 pegawai", "telaah: mesin pencari http://127.0.0.1:1 tidak dapat dihubungi"},
		{"search --lang en --engine http://127.0.0.1:1 pegawai", "telaah: the search engine http://127.0.0.1:1 cannot be reached"},
		{"search --engine mesin pegawai", "telaah: alamat mesin pencari mesin tidak dapat dipakai"},
		{"index push", "telaah: perintah ini memerlukan OpenSearch"},
	} {
		var out, errs bytes.Buffer
		if got := run(t.Context(), strings.Fields(tc.args), strings.NewReader(""), &out, &errs); got != 2 || out.Len() > 0 || !strings.HasPrefix(errs.String(), tc.want) {
			t.Errorf("%s: status %d, %s%s", tc.args, got, out.String(), errs.String())
		}
	}
}
