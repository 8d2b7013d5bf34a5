package dev.codegraph.schemas;

/**
 * A name that a content offers to importers, where the language says so explicitly.
 *
 * @param name Exported name; default for a default export; * for everything of a module.
 * @param local Local name it stands for; empty when it comes from a module.
 * @param module Module it is re-exported from; empty when local.
 * @param imported Name in that module; * for the whole.
 * @param entity Index of the entity when it is defined right there; -1 otherwise.
 */
public record ExportFact(String name, String local, String module, String imported, int entity) {}
