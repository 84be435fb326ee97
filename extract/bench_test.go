package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/internal/synth"
)

// BenchmarkExtract reads synthetic circulars of growing length, parted by
// blank lines: MB/s must not fall as the text grows.
func BenchmarkExtract(b *testing.B) {
	whole := synth.Text(1, 10<<20)
	for _, size := range []int{1 << 10, 10 << 10, 100 << 10, 1 << 20, 10 << 20} {
		cut := strings.LastIndexByte(whole[:min(size, len(whole))], '\n')
		text := circular.Plain(whole[:cut])
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(text.Body)))
			b.ReportAllocs()
			for b.Loop() {
				extract.Extract(circular.Source{}, text)
			}
		})
	}
}

// BenchmarkExtractNews reads the short texts of the development set one by one.
func BenchmarkExtractNews(b *testing.B) {
	files, _ := filepath.Glob(shared + "/eval/dev/texts/*.txt")
	if len(files) == 0 {
		b.Skip("the annotated texts are not beside this checkout")
	}
	var texts []circular.Text
	size := 0
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, circular.Plain(string(body)))
		size += len(body)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			extract.Extract(circular.Source{}, t)
		}
	}
}
