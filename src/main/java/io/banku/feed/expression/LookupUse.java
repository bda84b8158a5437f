package io.banku.feed.expression;

import io.banku.feed.definition.Text.Position;

/**
 * That something is looked up, and where the definition says so.
 *
 * @param reference the name of the feed
 */
public record LookupUse(String reference, Position position) {}
