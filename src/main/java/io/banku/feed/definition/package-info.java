/**
 * A text that a person wrote, read strictly: every scalar knows its line and column, and faults are collected instead of
 * thrown one by one. Knows YAML, nothing of feeds. Start reading at {@link io.banku.feed.definition.Section}.
 */
package io.banku.feed.definition;
