package command

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/say"
	"github.com/telaah/telaah/web"
)

// The tools are asked by the client of those who keep the protocol.
func TestMCP(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "k")
	call(t, statusDone, "ingest", "--corpus", dir, "../../corpus/samples/contoh-60-persen.txt", "../../corpus/samples/contoh-sesuai.txt")
	api, err := web.New(web.Options{Corpus: dir, Lang: say.Indonesian})
	if err != nil {
		t.Fatal(err)
	}
	defer api.Close()
	ctx := context.Background()
	here, there := mcp.NewInMemoryTransports()
	server, err := tools(api).Connect(ctx, there, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	client, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, here, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()

	list, err := client.ListTools(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if !tool.Annotations.ReadOnlyHint {
			t.Errorf("%s does not say that it only reads", tool.Name)
		}
	}
	if strings.Join(names, " ") != "compare document search" {
		t.Errorf("the tools are %q", names)
	}

	ask := func(name string, args map[string]any) (text string, wrong bool) {
		t.Helper()
		r, err := client.CallTool(ctx, &mcp.CallToolParams{Name: name, Arguments: args})
		if err != nil {
			return err.Error(), true
		}
		last := r.Content[len(r.Content)-1].(*mcp.TextContent).Text
		if !r.IsError && r.Content[0].(*mcp.TextContent).Text != quoting {
			t.Errorf("%s: text of documents is not said to be quoted", name)
		}
		return last, r.IsError
	}
	text, wrong := ask("search", map[string]any{"query": "wfh persen:60", "limit": 3})
	var found struct {
		Total int
		Hits  []struct{ Source struct{ SHA256 string } }
	}
	if err := json.Unmarshal([]byte(text), &found); wrong || err != nil || found.Total == 0 {
		t.Fatalf("search: %v, %s", err, text)
	}
	id := found.Hits[0].Source.SHA256
	if text, wrong = ask("document", map[string]any{"id": id[:12]}); wrong || !strings.Contains(text, `"percent":60`) || strings.Contains(text, `"body"`) {
		t.Errorf("document: %.400s", text)
	}
	if text, wrong = ask("compare", map[string]any{"id": id}); wrong || !strings.Contains(text, "lebih-longgar") {
		t.Errorf("compare: %.400s", text)
	}
	for _, tt := range []struct {
		name string
		args map[string]any
	}{
		{"search", map[string]any{"query": ""}},
		{"search", map[string]any{"query": "persen:>"}},
		{"search", map[string]any{}},
		{"search", map[string]any{"query": "wfh", "limit": 1000}},
		{"document", map[string]any{"id": "../../etc/passwd"}},
		{"document", map[string]any{"id": "ffffffffffff"}},
		{"compare", map[string]any{"id": id, "baseline": "tidak-ada"}},
		{"remove", map[string]any{"id": id}},
		{"document", map[string]any{"id": id, "correct": "x"}},
	} {
		if text, wrong := ask(tt.name, tt.args); !wrong {
			t.Errorf("%s %v is answered: %.200s", tt.name, tt.args, text)
		}
	}
	st, err := corpus.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if log, err := st.Log(); err != nil || len(log) != 2 {
		t.Errorf("the log has %d events, %v", len(log), err)
	}
}
