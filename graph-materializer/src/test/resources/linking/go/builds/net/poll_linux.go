package net

type poller struct{ fd int }

func open() *poller { return &poller{fd: 1} }

func wait() { open().fd = 2; fast() }
