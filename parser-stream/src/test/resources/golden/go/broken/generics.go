package broken

func g[T any, ](x T) []T { return h[T, ](x) }

type P[K, V struct { k K }

func after() {}
