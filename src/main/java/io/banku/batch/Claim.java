package io.banku.batch;

import java.time.Instant;

/** A process took a feed over: whoever has read the ledger up to this record knows all that its predecessors did. */
public record Claim(String feed, String claim, String process, Instant at) {}
