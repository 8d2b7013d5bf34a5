package base

type Other struct{}

func (o Other) Price() int { return 5 }
