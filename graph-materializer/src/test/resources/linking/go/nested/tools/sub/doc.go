// Package sub is a helper.
package sub
