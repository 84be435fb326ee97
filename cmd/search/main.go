// Search is the command "telaah search" alone.
package main

import "github.com/telaah/telaah/internal/command"

func main() { command.Main("search") }
