package net

type poller struct{ handle uintptr }

func open() *poller { return &poller{handle: 1} }

func wait() { open().handle = 2; fast() }
