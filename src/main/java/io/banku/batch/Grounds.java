package io.banku.batch;

import java.time.Instant;

/** Who has said something, why, and when. */
public record Grounds(String by, String reason, Instant at) {}
