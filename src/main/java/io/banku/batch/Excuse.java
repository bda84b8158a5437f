package io.banku.batch;

import java.time.Instant;
import java.time.LocalDate;

/** An operator has said that there is no file of this day, and why. */
public record Excuse(String feed, LocalDate date, String reason, String by, Instant at) {}
