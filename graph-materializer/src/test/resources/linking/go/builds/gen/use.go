package gen

import "example.org/builds/net"

func Use() { net.Run() }
