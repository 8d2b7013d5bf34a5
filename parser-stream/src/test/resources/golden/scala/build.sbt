import sbt.Keys._

ThisBuild / scalaVersion := "3.3.1"

lazy val core = (project in file("core"))
  .settings(
    name := "core",
    libraryDependencies ++= Seq("org.typelevel" %% "cats-core" % catsVersion)
  )

lazy val root = project.aggregate(core)

val catsVersion = "2.10.0"

def module(id: String): Project = Project(id, file(id))
