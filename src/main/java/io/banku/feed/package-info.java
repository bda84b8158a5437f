/**
 * A kind of file, told in one {@code feed.yaml}: which record means which event, and which controls must close. Compiled
 * once; then {@link io.banku.feed.BatchReader} turns records into events. Start reading at {@link io.banku.feed.Feed};
 * how it is made from the YAML begins in {@code FeedLoader}. The language is described in {@code docs/reference/feed.md}.
 */
package io.banku.feed;
