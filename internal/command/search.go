package command

import (
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index"
	"github.com/telaah/telaah/ingest"
)

// searchFilters are the flags that narrow a search, each with the filter of the
// query language that it stands for.
var searchFilters = []struct{ flag, filter string }{
	{"kind", "kind"}, {"mode", "mode"}, {"region", "region"}, {"level", "level"},
	{"year", "year"}, {"issuer", "issuer"}, {"number", "number"}, {"group", "group"},
}

// maxHits is the most hits that one search shows.
const maxHits = 1000

func searchCommand(a *app) *cobra.Command {
	var (
		out            *output
		values         = map[string]*[]string{}
		minPct, maxPct string
		from, to       string
		limit, offset  int
		any, facets    bool
		order          *choice
	)
	cmd := a.command("search", func(cmd *cobra.Command, args []string) error {
		if err := out.check(a, cmd); err != nil {
			return err
		}
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
		if out.format.value == "xlsx" { // to be worked on, not looked at
			facets = true
			if !cmd.Flag("limit").Changed {
				limit = maxHits
			}
		}
		if limit < 1 || limit > maxHits {
			return a.usage(cmd, "usage.flag-bad", "--limit", strconv.Itoa(limit))
		}
		if offset < 0 || offset > 100_000 {
			return a.usage(cmd, "usage.flag-bad", "--offset", strconv.Itoa(offset))
		}
		q.Limit, q.Offset, q.Any, q.Facets = limit, offset, any, facets
		if order.value == string(index.SortDate) {
			q.Sort = index.SortDate
		}
		if empty(&q) {
			return a.usage(cmd, "usage.query")
		}
		progress, clear := a.rebuilding()
		idx, err := ingest.OpenIndex(cmd.Context(), a.corpusPath(), a.engine, progress)
		clear()
		if err != nil {
			return err
		}
		defer idx.Close()
		res, err := idx.Search(cmd.Context(), q)
		if err != nil {
			return err
		}
		if err := out.write(a, func(w io.Writer, format string) error {
			switch format {
			case "json":
				return encoder(w).Encode(res)
			case "xlsx":
				return a.writeHits(w, res, offset)
			}
			mark := bold
			if !out.colored(a) {
				mark = func(s string) string { return "*" + s + "*" }
			}
			a.writeResult(w, res, offset, mark)
			return nil
		}); err != nil {
			return err
		}
		a.remark(res, offset, out.format.value)
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
	order = choose(flags, "sort", a.t("flag.sort"), "best", string(index.SortDate))
	flags.BoolVar(&any, "any", false, a.t("flag.any"))
	flags.BoolVar(&facets, "facets", false, a.t("flag.facets"))
	flags.IntVar(&limit, "limit", 10, a.t("flag.limit"))
	flags.IntVar(&offset, "offset", 0, a.t("flag.offset"))
	out = a.outputFlags(flags, "text", "json", "xlsx")
	return cmd
}

// remark says on standard error what is to be known of a result.
func (a *app) remark(res *index.Result, offset int, format string) {
	if format == "json" {
		return // says it itself
	}
	if format == "xlsx" {
		if res.Relaxed {
			a.warn(a.t("search.relaxed"), "")
		}
		if n := len(res.Hits); res.More {
			a.warn(a.t("search.part", n, res.Total), a.t("search.part.hint", offset+n))
		}
	}
	for _, u := range res.Unknown {
		near := ""
		if u.Near != "" {
			near = a.t("search.suggestion", oneLine(u.Near))
		}
		a.warn(a.t("search.unknown-filter", a.word("filter", u.Filter), oneLine(u.Value)), near)
	}
	if res.Suggestion != "" {
		a.warn(a.t("search.unknown"), a.t("search.suggestion", oneLine(res.Suggestion)))
	}
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

// rebuilding returns what says on standard error that the index is being built,
// and on a terminal how far that is, and what takes the last line away.
func (a *app) rebuilding() (progress func(done int), clear func()) {
	m := a.meter(0, false)
	said := false
	progress = func(done int) {
		if !said {
			a.warn(a.t("index.rebuilding"), "")
			said = true
		}
		m.show(a.t("index.done", done))
	}
	return progress, m.clear
}
