package io.banku.bench.decode;

import java.nio.ByteBuffer;

/** As {@link HandWrittenDecoder}, by somebody who trusts the bytes: wrong ones become numbers. What the checks cost. */
final class UncheckedDecoder {
    private UncheckedDecoder() {}

    static LongDecoder of(int length) {
        return length == 120 ? UncheckedDecoder::shortRecord : UncheckedDecoder::longRecord;
    }

    private static long shortRecord(byte[] b, int at) {
        ByteBuffer record = ByteBuffer.wrap(b);
        return zoned(b, at + 2, 10)
                + (record.getShort(at + 12) & 0xFFFF)
                + record.getInt(at + 14)
                + packed(b, at + 18, 7)
                + packed(b, at + 25, 8)
                + zoned(b, at + 33, 11)
                + packed(b, at + 44, 4)
                + packed(b, at + 48, 4)
                + zoned(b, at + 52, 8)
                + zoned(b, at + 60, 6)
                + record.getLong(at + 66)
                + packed(b, at + 74, 3);
    }

    private static long longRecord(byte[] b, int at) {
        ByteBuffer record = ByteBuffer.wrap(b);
        return zoned(b, at + 2, 10)
                + (record.getShort(at + 47) & 0xFFFF)
                + record.getInt(at + 49)
                + packed(b, at + 53, 7)
                + packed(b, at + 60, 8)
                + zoned(b, at + 138, 11)
                + packed(b, at + 149, 4)
                + packed(b, at + 153, 4)
                + zoned(b, at + 197, 8)
                + zoned(b, at + 205, 6)
                + record.getLong(at + 211)
                + packed(b, at + 219, 3);
    }

    private static long packed(byte[] b, int at, int length) {
        long value = 0;
        for (int i = at; i < at + length - 1; i++) {
            value = value * 100 + (b[i] >> 4 & 0xF) * 10 + (b[i] & 0xF);
        }
        int last = b[at + length - 1];
        value = value * 10 + (last >> 4 & 0xF);
        return (last & 0xF) == 0xD ? -value : value;
    }

    private static long zoned(byte[] b, int at, int length) {
        long value = 0;
        for (int i = at; i < at + length; i++) {
            value = value * 10 + (b[i] & 0xF);
        }
        return (b[at + length - 1] >> 4 & 0xF) == 0xD ? -value : value;
    }
}
