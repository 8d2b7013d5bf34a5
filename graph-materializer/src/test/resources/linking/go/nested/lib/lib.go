package other

func Help() {}
