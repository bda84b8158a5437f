/** What can be watched of a process, by Prometheus' names and rules. Start at {@link io.banku.camel.metrics.Metrics}. */
package io.banku.camel.metrics;
