package io.banku.record;

import io.banku.copybook.DataItem;
import java.math.BigDecimal;

/**
 * Reads one item (or one occurrence of it) from a frame; a group as a whole is text. Immutable, shared by threads.
 */
public interface FieldReader {
    DataItem item();

    /** As a message names it: {@code TX-AMOUNT} or {@code LINE-AMOUNT(2)}. */
    String name();

    /** In the record, from 0. */
    int offset();

    boolean isNumeric();

    /** Decimals of a numeric item: 2 for {@code 9(5)V99}; negative for {@code 9(3)PP}, whose unscaled 123 is 12300. */
    int scale();

    /**
     * A numeric value without its decimal point: 12345 for 123.45.
     *
     * @throws FieldException when the bytes are not a legal value, lie beyond the record's end, or the item is not numeric
     */
    long unscaled(Frame frame) throws FieldException;

    /** The exact value, also beyond 18 digits. */
    BigDecimal decimal(Frame frame) throws FieldException;

    /**
     * Text: all characters, trailing blanks included. Numbers: all digits that the PICTURE has, zeros kept, with a
     * leading minus if negative and a point where the PICTURE has decimals.
     */
    String text(Frame frame) throws FieldException;
}
