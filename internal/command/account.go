package command

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/telaah/telaah/internal/account"
)

func accountCommand(a *app) *cobra.Command {
	cmd := a.command("account", func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.usage(cmd, "usage.unknown-command", "account "+args[0])
		}
		return cmd.Help()
	})
	cmd.AddCommand(accountAdd(a), accountToken(a), accountRemove(a), accountList(a))
	return cmd
}

// accountFlags are the role and the name of an account.
func (a *app) accountFlags(cmd *cobra.Command) (role *choice, name *string) {
	role = choose(cmd.Flags(), "role", a.t("flag.role"), string(account.Reader), string(account.Editor))
	return role, cmd.Flags().String("name", "", a.t("flag.account-name"))
}

func accountAdd(a *app) *cobra.Command {
	var role *choice
	var name *string
	cmd := a.command("account.add", func(cmd *cobra.Command, args []string) error {
		return a.changeAccounts(args[0], true, func(l *account.List) error {
			word, err := a.newWord(args[1])
			if err != nil {
				return err
			}
			return l.Set(args[1], account.Role(role.value), orElse(*name, args[1]), word)
		}, func() { fmt.Fprintln(a.out, a.t("account.added", args[1], role.value)) })
	})
	cmd.Args = a.needs(2, 2, "usage.account")
	role, name = a.accountFlags(cmd)
	return cmd
}

func accountToken(a *app) *cobra.Command {
	var name *string
	cmd := a.command("account.token", func(cmd *cobra.Command, args []string) error {
		token := ""
		return a.changeAccounts(args[0], true, func(l *account.List) (err error) {
			token, err = l.SetToken(args[1], account.Reader, orElse(*name, args[1]))
			return err
		}, func() {
			fmt.Fprintln(a.out, token)
			fmt.Fprintln(a.err, "telaah: "+a.t("account.token"))
		})
	})
	cmd.Args = a.needs(2, 2, "usage.account")
	name = cmd.Flags().String("name", "", a.t("flag.account-name"))
	return cmd
}

func accountRemove(a *app) *cobra.Command {
	cmd := a.command("account.remove", func(cmd *cobra.Command, args []string) error {
		return a.changeAccounts(args[0], false, func(l *account.List) error { return l.Remove(args[1]) },
			func() { fmt.Fprintln(a.out, a.t("account.removed", args[1])) })
	})
	cmd.Args = a.needs(2, 2, "usage.account")
	return cmd
}

func accountList(a *app) *cobra.Command {
	cmd := a.command("account.list", func(cmd *cobra.Command, args []string) error {
		l, err := a.accounts(args[0], false)
		if err != nil {
			return err
		}
		for _, one := range l.Accounts() {
			kind := a.t("account.person")
			if one.Token {
				kind = a.t("account.program")
			}
			fmt.Fprintf(a.out, "%-20s %-8s %-8s %s\n", one.Login, kind, one.Role, oneLine(one.Name))
		}
		return nil
	})
	cmd.Args = a.needs(1, 1, "usage.account-file")
	return cmd
}

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}

// accounts reads a file of accounts; where it is to be written, none need be
// there yet.
func (a *app) accounts(path string, isNew bool) (*account.List, error) {
	data, err := os.ReadFile(path)
	if isNew && errors.Is(err, fs.ErrNotExist) {
		return new(account.List), nil
	}
	if err != nil {
		return nil, a.accountError(path, err)
	}
	l, err := account.Parse(data)
	if err != nil {
		return nil, a.accountError(path, err)
	}
	return l, nil
}

// changeAccounts changes a file of accounts. It is replaced whole, so that a
// server that reads it meanwhile has the old one or the new one.
func (a *app) changeAccounts(path string, isNew bool, change func(*account.List) error, done func()) error {
	l, err := a.accounts(path, isNew)
	if err != nil {
		return err
	}
	if err := change(l); err != nil {
		return a.accountError(path, err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".akun-")
	if err != nil {
		return a.accountError(path, err)
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(l.Bytes()) // CreateTemp lets nobody else read it
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return a.accountError(path, err)
	}
	done()
	return nil
}

// newWord asks for a word: twice at a terminal, where it is not shown, else the
// first line of the input.
func (a *app) newWord(login string) (string, error) {
	f, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(a.in).ReadString('\n')
		if err != nil && line == "" {
			return "", account.ErrWord
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	var words [2]string
	for i, key := range []string{"account.word", "account.again"} {
		fmt.Fprint(a.err, a.t(key, login))
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.err)
		if err != nil {
			return "", err
		}
		words[i] = string(b)
	}
	if words[0] != words[1] {
		return "", errDiffer
	}
	return words[0], nil
}

// errDiffer says that a word was typed in two ways.
var errDiffer = errors.New("the two words differ")

// accountError says what is wrong with a file of accounts, or with what was to
// go in.
func (a *app) accountError(path string, err error) error {
	var line *account.FileError
	switch {
	case errors.As(err, &line):
		return &usageError{a.t("account.line", path, line.Line, line.Err), a.t("account.line.hint")}
	case errors.Is(err, account.ErrWord):
		return &usageError{a.t("account.too-short", account.MinWord, account.MaxWord), a.t("account.too-short.hint")}
	case errors.Is(err, account.ErrLogin):
		return &usageError{a.t("account.login"), a.t("account.login.hint")}
	case errors.Is(err, account.ErrName):
		return &usageError{a.t("account.name"), a.t("account.name.hint")}
	case errors.Is(err, account.ErrNobody):
		return &usageError{a.t("account.nobody", path), a.t("account.nobody.hint", path)}
	case errors.Is(err, errDiffer):
		return &usageError{a.t("account.differ"), a.t("account.differ.hint")}
	}
	return &usageError{a.t("account.file", path, err), a.t("account.file.hint")}
}
