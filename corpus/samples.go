package corpus

import "embed"

// Samples holds the shipped sample corpus under "samples/": circulars in their
// official layout as text and PDF (a draft also as DOCX), news texts as text
// and HTML, and gold.jsonl, which says what each of them rules.
//
// The circulars of real regions are put together from news and say so on every
// page; what the news does not give is "[tidak diketahui]". Those with a full
// signature block come from invented regions. The program internal/samplegen
// writes the circulars from their sources in samples/src.
//
//go:embed samples/*.txt samples/*.pdf samples/*.html samples/*.docx samples/gold.jsonl
var Samples embed.FS
