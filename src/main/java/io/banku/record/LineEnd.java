package io.banku.record;

/**
 * What ends a line. Immutable.
 *
 * @param last its last byte
 * @param second another one that may stand for it, or the same
 * @param third one more, or the same
 */
record LineEnd(byte last, byte second, byte third, CarriageReturn before) {
    private static final byte CARRIAGE_RETURN = 0x0D;

    /** What a CR before the last byte is. */
    enum CarriageReturn {
        DATA,
        /** Part of the line's end where it is there. */
        OPTIONAL,
        REQUIRED
    }

    /**
     * {@code any}: in ASCII LF, in EBCDIC NEL (X'15') or LF (X'25'), and a CR before it belongs to it; {@code lf}, {@code
     * crlf}, {@code nel}: that and nothing else.
     *
     * @throws IllegalArgumentException when the code page has no such end
     */
    static LineEnd of(String name, CodePage codePage) {
        byte lineFeed = (byte) (codePage.isEbcdic() ? 0x25 : 0x0A);
        byte nextLine = (byte) (codePage.isEbcdic() ? 0x15 : 0x85);
        return switch (name) {
            case "any" -> of(codePage.isEbcdic() ? nextLine : lineFeed, lineFeed, CarriageReturn.OPTIONAL);
            case "lf" -> of(lineFeed, lineFeed, CarriageReturn.DATA);
            case "crlf" -> of(lineFeed, lineFeed, CarriageReturn.REQUIRED);
            case "nel" -> of(nextLine, nextLine, CarriageReturn.DATA);
            default -> throw new IllegalArgumentException("expected any, lf, crlf or nel, found '" + name + "'");
        };
    }

    /** Where a width says that a line ends, any end of either encoding is one: transfers put ASCII's behind EBCDIC. */
    static LineEnd anywhere() {
        return new LineEnd((byte) 0x0A, (byte) 0x15, (byte) 0x25, CarriageReturn.OPTIONAL);
    }

    private static LineEnd of(byte last, byte otherLast, CarriageReturn before) {
        return new LineEnd(last, otherLast, last, before);
    }

    boolean isLast(byte b) {
        return b == last || b == second || b == third;
    }

    /** How many of the bytes before a last byte are the line's own; negative when it does not end there. */
    int payload(byte[] bytes, int from, int count) {
        boolean returns = count > 0 && bytes[from + count - 1] == CARRIAGE_RETURN;
        return switch (before) {
            case DATA -> count;
            case OPTIONAL -> returns ? count - 1 : count;
            case REQUIRED -> returns ? count - 1 : -1;
        };
    }

    /** How many bytes of a line's end stand at an index; 0 when none does. */
    int sizeAt(byte[] bytes, int at, int end) {
        if (at < end && before != CarriageReturn.REQUIRED && isLast(bytes[at])) {
            return 1;
        }
        boolean returns = at + 1 < end && bytes[at] == CARRIAGE_RETURN && isLast(bytes[at + 1]);
        return returns && before != CarriageReturn.DATA ? 2 : 0;
    }
}
