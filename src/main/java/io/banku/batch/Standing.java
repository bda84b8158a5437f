package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Something that does not go on: told by readiness, metrics and lists of batches for as long as it lasts.
 *
 * @param where {@code inbox}, {@code arrived}, {@code feed}, or the state of a batch
 * @param feed null where none claims it
 * @param file its name, or null where it is about a feed as a whole
 * @param code stable
 * @param why what was expected, what was found, and what to do
 * @param tries how often it has failed in a row; 0 where it is only waited for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(String where, String feed, String file, String code, String why, Instant since, int tries) {}
