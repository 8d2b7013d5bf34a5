package org.example.web

import io.ktor.server.application.Application
import io.ktor.server.routing.*

// Routes of calls, nested below paths; a call on a client is none.
fun Application.module() {
  routing {
    get("/") { call.respond(index()) }
    route("/customers") {
      get { call.respond(all()) }
      post("/new") { create() }
      route("{id}") {
        delete { remove(call.parameters["id"]) }
      }
    }
    client.get("/remote") { header("a") }
  }
}
