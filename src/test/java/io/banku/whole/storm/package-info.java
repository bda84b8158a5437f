/**
 * Many clients at once, some of them impatient, forgetful or wrong: what they were answered is held against the log.
 * Start reading at {@link io.banku.whole.storm.CommandStormTest}.
 */
package io.banku.whole.storm;
