package extract

// findRules adds the quotas, exemptions, duties and what else the text rules.
func (d *doc) findRules() {}

// coverage says how much of the running text stands inside some clause.
func (d *doc) coverage() {}
