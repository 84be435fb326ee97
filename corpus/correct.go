package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// Correction is one field that a person entered because the document was read
// wrong or not at all. It is kept apart from the record, so that it survives
// when the document is read again, and it is applied whenever the record is
// loaded: the record then carries a warning with CorrectedCode that says what
// stood there before, who changed it and why.
type Correction struct {
	// Field is the field of the subject circular ("number", "date_signed",
	// "signatory.name"), of another circular ("circulars.2.title") or of a
	// clause ("clauses.4.percent"), counted from 1.
	Field string `json:"field"`
	Value string `json:"value"` // as entered; lists are parted by ";"
	Old   string `json:"old"`   // what was read, in the same form
	By    string `json:"by"`
	Why   string `json:"why"`

	At time.Time `json:"at,omitzero"` // UTC, whole seconds; zero in corpora of layout 1

	// Of a clause or a circular that is not the subject: what it was when it
	// was corrected. Read again, the document may give them another number.
	Kind string `json:"kind,omitempty"` // kind of the clause, role of the circular
	Text string `json:"text,omitempty"` // text of the clause, number of the circular
}

// Confirms reports whether the correction leaves every value as it was read: a
// person looked, and says that it is right.
func (c Correction) Confirms() bool {
	return c.Value == "true" && slices.Contains(strings.Split(c.Field, "."), "certain")
}

// The codes of warnings that corrections leave in a record.
const (
	CorrectedCode = circular.CorrectedCode // a field was corrected by a person
	ConfirmedCode = "confirmed"            // a person says that a value was read right
	LostCode      = "correction-lost"      // the clause or circular it was made for is no longer there
)

// FieldError says why a correction cannot be made.
type FieldError struct {
	Field  string
	Reason FieldReason
	Err    error // the value's own fault, for ReasonValue
}

// FieldReason is why a field cannot be corrected.
type FieldReason string

// The reasons.
const (
	ReasonUnknown FieldReason = "unknown" // no such field, circular or clause
	ReasonFixed   FieldReason = "fixed"   // what was printed, and where, is never changed
	ReasonValue   FieldReason = "value"   // not a value of that field
)

func (e *FieldError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("field %s: %s: %v", e.Field, e.Reason, e.Err)
	}
	return fmt.Sprintf("field %s: %s", e.Field, e.Reason)
}

// Unwrap returns the fault of the value, or nil.
func (e *FieldError) Unwrap() error { return e.Err }

// Apply makes the corrections in a record. One whose place is gone, or that
// would break the record, leaves it alone and says so in a warning.
func Apply(rec *circular.Record, list []Correction) {
	for _, c := range list {
		warn := circular.Warning{Code: LostCode, Message: fmt.Sprintf(
			"Koreksi %s = %q oleh %s tidak dapat diterapkan lagi: bagian yang dikoreksi tidak ditemukan setelah dokumen dibaca ulang.", c.Field, c.Value, c.By)}
		trial := clone(*rec)
		if item, field, err := find(&trial, c); err == nil {
			old, err := setField(item, field, c.Value)
			if err == nil && trial.Check() == nil {
				warn = circular.Warning{Code: CorrectedCode, Span: spanOf(item), Message: fmt.Sprintf(
					"%s dikoreksi dari %q menjadi %q oleh %s: %s", c.Field, old, c.Value, c.By, c.Why), Correction: &circular.Correction{Field: c.Field, Old: old, Value: c.Value, By: c.By, Why: c.Why}}
				if c.Confirms() {
					warn.Code, warn.Message, warn.Correction = ConfirmedCode, fmt.Sprintf("Bacaan dikonfirmasi oleh %s: %s", c.By, c.Why), nil
				}
				assure(item, field)
				*rec = trial
			}
		}
		rec.Warnings = append(rec.Warnings, warn)
	}
	slices.SortStableFunc(rec.Warnings, func(a, b circular.Warning) int { return a.Span.Start - b.Span.Start })
}

// assure makes certain what a person entered.
func assure(item any, field string) {
	switch item := item.(type) {
	case *circular.Clause:
		item.Certain = true
	case *circular.Circular:
		switch name, _, _ := strings.Cut(field, "."); name {
		case "number", "year":
			item.Certain.Number = true
		case "date_signed":
			item.Certain.Date = true
		case "signatory":
			item.Signatory.Certain = true
		}
	}
}

