package net

func Run() { wait(); open() }
