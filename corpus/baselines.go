package corpus

import "embed"

// Baselines holds the shipped baselines, one YAML file each under
// "baselines/"; package compare reads them.
//
//go:embed baselines/*.yaml
var Baselines embed.FS
