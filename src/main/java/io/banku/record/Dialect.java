package io.banku.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a copybook does not say of the values of a file. {@link #of} is what Enterprise COBOL writes on z/OS; everything else
 * is said by the words of a feed: {@code signs: strict}, {@code endian: little}. A value whose bytes are legal is never
 * touched by {@code fillers}. Immutable.
 */
public record Dialect(
        CodePage codePage,
        Signs signs,
        Endian endian,
        Truncation truncation,
        Floats floats,
        Tables tables,
        Fillers fillers,
        Unprintable unprintable,
        Ends ends) {

    /** Which half bytes are the sign of a packed or zoned number. */
    public enum Signs {
        /** The preferred ones: C and F plus, D minus (NUMPROC(PFD)). */
        STRICT,
        /** A, C, E and F plus, B and D minus (NUMPROC(NOPFD)). */
        STANDARD,
        /** As standard; digits of DISPLAY may have any zone from A to F, and a blank in the place of a separate sign is plus. */
        LENIENT
    }

    /** The order of the bytes of binary and floating-point numbers. */
    public enum Endian {
        BIG,
        LITTLE
    }

    /** What a binary number without COMP-5 may hold. */
    public enum Truncation {
        /** As many digits as its PICTURE: TRUNC(STD). */
        STD,
        /** All that its bytes hold: TRUNC(BIN). */
        BIN
    }

    /** The form of COMP-1 and COMP-2. */
    public enum Floats {
        /** Hexadecimal, base 16, as on z/OS. */
        IBM,
        /** IEEE 754, as COBOL elsewhere writes them. */
        IEEE
    }

    /** Where a table with OCCURS DEPENDING ON ends, and what follows begins. */
    public enum Tables {
        /** Right behind the last occurrence that the counter counts; the record is so much shorter. */
        COMPACT,
        /** As compact, and the record is filled up to its greatest length. */
        PADDED,
        /** Where the greatest number of occurrences would end. */
        MAXIMUM
    }

    /** What becomes of control characters in text. */
    public enum Unprintable {
        KEEP,
        BLANK,
        REJECT
    }

    /** The words of {@link #with}. */
    public static final List<String> KEYS = List.of(
            "encoding",
            "signs",
            "endian",
            "trunc",
            "float",
            "odo",
            "spaces",
            "low-values",
            "high-values",
            "asterisks",
            "leading-spaces",
            "unprintable",
            "longer",
            "short-text",
            "varchar");

    /** Those of {@link #KEYS} that are said of a file's records as a whole, and so of no single field. */
    public static final List<String> OF_RECORDS = List.of("odo", "longer");

    public static Dialect of(CodePage codePage) {
        return new Dialect(
                codePage,
                Signs.STANDARD,
                Endian.BIG,
                Truncation.STD,
                Floats.IBM,
                Tables.COMPACT,
                Fillers.REJECTED,
                Unprintable.KEEP,
                Ends.DEFAULT);
    }

    /**
     * The same with one thing said otherwise.
     *
     * @throws IllegalArgumentException when the key is none of {@link #KEYS}, or has no such value; the message lists those
     *     that there are
     */
    public Dialect with(String key, String value) {
        return switch (key) {
            case "encoding" -> with(CodePage.of(value));
            case "signs" ->
                new Dialect(
                        codePage,
                        one(Signs.class, value),
                        endian,
                        truncation,
                        floats,
                        tables,
                        fillers,
                        unprintable,
                        ends);
            case "endian" ->
                new Dialect(
                        codePage,
                        signs,
                        one(Endian.class, value),
                        truncation,
                        floats,
                        tables,
                        fillers,
                        unprintable,
                        ends);
            case "trunc" ->
                new Dialect(
                        codePage,
                        signs,
                        endian,
                        one(Truncation.class, value),
                        floats,
                        tables,
                        fillers,
                        unprintable,
                        ends);
            case "float" ->
                new Dialect(
                        codePage,
                        signs,
                        endian,
                        truncation,
                        one(Floats.class, value),
                        tables,
                        fillers,
                        unprintable,
                        ends);
            case "odo" ->
                new Dialect(
                        codePage,
                        signs,
                        endian,
                        truncation,
                        floats,
                        one(Tables.class, value),
                        fillers,
                        unprintable,
                        ends);
            case "unprintable" ->
                new Dialect(
                        codePage,
                        signs,
                        endian,
                        truncation,
                        floats,
                        tables,
                        fillers,
                        one(Unprintable.class, value),
                        ends);
            case "spaces", "low-values", "high-values", "asterisks", "leading-spaces" -> with(fillers.with(key, value));
            case "longer", "short-text", "varchar" ->
                new Dialect(
                        codePage,
                        signs,
                        endian,
                        truncation,
                        floats,
                        tables,
                        fillers,
                        unprintable,
                        ends.with(key, value));
            default -> throw new IllegalArgumentException("expected " + String.join(", ", KEYS) + ", found " + key);
        };
    }

    public Dialect with(CodePage other) {
        return new Dialect(other, signs, endian, truncation, floats, tables, fillers, unprintable, ends);
    }

    Dialect with(Fillers fillers) {
        return new Dialect(codePage, signs, endian, truncation, floats, tables, fillers, unprintable, ends);
    }

    /** A constant by its word: {@code low-values} for LOW_VALUES. */
    static <E extends Enum<E>> E one(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equals(value.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Dialect::word)
                                .collect(Collectors.joining(" or "))
                        + ", found " + value));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
