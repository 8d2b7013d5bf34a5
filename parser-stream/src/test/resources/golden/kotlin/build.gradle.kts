// A script: statements at the top level.
plugins {
  kotlin("jvm") version "2.1.0"
}

val release: String by project

fun isRelease() = release.isNotEmpty()

dependencies {
  implementation(libs.kotlin.stdlib)
  if (isRelease()) {
    api(project(":core"))
  }
}

tasks.withType<Test> { useJUnitPlatform() }
