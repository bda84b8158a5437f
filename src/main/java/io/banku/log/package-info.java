/**
 * The event log on Kafka: topics, transactional appends with a definite answer, events as CloudEvents records, and what
 * a consumer gets: {@link io.banku.log.PartitionChunk one partition's records of one poll}. The only place, beside the
 * embedded servers, that knows Kafka's clients.
 */
package io.banku.log;
