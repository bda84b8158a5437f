package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.feed.Reject;
import java.util.Locale;

/**
 * One reject as a report shows it; the whole of it, with its bytes, is in {@code banku.rejects}.
 *
 * @param fileOffset of the record's first byte in the file, as everywhere
 * @param fieldOffset of the field in the record; null where there is none to look at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectSummary(
        long record,
        long fileOffset,
        String code,
        String field,
        Integer fieldOffset,
        String picture,
        String hex,
        String reason) {
    private static final int MOST_CHARACTERS = 1_000;

    static RejectSummary of(Reject reject) {
        return new RejectSummary(
                reject.record(),
                reject.fileOffset(),
                reject.code(),
                reject.field(),
                reject.fieldOffset() < 0 ? null : reject.fieldOffset(),
                reject.picture(),
                Shortened.text(reject.fieldHex(), MOST_CHARACTERS),
                Shortened.text(reject.reason(), MOST_CHARACTERS));
    }

    /** In place of this reject and all behind it. */
    static RejectSummary leftOut(Reject first, Finding why) {
        return new RejectSummary(first.record(), first.fileOffset(), why.code(), null, null, null, null, why.message());
    }

    /** {@code BNK-2006 TX-AMOUNT at record 19, byte 0x25, PIC S9(11)V99 COMP-3: expected …, found … [12 34 50]}. */
    @Override
    public String toString() {
        return code + (field == null ? " record " : " " + field + " at record ") + record
                + (fieldOffset == null
                        ? ""
                        : ", byte 0x" + Integer.toHexString(fieldOffset).toUpperCase(Locale.ROOT))
                + (picture == null ? "" : ", " + picture) + ": " + reason + (hex == null ? "" : " [" + hex + "]");
    }
}
