package

import "fmt
import (
	"os"
	x
)

func after() { os.Exit(1) }
