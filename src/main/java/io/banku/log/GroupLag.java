package io.banku.log;

/**
 * Where a consumer group stands in a topic.
 *
 * @param behind records that it has not read yet, over all partitions
 * @param reached the sum of its positions: it grows as long as anybody reads
 */
public record GroupLag(long behind, long reached) {}
