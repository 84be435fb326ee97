package document

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// markdownLine matches a line that only Markdown has: a heading with its
// signs, or a line that is bold from end to end.
var markdownLine = regexp.MustCompile(`(?m)^(?:#{1,6} \S.*|\*\*[^*\n]+\*\*[ \\]*|__[^_\n]+__[ \\]*)$`)

// isMarkdown reports whether a typed text is a draft in Markdown.
func isMarkdown(body string) bool { return markdownLine.MatchString(body) }

// readMarkdown reads a draft in Markdown as it looks when it is shown; the
// lines of a paragraph stay lines, and indented lines are no code.
func readMarkdown(body string) (Document, error) {
	md := goldmark.New(
		goldmark.WithParser(parser.NewParser(parser.WithBlockParsers(markdownBlocks()...),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))),
		goldmark.WithExtensions(extension.Table, extension.Strikethrough),
		goldmark.WithRendererOptions(html.WithHardWraps(), html.WithUnsafe()), // it is parsed again, not shown
	)
	var page bytes.Buffer
	page.WriteString("<meta charset=utf-8>")
	if err := md.Convert([]byte(body), &page); err != nil {
		return Document{}, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	var warned warnings
	text, err := wholeHTML(page.Bytes(), &warned)
	if err != nil {
		return Document{}, err
	}
	if text.Body == "" {
		return Document{}, ErrEmpty
	}
	return Document{Text: text, Warnings: warned.list()}, nil
}

// markdownBlocks are the blocks that are known: those of CommonMark without
// indented code, since points of a letter are indented.
func markdownBlocks() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}
