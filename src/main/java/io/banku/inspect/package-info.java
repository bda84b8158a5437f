/**
 * Bytes without a definition become what they probably are: container, encoding, framing, record length, each with its
 * evidence. What a framing says is found out by the readers that read feeds. Start reading at {@link
 * io.banku.inspect.Inspection}; what a person reads is a {@link io.banku.inspect.Report}.
 */
package io.banku.inspect;
