package money

type Money struct{ Cents int64 }

func (m Money) Add(other Money) Money { return Money{Cents: m.Cents + other.Cents} }
