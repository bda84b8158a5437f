package io.banku.bench.decode;

/**
 * What an engineer would write who has one layout and knows it by heart: each place is a constant, each number is checked as
 * strictly as the program's own decoder does. No copybook, no message but the place.
 */
final class HandWrittenDecoder {
    private HandWrittenDecoder() {}

    static LongDecoder of(int length) {
        return length == 120 ? HandWrittenDecoder::shortRecord : HandWrittenDecoder::longRecord;
    }

    private static long shortRecord(byte[] b, int at) {
        return StrictDigits.zoned(b, at + 2, 10)
                + StrictDigits.binary2(b, at + 12, 9_999)
                + StrictDigits.binary4(b, at + 14, 999_999_999)
                + StrictDigits.packed(b, at + 18, 7)
                + StrictDigits.packed(b, at + 25, 8)
                + StrictDigits.zonedSigned(b, at + 33, 11)
                + StrictDigits.packed(b, at + 44, 4)
                + StrictDigits.packed(b, at + 48, 4)
                + StrictDigits.zoned(b, at + 52, 8)
                + StrictDigits.zoned(b, at + 60, 6)
                + StrictDigits.binary8(b, at + 66, 999_999_999_999_999_999L)
                + StrictDigits.packedUnsigned(b, at + 74, 3);
    }

    private static long longRecord(byte[] b, int at) {
        return StrictDigits.zoned(b, at + 2, 10)
                + StrictDigits.binary2(b, at + 47, 9_999)
                + StrictDigits.binary4(b, at + 49, 999_999_999)
                + StrictDigits.packed(b, at + 53, 7)
                + StrictDigits.packed(b, at + 60, 8)
                + StrictDigits.zonedSigned(b, at + 138, 11)
                + StrictDigits.packed(b, at + 149, 4)
                + StrictDigits.packed(b, at + 153, 4)
                + StrictDigits.zoned(b, at + 197, 8)
                + StrictDigits.zoned(b, at + 205, 6)
                + StrictDigits.binary8(b, at + 211, 999_999_999_999_999_999L)
                + StrictDigits.packedUnsigned(b, at + 219, 3);
    }
}
