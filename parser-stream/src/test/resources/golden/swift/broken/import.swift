// An import without a name.
import
import Foundation
func f() {}