// clone copies a record as far as a correction may change it.
func clone(rec circular.Record) circular.Record {
	rec.Circulars = slices.Clone(rec.Circulars)
	for i := range rec.Circulars {
		if o := rec.Circulars[i].Signatory.OnBehalf; o != nil {
			rec.Circulars[i].Signatory.OnBehalf = new(*o)
		}
	}
	rec.Clauses = slices.Clone(rec.Clauses)
	for i := range rec.Clauses {
		c := &rec.Clauses[i]
		if c.Quota != nil {
			c.Quota = new(*c.Quota)
		}
		if c.Exemption != nil {
			c.Exemption = new(*c.Exemption)
		}
		if c.Period != nil {
			c.Period = new(*c.Period)
		}
		if c.Duty != nil {
			c.Duty = new(*c.Duty)
		}
		if c.Schedule != nil {
			c.Schedule = new(*c.Schedule)
		}
		if c.Deadline != nil {
			c.Deadline = new(*c.Deadline)
		}
		if c.Revocation != nil {
			c.Revocation = new(*c.Revocation)
		}
		if c.LegalBasis != nil {
			c.LegalBasis = new(*c.LegalBasis)
		}
	}
	rec.Warnings = slices.Clone(rec.Warnings)
	return rec
}

// locate returns the circular or clause that a field path names and the path
// inside it. The subject is made where the record has none: a scan that could
// not be read gets its number by hand.
func locate(rec *circular.Record, path string) (item any, field string, err error) {
	unknown := &FieldError{Field: path, Reason: ReasonUnknown}
	list, rest, ok := strings.Cut(path, ".")
	if !ok || list != "circulars" && list != "clauses" {
		if c := rec.Subject(); c != nil {
			return c, path, nil
		}
		rec.Circulars = slices.Insert(rec.Circulars, 0, circular.Circular{Role: circular.RoleSubject, Type: "SE"})
		return &rec.Circulars[0], path, nil
	}
	number, field, _ := strings.Cut(rest, ".")
	n, convErr := strconv.Atoi(number)
	switch {
	case convErr != nil || n < 1 || field == "":
		return nil, "", unknown
	case list == "circulars" && n <= len(rec.Circulars):
		return &rec.Circulars[n-1], field, nil
	case list == "clauses" && n <= len(rec.Clauses):
		return &rec.Clauses[n-1], field, nil
	}
	return nil, "", unknown
}

// find is locate for a correction that was made on an earlier reading.
func find(rec *circular.Record, c Correction) (item any, field string, err error) {
	item, field, err = locate(rec, c.Field)
	if c.Kind == "" {
		return item, field, err
	}
	if err == nil {
		if kind, text := anchor(item); kind == c.Kind && text == c.Text {
			return item, field, nil
		}
	}
	parts := strings.SplitN(c.Field, ".", 3)
	if len(parts) < 3 {
		return nil, "", err
	}
	for i := range rec.Clauses {
		if kind, text := anchor(&rec.Clauses[i]); parts[0] == "clauses" && kind == c.Kind && text == c.Text {
			return &rec.Clauses[i], parts[2], nil
		}
	}
	for i := range rec.Circulars {
		if kind, text := anchor(&rec.Circulars[i]); parts[0] == "circulars" && kind == c.Kind && text == c.Text {
			return &rec.Circulars[i], parts[2], nil
		}
	}
	return nil, "", &FieldError{Field: c.Field, Reason: ReasonUnknown}
}

// anchor says what a circular or clause can be found by again; the subject
// needs nothing.
func anchor(item any) (kind, text string) {
	switch item := item.(type) {
	case *circular.Clause:
		return string(item.Kind), item.Text
	case *circular.Circular:
		if item.Role != circular.RoleSubject {
			return string(item.Role), item.Number
		}
	}
	return "", ""
}

func spanOf(item any) circular.Span {
	switch item := item.(type) {
	case *circular.Clause:
		return item.Span
	case *circular.Circular:
		return item.Span
	}
	return circular.Span{}
}

// fixed are the fields that say what was printed and where, and what a thing is.
var fixed = []string{"kind", "text", "span", "rule", "role"}

var (
	errUnknown = errors.New("unknown field")
	errFixed   = errors.New("fixed field")
)

