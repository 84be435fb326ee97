package extract_test

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
)

// TestExplain: the way of a sentence names its part, its statement, both readings
// and what the confidence stands on.
func TestExplain(t *testing.T) {
	body := "SURAT EDARAN\nNOMOR 5 TAHUN 2024\nTENTANG\nPENYESUAIAN SISTEM KERJA\n\nA. Isi Edaran\n" +
		"1. Pegawai unit administrasi dapat bekerja dari rumah (WFH) paling banyak 50% dari jumlah pegawai.\n2. Pegawai wajib melapor.\n"
	text := circular.Plain(body)
	e, ok := extract.Explain(circular.Source{}, text, strings.Index(body, "paling banyak"))
	if !ok || e.Part != "operative" || e.Path != "A.1" || e.Voice != circular.AssertRule {
		t.Fatalf("%v, part %q, path %q, voice %q", ok, e.Part, e.Path, e.Voice)
	}
	if len(e.Statements) != 1 || e.Statements[0].Force != circular.ForceDapat || len(e.Statements[0].Who) != 1 || len(e.Statements[0].Figures) != 1 {
		t.Errorf("statements %+v", e.Statements)
	}
	found := false
	for _, m := range e.Mentions {
		found = found || m == extract.Mentioned{Entry: "bound/max", Text: "paling banyak"}
	}
	if !found {
		t.Errorf("mentions %+v", e.Mentions)
	}
	if len(e.Clauses) != 1 || e.Clauses[0].Clause.Quota == nil || !e.Clauses[0].Judged || !e.Clauses[0].Agrees || len(e.Clauses[0].Signals) == 0 {
		t.Errorf("clauses %+v", e.Clauses)
	}
	if _, ok := extract.Explain(circular.Source{}, circular.Plain(""), 0); ok {
		t.Error("an empty text has a sentence")
	}
}
