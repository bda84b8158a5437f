package io.banku.record;

/**
 * A file's first bytes.
 *
 * @param isWhole the file has no more
 */
record Head(byte[] bytes, Margins margins, boolean isWhole) {
    private static final int SHOWN = 16;

    String shown() {
        return Hex.atMost(SHOWN, bytes, 0, bytes.length);
    }
}
