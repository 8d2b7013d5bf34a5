//go:build !slow && (linux || darwin)

package net

func fast() { slowed() }
