/**
 * The right sides of a feed: terms and filters, compiled once to {@link io.banku.feed.expression.Expression}s of a type
 * that is known before a record flows. Start reading at {@link io.banku.feed.expression.ExpressionCompiler}; the filters
 * are in {@link io.banku.feed.filter}.
 */
package io.banku.feed.expression;
