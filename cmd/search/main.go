// Search is the command "telaah search" alone.
package main

import "telaah/internal/command"

func main() { command.Main("search") }