func reason(err error) FieldReason {
	switch {
	case errors.Is(err, errUnknown):
		return ReasonUnknown
	case errors.Is(err, errFixed):
		return ReasonFixed
	}
	return ReasonValue
}

// setField sets the field with the given JSON path to an entered value and
// returns what it held, in the same form.
func setField(item any, path, value string) (old string, err error) {
	v, err := lookUp(item, path)
	if err != nil {
		return "", err
	}
	old = format(v)
	return old, parseInto(v, value)
}

// Value returns what a field of a record holds, in the form in which it is
// entered. The error is a *FieldError.
func Value(rec circular.Record, field string) (string, error) {
	rec = clone(rec)
	item, name, err := locate(&rec, field)
	if err != nil {
		return "", err
	}
	v, err := lookUp(item, name)
	if err != nil {
		return "", &FieldError{Field: field, Reason: reason(err), Err: err}
	}
	return format(v), nil
}

// lookUp returns the field of an item with the given JSON path.
func lookUp(item any, path string) (reflect.Value, error) {
	names := strings.Split(path, ".")
	if slices.Contains(fixed, names[len(names)-1]) {
		return reflect.Value{}, errFixed
	}
	v := reflect.ValueOf(item).Elem()
	for i, name := range names {
		if v = fieldByJSON(v, name); !v.IsValid() {
			return reflect.Value{}, errUnknown
		}
		if v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct {
			if i == len(names)-1 {
				return reflect.Value{}, errUnknown
			}
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
	}
	return v, nil
}

// fieldByJSON finds a field by its JSON name; the fields of a clause's detail
// count as the clause's own.
func fieldByJSON(v reflect.Value, name string) reflect.Value {
	if v.Kind() != reflect.Struct || v.Type() == reflect.TypeFor[circular.Date]() {
		return reflect.Value{}
	}
	for i := range v.NumField() {
		tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if tag == name && tag != "-" {
			return v.Field(i)
		}
		if tag == "-" && v.Field(i).Kind() == reflect.Pointer && !v.Field(i).IsNil() {
			if f := fieldByJSON(v.Field(i).Elem(), name); f.IsValid() {
				return f
			}
		}
	}
	return reflect.Value{}
}

// format writes a field's value in the form in which it is entered.
func format(v reflect.Value) string {
	if d, ok := v.Interface().(circular.Date); ok {
		return d.String()
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return format(v.Elem())
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, format(v.Index(i)))
		}
		return strings.Join(parts, "; ")
	case reflect.Struct:
		b, _ := json.Marshal(v.Interface()) // of strings and numbers only
		return string(b)
	}
	if v.IsZero() && v.Kind() == reflect.Int {
		return ""
	}
	return fmt.Sprint(v.Interface())
}

// parseInto reads an entered value into a field; "" empties it.
func parseInto(v reflect.Value, value string) error {
	value = strings.TrimSpace(value)
	if v.Type() == reflect.TypeFor[circular.Date]() {
		var d circular.Date
		if value != "" {
			var err error
			if d, err = lexicon.ParseDay(value); err != nil {
				return err
			}
		}
		v.Set(reflect.ValueOf(d))
		return nil
	}
	if value == "" && v.Kind() != reflect.Struct {
		v.SetZero()
		return nil
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(value)
	case reflect.Int:
		n, err := strconv.Atoi(value)
		if err != nil {
			return errors.New("want a whole number")
		}
		v.SetInt(int64(n))
	case reflect.Float64:
		f, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(strings.TrimSuffix(value, "%")), ",", ".", 1), 64)
		if err != nil {
			return errors.New("want a number")
		}
		v.SetFloat(f)
	case reflect.Bool:
		b, err := strconv.ParseBool(value)
		if err != nil {
			return errors.New("want true or false")
		}
		v.SetBool(b)
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		if err := parseInto(p.Elem(), value); err != nil {
			return err
		}
		v.Set(p)
	case reflect.Slice:
		parts := strings.Split(value, ";")
		list := reflect.MakeSlice(v.Type(), len(parts), len(parts))
		for i, part := range parts {
			if err := parseInto(list.Index(i), part); err != nil {
				return err
			}
		}
		v.Set(list)
	default:
		return errUnknown
	}
	return nil
}
