package command

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"telaah/circular"
	"telaah/corpus"
	"telaah/index"
	"telaah/ingest"
)

// searchFilters are the flags that narrow a search, each with the filter of the
// query language that it stands for.
var searchFilters = []struct{ flag, filter string }{
	{"kind", "kind"}, {"mode", "mode"}, {"region", "region"}, {"level", "level"},
	{"year", "year"}, {"issuer", "issuer"}, {"number", "number"}, {"group", "group"},
}

func searchCommand(a *app) *cobra.Command {
	var (
		format         *choice
		values         = map[string]*[]string{}
		minPct, maxPct string
		from, to       string
		limit, offset  int
		any, facets    bool
	)
	cmd := a.command("search", func(cmd *cobra.Command, args []string) error {
		q, err := index.ParseQuery(strings.Join(args, " "))
		if err != nil {
			return err
		}
		for _, f := range searchFilters {
			for _, v := range *values[f.flag] {
				if err := narrow(&q, f.filter, v); err != nil {
					return err
				}
			}
		}
		if q.MinPercent, err = a.percentFlag(cmd, "min-percent", minPct, q.MinPercent); err != nil {
			return err
		}
		if q.MaxPercent, err = a.percentFlag(cmd, "max-percent", maxPct, q.MaxPercent); err != nil {
			return err
		}
		if q.From, err = a.dateFlag(cmd, "from", from, q.From); err != nil {
			return err
		}
		if q.To, err = a.dateFlag(cmd, "to", to, q.To); err != nil {
			return err
		}
		if limit < 1 || limit > 1000 {
			return a.usage(cmd, "usage.flag-bad", "--limit", strconv.Itoa(limit))
		}
		if offset < 0 {
			return a.usage(cmd, "usage.flag-bad", "--offset", strconv.Itoa(offset))
		}
		q.Limit, q.Offset, q.Any, q.Facets = limit, offset, any, facets
		if empty(&q) {
			return a.usage(cmd, "usage.query")
		}
		idx, err := ingest.OpenIndex(cmd.Context(), a.corpusPath())
		if err != nil {
			return err
		}
		defer idx.Close()
		res, err := idx.Search(cmd.Context(), q)
		if err != nil {
			return err
		}
		if format.value == "json" {
			return a.encoder().Encode(res)
		}
		a.writeResult(res, offset)
		return nil
	})
	flags := cmd.Flags()
	for _, f := range searchFilters {
		values[f.flag] = flags.StringSlice(f.flag, nil, a.t("flag.search."+f.flag))
	}
	flags.StringVar(&minPct, "min-percent", "", a.t("flag.min-percent"))
	flags.StringVar(&maxPct, "max-percent", "", a.t("flag.max-percent"))
	flags.StringVar(&from, "from", "", a.t("flag.from"))
	flags.StringVar(&to, "to", "", a.t("flag.to"))
	flags.BoolVar(&any, "any", false, a.t("flag.any"))
	flags.BoolVar(&facets, "facets", false, a.t("flag.facets"))
	flags.IntVar(&limit, "limit", 10, a.t("flag.limit"))
	flags.IntVar(&offset, "offset", 0, a.t("flag.offset"))
	format = choose(flags, "format", a.t("flag.format"), "text", "json")
	return cmd
}

// narrow adds a filter to a query, by the rules of the query language.
func narrow(q *index.Query, filter, value string) error {
	f, err := index.ParseQuery(filter + `:"` + strings.ReplaceAll(value, `"`, "") + `"`)
	if err != nil {
		return err
	}
	q.Kinds = append(q.Kinds, f.Kinds...)
	q.Modes = append(q.Modes, f.Modes...)
	q.Regions = append(q.Regions, f.Regions...)
	q.Levels = append(q.Levels, f.Levels...)
	q.Years = append(q.Years, f.Years...)
	q.Numbers = append(q.Numbers, f.Numbers...)
	q.Issuers = append(q.Issuers, f.Issuers...)
	q.Groups = append(q.Groups, f.Groups...)
	return nil
}

// empty reports whether a query asks for nothing.
func empty(q *index.Query) bool {
	return len(q.Terms)+len(q.Kinds)+len(q.Modes)+len(q.Regions)+len(q.Levels)+len(q.Years)+len(q.Numbers)+len(q.Issuers)+len(q.Groups) == 0 &&
		q.MinPercent == nil && q.MaxPercent == nil && q.From.IsZero() && q.To.IsZero()
}

// percentFlag reads the value of a flag as a percentage; "" leaves old.
func (a *app) percentFlag(cmd *cobra.Command, name, value string, old *float64) (*float64, error) {
	if value == "" {
		return old, nil
	}
	f, err := strconv.ParseFloat(strings.Replace(strings.TrimSuffix(value, "%"), ",", ".", 1), 64)
	if err != nil || !(f >= 0 && f <= 100) {
		return nil, a.usage(cmd, "usage.flag-bad", "--"+name, value)
	}
	return &f, nil
}

