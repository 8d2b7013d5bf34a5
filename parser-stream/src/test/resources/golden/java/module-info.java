/** A module. */
open module org.example.app {
  requires transitive java.sql;
  exports org.example.api;
  uses org.example.api.Service;
  provides org.example.api.Service with org.example.app.Provider;
}
