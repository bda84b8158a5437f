/**
 * Bytes become framed records, and framed records become values, by the layout of a copybook. Strict and exact: bytes
 * that are not a legal value are an error that shows them. Start reading at {@link io.banku.record.Framing}, then
 * {@link io.banku.record.RecordDecoder} (its inverse is {@link io.banku.record.RecordEncoder}); what a copybook does not say of
 * the bytes is in {@link io.banku.record.Dialect}; what can be wrong with the bytes is listed in {@link io.banku.record.DataFault}.
 */
package io.banku.record;
