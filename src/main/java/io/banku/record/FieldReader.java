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

    /** In the record, from 0; where tables that OCCUR DEPENDING ON a count stand before it, in a record where all are full. */
    int offset();

    /**
     * In this record, from 0.
     *
     * @throws FieldException when that depends on a count, and this one cannot be
     */
    int offset(Frame frame) throws FieldException;

    /** Whether the record reaches as far as its first byte, and the count of its table as far as its occurrence. */
    boolean isPresent(Frame frame) throws FieldException;

    /**
     * Whether the counts of the tables that it stands in count its occurrence.
     *
     * @throws FieldException when a count cannot be
     */
    boolean isCounted(Frame frame) throws FieldException;

    boolean isNumeric();

    /** Whether {@link #unscaled} is exact for every legal value, so that nobody needs {@link #decimal}. */
    boolean fitsLong();

    /** Whether {@link #decimal} and {@link #text} may be null: the feed says that some fillers are no number. */
    boolean mayBeAbsent();

    /** Decimals of a numeric item: 2 for {@code 9(5)V99}; negative for {@code 9(3)PP}, whose unscaled 123 is 12300. */
    int scale();

    /**
     * A numeric value without its decimal point: 12345 for 123.45.
     *
     * @throws FieldException when the bytes are not a legal value, lie beyond the record's end, or the item is not numeric
     */
    long unscaled(Frame frame) throws FieldException;

    /** The exact value, also beyond 18 digits; null where {@link #mayBeAbsent} and it is. */
    BigDecimal decimal(Frame frame) throws FieldException;

    /**
     * Text: all characters, trailing blanks included. Numbers: all digits that the PICTURE has, zeros kept, with a
     * leading minus if negative and a point where the PICTURE has decimals; null where {@link #mayBeAbsent} and it is.
     */
    String text(Frame frame) throws FieldException;

    /**
     * The record, where it has all of the field; filled up with blanks that far, where the field is a text that may end early.
     *
     * @throws FieldException when the record ends before the field does
     */
    Frame whole(Frame frame) throws FieldException;

    /** What is odd about a legal value; null when nothing is, and when there is none. Of several oddities one is told. */
    Oddity oddity(Frame frame);
}
