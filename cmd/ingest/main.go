// Ingest is the command "telaah ingest" alone. Without arguments it reads the
// sample documents that come with the program.
package main

import "github.com/telaah/telaah/internal/command"

func main() { command.Main("ingest") }
