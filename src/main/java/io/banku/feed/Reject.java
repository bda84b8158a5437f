package io.banku.feed;

/**
 * A record that could not become events. Private fields are masked in all but {@code bytes}.
 *
 * @param record number of the record in its batch, from 1
 * @param fileOffset of the record's first byte
 * @param code stable: {@code BNK-2nnn} for illegal bytes, {@code BNK-3nnn} for values that make no sense
 * @param rule the rule that the record matched, or null
 * @param field the field to look at, or null
 * @param fieldOffset of the field in the record, or -1
 * @param picture the field's PICTURE and usage, or null
 * @param fieldHex the field's bytes as far as the record has them, {@code 12 34 50}, or null
 * @param reason a sentence: what was expected and what was found
 * @param bytes the whole record; not to be changed
 */
public record Reject(
        long record,
        long fileOffset,
        String code,
        String rule,
        String field,
        int fieldOffset,
        String picture,
        String fieldHex,
        String reason,
        byte[] bytes) {}
