package compare

import "github.com/telaah/telaah/circular"

// Rule explains a code of findings in one language.
type Rule struct {
	Code  circular.Code
	Name  string // a few words
	Short string // what it means, one sentence
	Help  string // what to do
}

// codeWords is one entry of words/codes.yaml.
type codeWords struct {
	Code  circular.Code `yaml:"code"`
	Name  sentence      `yaml:"name"`
	Short sentence      `yaml:"short"`
	Help  sentence      `yaml:"help"`
}

// Rules explains every code, in the order of circular.Codes, in a language
// ("id" or "en").
func Rules(lang string) ([]Rule, error) {
	know, err := words()
	if err != nil {
		return nil, err
	}
	var out []Rule
	for _, c := range know.codes {
		out = append(out, Rule{c.Code, c.Name.in(lang), c.Short.in(lang), c.Help.in(lang)})
	}
	return out, nil
}
