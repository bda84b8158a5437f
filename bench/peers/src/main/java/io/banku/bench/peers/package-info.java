/**
 * Other tools that bring the benchmark's file into Kafka, each as its own manual has it. Start reading at {@link
 * io.banku.bench.peers.Main}.
 */
package io.banku.bench.peers;
