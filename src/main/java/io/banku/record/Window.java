package io.banku.record;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of a file that is in memory: {@code bytes} from {@code at} to {@code end}. What is packed as gzip is unpacked on
 * the way in; offsets are those of the content then. One thread.
 */
final class Window implements Closeable {
    private static final int CAPACITY = 256 * 1024;
    private static final int HEAD = 64 * 1024;

    /** U+FEFF in UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    byte[] bytes = new byte[CAPACITY];
    int at;
    int end;

    /** Whether messages have bytes of the file; what it begins with they have in any case. */
    enum Bytes {
        SHOWN,
        HIDDEN
    }

    private final Margins margins;
    private final Diagnosis diagnosis;
    private final Bytes shown;
    private InputStream stream;

    /** Of {@code bytes[0]}. */
    private long offset;

    /** From {@code end} on: what may be the margin behind the last record. */
    private int held;

    /** The file's first bytes, or null before the first read. */
    private byte[] head;

    private boolean wholeInHead;
    private boolean isMarked;

    /** @param diagnosis says what the file may be where its framing does not fit */
    Window(InputStream stream, Margins margins, Diagnosis diagnosis) {
        this(stream, margins, diagnosis, Bytes.SHOWN);
    }

    Window(InputStream stream, Margins margins, Diagnosis diagnosis, Bytes shown) {
        this.shown = shown;
        this.stream = stream;
        this.margins = margins;
        this.diagnosis = diagnosis;
    }

    /** Of {@code bytes[at]} in the file. */
    long fileOffset() {
        return margins.blocked() == null ? offset + at : margins.blocked().inFile(offset + at);
    }

    /** Whether a byte order mark was stepped over. */
    boolean isMarked() {
        return isMarked;
    }

    int available() {
        return end - at;
    }

    /** Reads until so many bytes are available, or the file ends. */
    boolean has(int count) throws IOException, FramingException {
        return count <= end - at || fill(count);
    }

    /** After {@link #has} was false: is there nothing left that a record could be missing? */
    boolean isAtEnd() {
        return end == at || ignoresTrailing() && Margins.isTrace(bytes, at, end);
    }

    Margins margins() {
        return margins;
    }

    /** The file's first bytes. */
    byte[] head() {
        return head;
    }

    boolean ignoresTrailing() {
        return margins.trailing() == Margins.Trailing.IGNORED;
    }

    private boolean fill(int count) throws IOException, FramingException {
        if (head == null) {
            open();
            return has(count);
        }
        return more(count);
    }

    private boolean more(int count) throws IOException, FramingException {
        offset += at;
        long wanted = (long) count + margins.last();
        byte[] target = wanted > bytes.length
                ? new byte[(int) Math.min(Integer.MAX_VALUE - 8L, Math.max(wanted, 2L * bytes.length))]
                : bytes;
        int filled = end - at + held;
        System.arraycopy(bytes, at, target, 0, filled);
        at = 0;
        bytes = target;
        while (filled < wanted) {
            int read = read(filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        held = Math.min(filled, margins.last());
        end = filled - held;
        return count <= end;
    }

    private int read(int to) throws IOException, FramingException {
        try {
            return stream.read(bytes, to, bytes.length - to);
        } catch (Unpacked.DamagedException damaged) {
            throw new FramingException(
                    DataFault.DAMAGED_CONTAINER,
                    offset + to,
                    damaged.getMessage() + ", after " + (offset + to) + " bytes of content");
        } catch (Blocked.NoFillerException none) {
            throw new FramingException(
                    DataFault.NO_FILLER, none.at(), none.expected() + ", found " + shown(none.found()));
        }
    }

    /** The first read: what is it packed in, what does it look like, what stands before the first record? */
    private void open() throws IOException, FramingException {
        head = new byte[0];
        more(Math.min(HEAD, CAPACITY - margins.last()));
        Container container = Container.of(bytes, end + held);
        if (container == Container.GZIP) {
            restart(new GzipContent(again()));
            container = Container.of(bytes, end + held);
        }
        if (container != Container.NONE) {
            throw new FramingException(DataFault.CONTAINER, 0, container.refusal(Hex.atMost(8, bytes, 0, end + held)));
        }
        if (margins.blocked() != null) {
            restart(margins.blocked().content(again()));
        }
        head = Arrays.copyOf(bytes, Math.min(HEAD, end + held));
        wholeInHead = end + held < HEAD;
        if (margins.mark() == Margins.Mark.STEPPED_OVER && hasMark()) {
            isMarked = true;
            at += MARK.length;
        }
        if (margins.first() > 0 || margins.last() > 0) {
            skipFirst();
        }
    }

    /** The stream from its beginning. */
    private InputStream again() {
        byte[] read = Arrays.copyOf(bytes, end + held);
        return new SequenceInputStream(new ByteArrayInputStream(read), stream);
    }

    private void restart(InputStream other) throws IOException, FramingException {
        stream = other;
        end = 0;
        held = 0;
        more(Math.min(HEAD, CAPACITY - margins.last()));
    }

    private boolean hasMark() {
        return end >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    private void skipFirst() throws IOException, FramingException {
        boolean isThere = has(margins.first()) && held == margins.last();
        if (!isThere) {
            throw new FramingException(
                    DataFault.NO_MARGINS,
                    0,
                    "expected at least the " + margins.first() + " bytes before the first record and the "
                            + margins.last() + " after the last one, found a file of " + (end - at + held));
        }
        at += margins.first();
    }

    /** The next bytes become the frame's payload. */
    void take(int length, Frame into) {
        into.bytes = bytes;
        into.start = at;
        into.length = length;
        into.fileOffset = fileOffset();
        at += length;
    }

    /** See {@link RecordSource#otherFraming}. */
    Optional<Hint> otherFraming() {
        return head == null ? Optional.empty() : diagnosis.otherFraming(seen());
    }

    /** See {@link RecordSource#otherEncoding}. */
    Optional<Hint> otherEncoding() {
        return head == null ? Optional.empty() : diagnosis.otherEncoding(seen());
    }

    private Head seen() {
        return new Head(head, margins, wholeInHead);
    }

    /** Whether the first records can have no other length than what was said. */
    boolean isLengthRight() {
        return diagnosis.isLengthRight(seen());
    }

    /** The next bytes, as a message may have them. */
    String hex(int count) {
        return hex(at, Math.min(end, at + count));
    }

    /** As a message may have them. */
    String hex(int from, int to) {
        return shown(Hex.of(bytes, from, to));
    }

    /** At most so many of the next bytes, as a message may have them. */
    String hexAtMost(int most) {
        return shown(Hex.atMost(most, bytes, at, end));
    }

    private String shown(String hex) {
        return areHidden() ? hex.replaceAll("[0-9A-F]{2}", "**") : hex;
    }

    boolean areHidden() {
        return shown == Bytes.HIDDEN;
    }

    /** A fault where the window stands, with what the file's first bytes look like. */
    FramingException fault(DataFault fault, String message) {
        return new FramingException(fault, fileOffset(), message + diagnosis.of(seen()));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
