func statements(input: Any, values: [Int: String], next: Node?) throws -> Int {
  // Conditions that bind, with a type, with the same name, and with a pattern.
  guard let node = next?.child, let next, node.isOpen else { return 0 }
  if let name = values[1], var count: Int = node.count, case .some(let x) = node.value {
    count += x
    print(name)
  } else if case let (a, b) = node.pair, a > b || b > limit && a > 0 {
    print(a)
  } else {
    print(name)
  }
  // Loops: over pairs, over cases, over what is waited for, with a condition.
  for (key, value) in values where key > 0 { print(value) }
  for case let .leaf(leaf) in next.leaves { print(leaf) }
  outer: while let item = node.pop() {
    if item.isLast { break outer }
    continue
  }
  repeat { step() } while isRunning
  // Choices: cases with values, types, ranges, expressions, conditions.
  switch input {
  case .circle(let radius, center: let point) where radius > 0:
    draw(radius, point)
  case Shape.square(let side), Shape.cube(let side):
    draw(side)
  case let number as Int:
    print(number)
  case is String, nil:
    break
  case 1...3, limit:
    print(input)
  case let .pair(left, right?):
    print(left, right)
  default:
    fallback()
  }
  // Errors that are caught: by pattern, by type, by whatever name.
  do {
    try risky()
  } catch Failure.network(let code) {
    print(code)
  } catch let problem as Problem where problem.isFatal {
    throw problem
  } catch {
    report(error)
  }
  defer { close() }
  return values.count
}
