package io.banku.record;

/**
 * What it means when a number is none, and all of its bytes are one filler: nobody has filled it in, perhaps. Asked only
 * when the bytes are no legal number. Immutable.
 *
 * @param spaces of X'40' (or X'20') only
 * @param lowValues of X'00' only
 * @param highValues of X'FF' only
 * @param asterisks of {@code *} only
 * @param leadingSpaces whether blanks before the digits of a DISPLAY number are zeros
 */
public record Fillers(
        Meaning spaces, Meaning lowValues, Meaning highValues, Meaning asterisks, LeadingSpaces leadingSpaces) {
    /** What a number of such bytes is. */
    public enum Meaning {
        REJECT,
        NULL,
        ZERO
    }

    /** What a blank before a digit is. */
    public enum LeadingSpaces {
        REJECT,
        ZERO
    }

    private static final byte LOW = 0x00;
    private static final byte HIGH = (byte) 0xFF;

    public static final Fillers REJECTED =
            new Fillers(Meaning.REJECT, Meaning.REJECT, Meaning.REJECT, Meaning.REJECT, LeadingSpaces.REJECT);

    /** @throws IllegalArgumentException when there is no such value; the message lists those that there are */
    Fillers with(String key, String value) {
        if (key.equals("leading-spaces")) {
            LeadingSpaces meaning = Dialect.one(LeadingSpaces.class, value);
            return new Fillers(spaces, lowValues, highValues, asterisks, meaning);
        }
        Meaning meaning = Dialect.one(Meaning.class, value);
        return switch (key) {
            case "spaces" -> new Fillers(meaning, lowValues, highValues, asterisks, leadingSpaces);
            case "low-values" -> new Fillers(spaces, meaning, highValues, asterisks, leadingSpaces);
            case "high-values" -> new Fillers(spaces, lowValues, meaning, asterisks, leadingSpaces);
            case "asterisks" -> new Fillers(spaces, lowValues, highValues, meaning, leadingSpaces);
            default -> throw new IllegalArgumentException("expected a filler, found " + key);
        };
    }

    boolean mayBeNull() {
        return spaces == Meaning.NULL
                || lowValues == Meaning.NULL
                || highValues == Meaning.NULL
                || asterisks == Meaning.NULL;
    }

    /** The byte of a filler that means null, or -1. */
    int ofNull(CodePage page) {
        return spaces == Meaning.NULL
                ? page.blank() & 0xFF
                : lowValues == Meaning.NULL
                        ? LOW
                        : highValues == Meaning.NULL
                                ? HIGH & 0xFF
                                : asterisks == Meaning.NULL ? asterisk(page) & 0xFF : -1;
    }

    Meaning of(CodePage page, byte[] bytes, int from, int to) {
        byte first = bytes[from];
        Meaning meaning = first == page.blank()
                ? spaces
                : first == LOW ? lowValues : first == HIGH ? highValues : first == asterisk(page) ? asterisks : null;
        return meaning == null || meaning == Meaning.REJECT || !Suspicion.isAll(first, bytes, from, to)
                ? Meaning.REJECT
                : meaning;
    }

    /** Without the meanings of bytes that the reader takes as a number: a legal value stays what it is. */
    Fillers refusedBy(NumericReader reader) {
        CodePage page = reader.codePage;
        return new Fillers(
                reader.isLegal(page.blank()) ? Meaning.REJECT : spaces,
                reader.isLegal(LOW) ? Meaning.REJECT : lowValues,
                reader.isLegal(HIGH) ? Meaning.REJECT : highValues,
                reader.isLegal(asterisk(page)) ? Meaning.REJECT : asterisks,
                leadingSpaces);
    }

    private static byte asterisk(CodePage page) {
        return (byte) (page.isEbcdic() ? 0x5C : '*');
    }
}
