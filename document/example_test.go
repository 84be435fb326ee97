package document_test

import (
	"context"
	"fmt"

	"github.com/telaah/telaah/document"
)

// Example reads a page. Read turns the bytes of a file into text in reading order. It reads in this
// process: a program that takes files from strangers should do so in a process
// of its own with limits on time and memory, as the commands do.
func Example() {
	page := "<html><body><article><p>Pegawai bekerja dari rumah paling banyak 50 persen.</p></article></body></html>"
	d, err := document.Read(context.Background(), "edaran.html", []byte(page), document.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Source.MediaType, len(d.Text.Pages))
	fmt.Println(d.Text.Body)
	// Output:
	// text/html 1
	// Pegawai bekerja dari rumah paling banyak 50 persen.
}
