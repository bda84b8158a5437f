package io.banku.record;

/** What an illegal number probably is, when all of its bytes tell the same: spaces, nothing at all, another encoding. */
final class Suspicion {
    private static final byte EBCDIC_SPACE = 0x40;
    private static final byte ASCII_SPACE = 0x20;

    private Suspicion() {}

    /** Null when the bytes as a whole tell nothing. */
    static FieldException of(NumericReader reader, String expected, Frame frame) throws FieldException {
        byte[] bytes = frame.bytes;
        int from = reader.position(frame);
        int to = from + reader.length;
        CodePage page = reader.codePage;
        boolean ebcdic = page.isEbcdic();
        if (isAll(page.blank(), bytes, from, to)) {
            return is(DataFault.SPACES, ebcdic ? "EBCDIC spaces" : "ASCII spaces", reader, expected, frame);
        }
        if (isAll((byte) 0x00, bytes, from, to)) {
            return is(DataFault.LOW_VALUES, "LOW-VALUES", reader, expected, frame);
        }
        if (isAll((byte) 0xFF, bytes, from, to)) {
            return is(DataFault.HIGH_VALUES, "HIGH-VALUES", reader, expected, frame);
        }
        if (ebcdic && isNumber(0x30, 0x39, ASCII_SPACE, bytes, from, to)) {
            String hint = expected + " in " + page + "; was the file sent in text mode instead of binary?";
            return is(DataFault.OTHER_ENCODING, "ASCII", reader, hint, frame);
        }
        if (!ebcdic && isNumber(0xF0, 0xF9, EBCDIC_SPACE, bytes, from, to)) {
            String hint = expected + " in " + page + "; is the encoding cp037 or the like?";
            return is(DataFault.OTHER_ENCODING, "EBCDIC", reader, hint, frame);
        }
        return null;
    }

    /** In another encoding than the one that was said: letters, digits and blanks of EBCDIC only. */
    static boolean isEbcdicText(CodePage said, byte[] bytes, int from, int to) {
        boolean isText = !said.isEbcdic() && to > from;
        for (int i = from; isText && i < to; i++) {
            isText = TextModeTransfer.isEbcdicText(bytes[i] & 0xFF);
        }
        return isText;
    }

    static boolean isAll(byte expected, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != expected) {
                return false;
            }
        }
        return true;
    }

    /** Digits and spaces up to the last byte, which may also hold a sign. */
    private static boolean isNumber(int first, int last, byte space, byte[] bytes, int from, int to) {
        for (int i = from; i < Math.max(to - 1, from + 1); i++) {
            int b = bytes[i] & 0xFF;
            if ((b < first || b > last) && bytes[i] != space) {
                return false;
            }
        }
        return true;
    }

    private static FieldException is(DataFault fault, String what, NumericReader reader, String expected, Frame frame)
            throws FieldException {
        int from = reader.position(frame);
        String shown = Hex.atMost(8, frame.bytes, from, from + reader.length);
        return reader.fault(fault, frame, shown + " is " + what + ", not " + expected);
    }
}
