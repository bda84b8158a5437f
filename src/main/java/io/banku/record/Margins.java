package io.banku.record;

/**
 * What a file has around its records.
 *
 * @param first bytes before the first record
 * @param last bytes after the last record
 * @param trailing what stands after the last record beside these
 * @param blocked the fillers between them; null where there are none
 */
record Margins(int first, int last, Trailing trailing, Mark mark, Blocked blocked) {
    static final Margins NONE = new Margins(0, 0, Trailing.REFUSED, Mark.DATA, null);

    /** What X'EF BB BF', the byte order mark of UTF-8, is at the beginning of a file. */
    enum Mark {
        DATA,
        STEPPED_OVER
    }

    Margins with(Blocked other) {
        return new Margins(first, last, trailing, mark, other);
    }

    /** Of a file's first bytes, cut off somewhere. */
    Margins ofBeginning() {
        return new Margins(first, 0, trailing, mark, blocked);
    }

    /** What an editor or a transfer leaves behind the last record. */
    enum Trailing {
        REFUSED,
        /** At most three bytes, each of them CR, LF, X'1A' (end of file), or EBCDIC's X'15' and X'25'. */
        IGNORED
    }

    private static final int MOST_TRAILING = 3;

    /** Is this what is left behind the last record only the trace of an editor or a transfer? */
    static boolean isTrace(byte[] bytes, int from, int to) {
        boolean trace = to > from && to - from <= MOST_TRAILING;
        for (int i = from; trace && i < to; i++) {
            byte b = bytes[i];
            trace = b == 0x0D || b == 0x0A || b == 0x1A || b == 0x15 || b == 0x25;
        }
        return trace;
    }
}
