package stock

// Stock is declared in another file.
func (s *Stock) Tags(id int) []Tag {
	item, ok := s.Find(id)
	if !ok {
		return nil
	}
	item.hidden()
	item.Lock()
	return item.tags["x"]
}

type Alias = Item

type Copy Item
