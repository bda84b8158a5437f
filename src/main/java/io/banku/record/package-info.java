/**
 * Bytes become framed records, and framed records become values, by the layout of a copybook. Strict and exact: bytes
 * that are not a legal value are an error that shows them. Start reading at {@link io.banku.record.Framing}, then
 * {@link io.banku.record.RecordDecoder}; what can be wrong with the bytes is listed in {@link io.banku.record.DataFault}.
 */
package io.banku.record;
