package io.banku.record;

/**
 * How the length before a record, or a block, is written. z/OS writes {@code LL00}, big-endian, including the word itself
 * (DFSMS, Using Data Sets); transfers and other systems write others. Immutable.
 */
record DescriptorWord(Form form, ByteOrder order, Span span) {
    static final DescriptorWord IBM = new DescriptorWord(Form.LL00, ByteOrder.BIG, Span.INCLUSIVE);

    /** Where the bytes of the length are; L is one of them, 0 is a byte that is 0. */
    enum Form {
        LL00(4, 0, 2),
        /** The reserved bytes first. */
        ZZLL(4, 2, 2),
        LL(2, 0, 2),
        LLLL(4, 0, 4);

        private final int size;
        private final int at;
        private final int bytes;

        Form(int size, int at, int bytes) {
            this.size = size;
            this.at = at;
            this.bytes = bytes;
        }

        String text() {
            return this == ZZLL ? "00LL" : name();
        }
    }

    enum ByteOrder {
        BIG,
        LITTLE
    }

    /** What the length counts. */
    enum Span {
        /** The word and the bytes behind it. */
        INCLUSIVE,
        /** The bytes behind the word. */
        EXCLUSIVE
    }

    int size() {
        return form.size;
    }

    /** Bytes behind the word; negative, or more than an int, where the word is none. */
    long payload(byte[] bytes, int at) {
        long length = length(bytes, at + form.at, form.bytes);
        return span == Span.INCLUSIVE ? length - form.size : length;
    }

    /** The two bytes beside the length, 0 where there are none. */
    int control(byte[] bytes, int at) {
        if (form.bytes + 2 != form.size) {
            return 0;
        }
        int control = at + 2 - form.at;
        return (bytes[control] & 0xFF) << 8 | bytes[control + 1] & 0xFF;
    }

    /** Of a block: where the first bit is set, all four bytes are the length (extended block descriptor word). */
    long blockPayload(byte[] bytes, int at) {
        boolean isExtended = form == Form.LL00 && order == ByteOrder.BIG && bytes[at] < 0;
        if (!isExtended) {
            return payload(bytes, at);
        }
        long length = length(bytes, at, 4) & 0x7FFF_FFFFL;
        return span == Span.INCLUSIVE ? length - form.size : length;
    }

    boolean isExtendedBlock(byte[] bytes, int at) {
        return form == Form.LL00 && order == ByteOrder.BIG && bytes[at] < 0;
    }

    /**
     * The word before so many bytes.
     *
     * @throws IllegalArgumentException when they are more than it can say
     */
    byte[] of(int payload) {
        long length = span == Span.INCLUSIVE ? (long) payload + form.size : payload;
        if (length >= 1L << 8 * form.bytes) {
            throw new IllegalArgumentException("expected a record whose length fits a descriptor word " + form.text()
                    + ", found " + payload + " bytes");
        }
        byte[] word = new byte[form.size];
        for (int i = 0; i < form.bytes; i++) {
            int index = order == ByteOrder.BIG ? form.bytes - 1 - i : i;
            word[form.at + index] = (byte) (length >> 8 * i);
        }
        return word;
    }

    private long length(byte[] bytes, int from, int count) {
        int first = bytes[from] & 0xFF;
        int second = bytes[from + 1] & 0xFF;
        if (count == 2) {
            return order == ByteOrder.BIG ? first << 8 | second : second << 8 | first;
        }
        int third = bytes[from + 2] & 0xFF;
        int fourth = bytes[from + 3] & 0xFF;
        return order == ByteOrder.BIG
                ? (long) first << 24 | second << 16 | third << 8 | fourth
                : (long) fourth << 24 | third << 16 | second << 8 | first;
    }
}
