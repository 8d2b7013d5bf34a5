//go:build slow || windows

package net

func fast() {}

func slowed() {}
