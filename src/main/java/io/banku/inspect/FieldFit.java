package io.banku.inspect;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;

/**
 * What one record has in a field.
 *
 * @param text its value; null where the bytes are none
 * @param illegal what is wrong with them; null where nothing is, and where a text has bytes that are no characters
 */
record FieldFit(FieldReader reader, boolean isLegal, String text, double bits, FieldException illegal) {
    /** @param isMasked whether the bytes are not to be shown */
    String fault(boolean isMasked) {
        if (illegal == null) {
            return "expected a text, found bytes that are no characters of one";
        }
        return illegal.code() + " "
                + (isMasked ? illegal.meaning() : illegal.getMessage() + " [" + illegal.hex() + "]");
    }
}
