/**
 * When a business day is closed: the feeds of a night, where each stands, and the events that say it. Start reading at
 * {@link io.banku.night.NightSet}, then {@link io.banku.night.Close}, which decides, and {@link io.banku.night.NightCloser}, which
 * writes.
 */
package io.banku.night;
