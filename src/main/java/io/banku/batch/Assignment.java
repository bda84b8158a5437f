package io.banku.batch;

import java.time.Instant;

/**
 * An operator has said of which feed a file is that no feed claimed.
 *
 * @param id makes two of them two
 * @param arrival the folder in which it was put aside
 * @param file its name there
 * @param as the name by which the feed claims it, and has it from then on
 */
public record Assignment(
        String id, String arrival, String file, String feed, String as, String reason, String by, Instant at) {}
