/** The filters, each found by its name through {@code META-INF/services}. {@code docs/reference/feed.md} lists them. */
package io.banku.feed.filter;
