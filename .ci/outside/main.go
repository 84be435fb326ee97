// Command outside stands for a program of somebody else: a module of its own
// that imports the packages as any Go developer does.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/extract"
	"github.com/telaah/telaah/report"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	doc, err := document.Read(context.Background(), name, data, document.Options{})
	if err != nil {
		return err
	}
	baselines, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		return err
	}
	found, err := compare.Compare(baselines, extract.Extract(doc.Source, doc.Text), compare.Options{Lang: "en"})
	if err != nil {
		return err
	}
	return report.Write(os.Stdout, "json", []circular.Comparison{found}, report.Options{})
}
