package base

type Root struct {
	Name string
}

func (r Root) Price() int { return 1 }

type Other struct{}

func (o Other) Price() int { return 2 }

func (o Other) Count() int { return 3 }