// dateFlag reads the value of a flag as an ISO day; "" leaves old.
func (a *app) dateFlag(cmd *cobra.Command, name, value string, old circular.Date) (circular.Date, error) {
	if value == "" {
		return old, nil
	}
	d, err := circular.ParseDate(value)
	if err != nil {
		return d, a.usage(cmd, "usage.flag-bad", "--"+name, value)
	}
	return d, nil
}

// writeResult prints the hits of a search to be read.
func (a *app) writeResult(res *index.Result, offset int) {
	if res.Suggestion != "" {
		defer a.warn(a.t("search.unknown"), a.t("search.suggestion", oneLine(res.Suggestion)))
	}
	if res.Total == 0 {
		fmt.Fprintln(a.out, a.t("search.none", res.Query))
		return
	}
	if res.Relaxed {
		fmt.Fprintln(a.out, a.t("search.relaxed"))
	}
	fmt.Fprintln(a.out, a.t("search.total", res.Total, offset+1, offset+len(res.Hits)))
	for i := range res.Hits {
		h := &res.Hits[i]
		c := circular.Circular{Type: "SE", Number: h.Circular.Number, Year: h.Circular.Year, Issuer: h.Circular.Issuer}
		fmt.Fprintf(a.out, "\n%d. %s · %s\n", offset+i+1, a.word("kind", h.Kind), oneLine(a.name(&c)))
		fmt.Fprintf(a.out, "   %s\n", oneLine(a.highlight(h)))
		page := ""
		if h.Span.Page > 0 {
			page = ", " + a.t("record.page", h.Span.Page)
		}
		fmt.Fprintf(a.out, "   %s%s (%s) id %.12s\n", h.Source.Path, page, a.word("grade", h.Source.Grade), h.Source.SHA256)
	}
	if res.Facets != nil {
		a.writeFacets(res.Facets)
	}
}

// maxFacet is how many values of a count are printed; JSON has all.
const maxFacet = 15

// writeFacets prints how many circulars and hits there are by region and kind.
func (a *app) writeFacets(f *index.Facets) {
	fmt.Fprintf(a.out, "\n%s\n", a.t("facets.total", f.Circulars))
	line := func(name string, n index.Count) {
		fmt.Fprintf(a.out, "   %s: %s\n", oneLine(name), a.t("facets.count", n.Circulars, n.Hits))
	}
	section := func(key string, n int) {
		if n > maxFacet {
			fmt.Fprintln(a.out, a.t(key)+" "+a.t("facets.first", maxFacet, n))
		} else if n > 0 {
			fmt.Fprintln(a.out, a.t(key))
		}
	}
	section("facets.regions", len(f.Regions))
	for _, r := range f.Regions[:min(maxFacet, len(f.Regions))] {
		line(r.Region.Name, r.Count)
	}
	section("facets.kinds", len(f.Kinds))
	for _, k := range f.Kinds {
		line(a.word("kind", circular.Kind(k.Value)), k)
	}
	section("facets.years", len(f.Years))
	for _, y := range f.Years[:min(maxFacet, len(f.Years))] {
		line(y.Value, y)
	}
}

// maxHit is about how many bytes of a hit are shown.
const maxHit = 300

// highlight returns the text of a hit with what was found made to stand out;
// of a long text, the part around it.
func (a *app) highlight(h *index.Hit) string {
	on, off := string(boldOn), string(boldOff)
	if w, ok := a.out.(*inert); !ok || !w.color {
		on, off = "*", "*"
	}
	from, to := 0, len(h.Text)
	if len(h.Highlight) > 0 {
		from = max(0, h.Highlight[0].Start-maxHit/3)
	}
	to = min(to, from+maxHit)
	for from > 0 && !(utf8.RuneStart(h.Text[from]) && h.Text[from-1] == ' ') {
		from--
	}
	for to < len(h.Text) && h.Text[to] != ' ' {
		to++
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	at := from
	for _, r := range h.Highlight {
		if r.Start < at || r.End > to {
			continue
		}
		b.WriteString(h.Text[at:r.Start] + on + h.Text[r.Start:r.End] + off)
		at = r.End
	}
	b.WriteString(h.Text[at:to])
	if to < len(h.Text) {
		b.WriteString(" …")
	}
	return b.String()
}

func indexCommand(a *app) *cobra.Command {
	rebuild := a.command("index.rebuild", func(cmd *cobra.Command, _ []string) error {
		if _, err := corpus.Open(a.corpusPath()); err != nil {
			return err
		}
		st, err := corpus.Create(a.corpusPath())
		if err != nil {
			return err
		}
		defer st.Close()
		n, err := ingest.RebuildIndex(cmd.Context(), st, nil)
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, a.t("index.rebuilt", n))
		return nil
	})
	rebuild.Args = a.needs(0, 0, "usage.no-args")
	cmd := a.command("index", func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.usage(cmd, "usage.unknown-command", "index "+args[0])
		}
		return cmd.Help()
	})
	cmd.AddCommand(rebuild)
	return cmd
}
