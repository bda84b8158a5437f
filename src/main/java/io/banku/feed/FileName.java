package io.banku.feed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The name of a file that a feed claims, and what the feed's pattern finds in it.
 *
 * @param sequence of a generation, its number
 */
public record FileName(String name, Optional<LocalDate> date, OptionalLong sequence, Optional<Generation> generation) {}
