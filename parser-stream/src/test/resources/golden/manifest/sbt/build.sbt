ThisBuild / organization := "org.example"
ThisBuild / version := "0.2"

lazy val root = project
  .in(file("."))
  .settings(
    name := "shop",
    libraryDependencies += "org.typelevel" %% "cats-core" % "2.12.0",
    libraryDependencies ++= Seq(
      "org.scalameta" %% "munit" % "1.0.0" % Test,
      // "no" % "no" % "1",
      "org.example" % "stock" % stockVersion
    )
  )
