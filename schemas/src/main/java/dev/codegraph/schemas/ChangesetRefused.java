package dev.codegraph.schemas;

/**
 * A whole changeset that could not be applied, because its number was taken or it does not go on
 * from where its view stands. Whoever replays the log passes over it, whatever order the records
 * come in.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param view Branch.
 * @param number Number that the changeset claimed.
 * @param identity Identity of the changeset that is refused.
 * @param reason number_taken or other_line.
 * @param winner Identity of the changeset that has the number; empty for other_line.
 */
public record ChangesetRefused(
    String project, String view, long number, String identity, String reason, String winner) {}
