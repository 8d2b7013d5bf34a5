package dev.codegraph.schemas;

import java.util.Map;

/**
 * How far a job is. Every stage writes its own; a reader keeps the latest per job and stage.
 *
 * @param requestId Id of the job.
 * @param project Project key, id{@literal @}incarnation.
 * @param view Branch.
 * @param stage The stage that speaks.
 * @param state Where the stage stands.
 * @param done Units done: files.
 * @param total Units in all; 0 while unknown.
 * @param number Changeset number once known.
 * @param revision Commit id once known.
 * @param code Error code when FAILED.
 * @param detail A sentence for people: the error, or what is waited for.
 * @param figures Counts and times of the stage, by snake_case name with unit.
 * @param at Milliseconds since the epoch.
 */
public record JobProgressed(
    String requestId,
    String project,
    String view,
    JobStage stage,
    JobState state,
    long done,
    long total,
    long number,
    String revision,
    String code,
    String detail,
    Map<String, Long> figures,
    long at) {}
