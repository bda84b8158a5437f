/**
 * How long a command takes, from the moment at which it was due to its outcome. Start reading at
 * {@link io.banku.bench.latency.CommandsLatency}; that nobody's waiting is overlooked is the matter of
 * {@link io.banku.bench.latency.OpenLoop}.
 */
package io.banku.bench.latency;
