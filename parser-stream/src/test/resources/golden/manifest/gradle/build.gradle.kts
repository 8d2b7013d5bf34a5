plugins {
    kotlin("jvm") version "2.2.0"
    id("com.example.plugin") version "1.2"
}

group = "org.example"
version = "2.0"

dependencies {
    implementation("org.example:stock:1.4.2")
    testImplementation(platform("org.junit:junit-bom:5.11"))
    implementation(project(":core"))
}

fun helper(): String = "x"
