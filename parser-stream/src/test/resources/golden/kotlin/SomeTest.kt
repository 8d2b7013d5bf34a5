package org.example

import kotlin.test.Test

// Tests and benchmarks by their annotations.
class SomeTest {
  @Test
  fun `adds up`() {
    assertEquals(2, 1 + 1)
  }

  @org.junit.jupiter.api.RepeatedTest(3)
  fun repeated() {}

  @Benchmark
  fun fast() {}

  fun helper() {}
}
