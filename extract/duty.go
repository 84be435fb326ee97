package extract

func (d *doc) duties(s *scene) {}
