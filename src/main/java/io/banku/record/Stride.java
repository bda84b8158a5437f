package io.banku.record;

/**
 * How long the record is that begins at a place of a file. Immutable.
 *
 * @param word so many bytes before the record's first one belong to no field
 * @param length of every record; 0 where they have several
 */
record Stride(Measure measure, int word, int length) {
    interface Measure {
        /** With the word before it, if there is one; less than 1 where no record begins. */
        long of(byte[] bytes, int at, int end);
    }

    /** Lines, and blocks of records: they say by themselves where they go on. */
    static final Stride UNKNOWN = new Stride((bytes, at, end) -> 0, 0, 0);

    static Stride fixed(int length) {
        return new Stride((bytes, at, end) -> length, 0, length);
    }

    static Stride by(DescriptorWord word) {
        return new Stride((bytes, at, end) -> measured(word, bytes, at, end), word.size(), 0);
    }

    /** Segments of records are in step, though they do not decode. */
    private static long measured(DescriptorWord word, byte[] bytes, int at, int end) {
        boolean isOne = at + word.size() <= end
                && word.payload(bytes, at) >= 0
                && (word.control(bytes, at) & ~RdwRecords.SEGMENT) == 0;
        return isOne ? word.size() + word.payload(bytes, at) : 0;
    }

    static Stride by(RecordLength length) {
        return new Stride((bytes, at, end) -> measured(length, bytes, at, end), 0, 0);
    }

    private static long measured(RecordLength length, byte[] bytes, int at, int end) {
        Frame beginning = new Frame();
        beginning.bytes = bytes;
        beginning.start = at;
        beginning.length = length.needed();
        try {
            long found = at + length.needed() <= end ? length.of(beginning) : 0;
            return found < length.needed() ? 0 : found;
        } catch (FieldException none) {
            return 0;
        }
    }
}
