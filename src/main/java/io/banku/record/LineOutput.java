package io.banku.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Records → text lines from which the same records are read. Immutable.
 *
 * @param ends what may end a line
 * @param usual what does where nothing else is said
 * @param width of all lines, which may have anything in them; empty where their ends tell how long they are
 */
record LineOutput(LineEnd ends, byte[] usual, Optional<Integer> width) {

    static LineOutput of(FramingForm form, CodePage codePage) {
        String name = form.text("end").orElse("any");
        LineEnd end = LineEnd.of(name, codePage);
        byte[] usual = end.before() == LineEnd.CarriageReturn.REQUIRED
                ? new byte[] {0x0D, end.last()}
                : new byte[] {end.last()};
        Optional<Integer> width = form.text("width").map(Integer::valueOf);
        return new LineOutput(width.isPresent() && name.equals("any") ? LineEnd.anywhere() : end, usual, width);
    }

    /**
     * @param end of this line; empty for a last line without one
     * @throws IllegalArgumentException when another record would be read
     */
    void write(byte[] record, byte[] end, OutputStream to) throws IOException {
        if (end.length > 0 && ends.sizeAt(end, 0, end.length) != end.length) {
            throw new IllegalArgumentException("expected a line end of the framing lines, "
                    + Hex.of(usual, 0, usual.length) + " for example, found " + Hex.of(end, 0, end.length));
        }
        if (width.isPresent()) {
            requireWidth(record);
        } else {
            requireOneLine(record, end);
        }
        to.write(record);
        to.write(end);
    }

    private void requireWidth(byte[] record) {
        if (record.length != width.get()) {
            throw new IllegalArgumentException(
                    "expected a record of " + width.get() + " bytes for lines of that width, found " + record.length);
        }
    }

    private void requireOneLine(byte[] record, byte[] end) {
        byte[] line = Arrays.copyOf(record, record.length + end.length);
        System.arraycopy(end, 0, line, record.length, end.length);
        if (line.length == 0) {
            throw new IllegalArgumentException("expected a record with bytes where its line has no end, found none");
        }
        int read = read(line);
        if (read != record.length) {
            throw new IllegalArgumentException(
                    "expected a record that is one line, found what ends a line at its byte 0x"
                            + Integer.toHexString(read).toUpperCase(Locale.ROOT) + ": "
                            + Hex.of(line, read, Math.min(read + 2, line.length))
                            + "; write it by the framing rdw or fixed, or by lines of one width");
        }
    }

    /** How long the first record is that a reader finds in these bytes. */
    private int read(byte[] line) {
        for (int i = 0; i < line.length; i++) {
            int payload = ends.isLast(line[i]) ? ends.payload(line, 0, i) : -1;
            if (payload >= 0) {
                return payload;
            }
        }
        return line.length;
    }
}
