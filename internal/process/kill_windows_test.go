package process

func kill(int) error { return nil }
