// Telaah reads Indonesian government circulars, extracts what they rule, makes
// it searchable and compares a regional circular with the central one.
package main

import "github.com/telaah/telaah/internal/command"

func main() { command.Main() }
