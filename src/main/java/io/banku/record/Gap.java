package io.banku.record;

/**
 * Bytes between records that are none.
 *
 * @param records before them, from the gap before or the beginning of the file on
 * @param from of its first byte in the file
 * @param to behind its last byte
 */
record Gap(long records, long from, long to) {
    private long size() {
        return to - from;
    }

    /** @param length of every record; 0 where they have several */
    String told(int length) {
        String what = length == 0 ? "are no record" : "are no multiple of " + length + ": " + missing(length);
        return records == 0
                ? "the records decode from byte " + place(to) + " on, and the " + size() + " bytes before it " + what
                : "the records decode up to record " + records + ", which ends at byte " + place(from)
                        + ", and again from byte " + place(to) + " on: the " + size() + " bytes between " + what;
    }

    private String missing(int length) {
        long over = size() % length;
        return length - over + " are missing there, or " + over + " too many";
    }

    static String place(long at) {
        return String.format("%d (0x%X)", at, at);
    }
}
