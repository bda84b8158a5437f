package io.banku.inspect;

import io.banku.record.FieldReader;

/**
 * What one record has in a field.
 *
 * @param text its value; null where the bytes are none
 */
record FieldFit(FieldReader reader, boolean isLegal, String text, double bits) {}
