/**
 * A Kafka broker and a Redis server that need no installation, for {@code banku demo}, {@code banku dev} and the tests.
 * Not part of the production library folder. Start reading at {@link io.banku.embedded.EmbeddedKafka} and
 * {@link io.banku.embedded.EmbeddedRedis}.
 */
package io.banku.embedded;
