package main

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// sqlite is SQLite with FTS5: the words in a contentless table, everything else
// in an ordinary one with indexes on what filters use.
type sqlite struct{ db *sql.DB }

func (*sqlite) Name() string { return "sqlite" }

const schema = `
create virtual table words using fts5(text, about, content='', tokenize="unicode61 remove_diacritics 0");
create table docs(id integer primary key, kind text, province text, year int, circular int, hit text);
`

const indexes = `
create index docs_kind on docs(kind, province, year);
create index docs_province on docs(province, year);
`

func (s *sqlite) Build(ctx context.Context, dir string, circulars int) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if err := s.Open(dir); err != nil {
		return err
	}
	if _, err := s.db.ExecContext(ctx, schema); err != nil {
		return err
	}
	const batch = 100
	for first := 0; first < circulars; first += batch {
		if err := s.insert(ctx, first, min(first+batch, circulars)); err != nil {
			return err
		}
	}
	_, err := s.db.ExecContext(ctx, indexes+`insert into words(words) values('optimize'); pragma wal_checkpoint(truncate); analyze;`)
	return err
}

func (s *sqlite) Open(dir string) error {
	db, err := sql.Open("sqlite", filepath.Join(dir, "bench.db")+"?_pragma=journal_mode(wal)&_pragma=synchronous(full)&_pragma=cache_size(-64000)")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	s.db = db
	return nil
}

func (s *sqlite) Add(ctx context.Context, i int) error { return s.insert(ctx, i, i+1) }

// insert adds the circulars from first up to last in one transaction.
func (s *sqlite) insert(ctx context.Context, first, last int) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	row, err := tx.PrepareContext(ctx, "insert into docs(kind, province, year, circular, hit) values(?,?,?,?,?)")
	if err != nil {
		return err
	}
	defer row.Close()
	text, err := tx.PrepareContext(ctx, "insert into words(rowid, text, about) values(?,?,?)")
	if err != nil {
		return err
	}
	defer text.Close()
	for i := first; i < last; i++ {
		err := docs(i, func(d doc) error {
			res, err := row.ExecContext(ctx, d.kind, d.province, d.year, d.circular, d.hit)
			if err != nil {
				return err
			}
			id, err := res.LastInsertId()
			if err != nil {
				return err
			}
			_, err = text.ExecContext(ctx, id, d.text, d.about)
			return err
		})
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}

// match returns the query in the syntax of FTS5, "" where it has no words.
func match(q query) string {
	quoted := func(w string) string { return `"` + analysed(w) + `"` }
	var and []string
	for _, w := range q.must {
		and = append(and, quoted(w))
	}
	if len(q.any) > 0 {
		var or []string
		for _, w := range q.any {
			or = append(or, quoted(w))
		}
		and = append(and, "("+strings.Join(or, " OR ")+")")
	}
	if q.phrase != "" {
		and = append(and, quoted(q.phrase))
	}
	m := strings.Join(and, " AND ")
	for _, w := range q.not {
		m = "(" + m + ") NOT {text}: " + quoted(w)
	}
	return m
}

func (s *sqlite) Query(ctx context.Context, q query) (time.Duration, int, error) {
	start := time.Now()
	var where []string
	var args []any
	from, order := "docs", ""
	if m := match(q); m != "" {
		from = "words cross join docs on docs.id = words.rowid" // the words decide first
		where, args, order = append(where, "words match ?"), append(args, m), " order by rank"
		if q.kind+q.province == "" && q.firstYear == 0 {
			from = "words"
		}
	}
	for _, f := range []struct {
		cond string
		on   bool
		args []any
	}{
		{"docs.kind = ?", q.kind != "", []any{q.kind}},
		{"docs.province = ?", q.province != "", []any{q.province}},
		{"docs.year between ? and ?", q.firstYear != 0, []any{q.firstYear, q.lastYear}},
	} {
		if f.on {
			where, args = append(where, f.cond), append(args, f.args...)
		}
	}
	cond := " from " + from + " where " + strings.Join(where, " and ")
	id := "docs.id"
	if from == "words" {
		id = "words.rowid"
	}
	if err := s.scan(ctx, "select "+id+cond+order+" limit 10", args, true); err != nil {
		return 0, 0, err
	}
	took := time.Since(start)
	if q.facets {
		if from == "words" {
			cond = " from words cross join docs on docs.id = words.rowid where " + strings.Join(where, " and ")
		}
		for _, field := range []string{"kind", "province", "year"} {
			if err := s.scan(ctx, "select "+field+", count(distinct circular), count(*)"+cond+" group by "+field, args, false); err != nil {
				return 0, 0, err
			}
		}
		took = time.Since(start)
	}
	// The total is not part of the time: an application on FTS5 can do without.
	var n int
	err := s.db.QueryRowContext(ctx, "select count(*)"+cond, args...).Scan(&n)
	return took, n, err
}

// scan reads all rows; with hits set, the first column is an id whose document
// is loaded.
func (s *sqlite) scan(ctx context.Context, text string, args []any, hits bool) error {
	rows, err := s.db.QueryContext(ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var ids []int64
	for rows.Next() {
		if !hits {
			var v any
			var circulars, n int
			if err := rows.Scan(&v, &circulars, &n); err != nil {
				return err
			}
			continue
		}
		var id int64
		if err := rows.Scan(&id); err != nil {
			return err
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	rows.Close()
	for _, id := range ids {
		var hit string
		if err := s.db.QueryRowContext(ctx, "select hit from docs where id = ?", id).Scan(&hit); err != nil {
			return err
		}
	}
	return nil
}

func (s *sqlite) Close() error {
	if s.db == nil {
		return nil
	}
	return s.db.Close()
}
