package index_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/index/indextest"
)

// generated is how many generated queries an engine answers.
func generated() int {
	if testing.Short() {
		return 200
	}
	return 2000
}

func TestContractEmbedded(t *testing.T) {
	indextest.Run(t, func(t *testing.T, records ...*circular.Record) *index.Index {
		dir := filepath.Join(t.TempDir(), "index")
		if err := index.Rebuild(t.Context(), dir, indextest.Seq(records...), nil); err != nil {
			t.Fatal(err)
		}
		return opened(t)(index.Open(dir))
	}, generated())
}

func TestContractOpenSearch(t *testing.T) {
	indextest.Run(t, cluster(3), generated())
}

// The answers do not depend on how many shards an index has.
func TestShardsOpenSearch(t *testing.T) {
	for _, shards := range []int{1, 5} {
		t.Run(fmt.Sprint(shards), func(t *testing.T) { indextest.Answers(t, cluster(shards), generated()/10) })
	}
}

// cluster opens indexes on the node of the tests.
func cluster(shards int) indextest.Open {
	return func(t *testing.T, records ...*circular.Record) *index.Index {
		r := remote(t, base(t), shards)
		push(t, r, records...)
		return opened(t)(r.Open(t.Context()))
	}
}

// opened closes the index at the end of the test.
func opened(t *testing.T) func(*index.Index, error) *index.Index {
	return func(x *index.Index, err error) *index.Index {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { x.Close() })
		return x
	}
}

// node returns the address of the OpenSearch node of the tests.
func node(t *testing.T) string {
	t.Helper()
	address := os.Getenv("TELAAH_TEST_ENGINE")
	if address == "" {
		t.Skip("no OpenSearch: TELAAH_TEST_ENGINE names none; bench/engine/node/node.sh starts one")
	}
	return address
}

var bases atomic.Int64

// base returns an address on the node of the tests for an index of its own.
func base(t *testing.T) string {
	t.Helper()
	return fmt.Sprintf("%s/test%d-%d", strings.TrimSuffix(node(t), "/"), os.Getpid(), bases.Add(1))
}

func remote(t *testing.T, address string, shards int) *index.Remote {
	t.Helper()
	r, err := index.NewRemote(address, index.RemoteOptions{Shards: shards})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func push(t *testing.T, r *index.Remote, records ...*circular.Record) {
	t.Helper()
	name, err := r.Fill(t.Context(), indextest.Seq(records...), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Swap(t.Context(), name); err != nil {
		t.Fatal(err)
	}
}
