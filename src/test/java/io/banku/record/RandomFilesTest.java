package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file's bytes are: records or a FramingException, an end, and no buffer larger than the limit asks for. */
@Tag("long")
class RandomFilesTest {
    private static final int ROUNDS = 500;
    private static final int MOST_BUFFERED = 4 << 20;

    /** That of the round in hand. */
    private Random random;

    /** One record as it lies in a file of the form. */
    private interface Shape {
        byte[] record(Random random);
    }

    private record Form(String text, int before, int after, Shape shape) {
        Form(String text, Shape shape) {
            this(text, 0, 0, shape);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Stream<Form> forms() {
        return Stream.of(
                new Form("{fixed: {length: 1}}", fixed(1)),
                new Form("fixed", fixed(8)),
                new Form("{fixed: {length: 80, trailing: ignored, skip-first: 3, skip-last: 2}}", 3, 2, fixed(80)),
                new Form("lines", line(0, 0x25)),
                new Form("{lines: {end: crlf, longest: 40}}", line(0, 0x0D, 0x0A)),
                new Form("{lines: {end: nel, trailing: ignored}}", line(0, 0x15)),
                new Form("{lines: {width: 7}}", line(7, 0x25)),
                new Form("{lines: {width: 1, end: crlf, trailing: ignored}}", line(1, 0x0D, 0x0A)),
                new Form("{lines: {pad-to: 9}}", line(0, 0x25)),
                new Form("rdw", described(length -> bytes(0, length + 4, 0, 0))),
                new Form("{rdw: {endian: little, inclusive: false}}", described(length -> bytes(length, 0, 0, 0))),
                new Form("{rdw: {word: 00LL, skip-last: 1}}", 0, 1, described(length -> bytes(0, 0, 0, length + 4))),
                new Form("{rdw: {word: LL, trailing: ignored}}", described(length -> bytes(0, length + 2))),
                new Form("{rdw: {word: LLLL, endian: little}}", described(length -> bytes(length + 4, 0, 0, 0))),
                new Form("{rdw: {longest: 5}}", described(length -> bytes(0, length + 4, 0, 0))),
                new Form("bdw", blocked(length -> bytes(0, length + 4, 0, 0), length -> bytes(0, length + 4, 0, 0))),
                new Form(
                        "{bdw: {block-inclusive: false, endian: little}}",
                        blocked(length -> bytes(length + 4, 0, 0, 0), length -> bytes(length, 0, 0, 0))),
                new Form(
                        "{bdw: {word: LLLL, inclusive: false}}",
                        blocked(length -> bytes(0, 0, 0, length), length -> bytes(0, 0, 0, length))),
                new Form("{length-field: {field: R-LENGTH}}", sized(0)),
                new Form("{length-field: {field: R-LENGTH, add: -5, longest: 100}}", sized(5)),
                new Form("{by-type: {field: R-TYPE, lengths: 1=9 2=REC}}", RandomFilesTest::typed));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFileIsRecordsOrAFramingException(Form form) {
        AtomicInteger whole = new AtomicInteger();
        Fuzz.rounds(ROUNDS, round -> {
            random = round;
            byte[] file = random.nextBoolean() ? shapedFile(form) : likelyFile(random.nextInt(300));
            for (Framing framing : new Framing[] {Framed.framing(form.text()), Framed.ascii(form.text())}) {
                if (isRead(framing, file) && file.length > 0) {
                    whole.incrementAndGet();
                }
            }
        });
        assertThat(whole).as("files that were read").hasValueGreaterThan(ROUNDS / 50);
    }

    /** A length field that says gigabytes must not become a buffer of gigabytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{rdw: {word: LLLL}}", "{bdw: {word: LLLL}}", "bdw", "rdw", "{length-field: {field: R-LENGTH}}"})
    void aLengthIsNotBelievedBeforeItIsHeldAgainstTheLimit(String form) {
        Fuzz.rounds(ROUNDS, round -> {
            random = round;
            byte[] file = new byte[12];
            random.nextBytes(file);
            file[0] = (byte) (0x70 + random.nextInt(0x90));
            isRead(Framed.framing(form), file);
        });
    }

    private static boolean isRead(Framing framing, byte[] file) throws IOException {
        long last = -1;
        // of a gzip file offsets are those of its content
        long end = file.length > 1 && file[0] == 0x1F && file[1] == (byte) 0x8B ? Integer.MAX_VALUE : file.length;
        try (RecordSource source = framing.open(new ByteArrayInputStream(file))) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                assertThat(frame.length).isNotNegative();
                assertThat(frame.start + frame.length).isLessThanOrEqualTo(frame.bytes.length);
                assertThat(frame.bytes.length).isLessThanOrEqualTo(MOST_BUFFERED);
                assertThat(frame.fileOffset).isBetween(last, end);
                assertThat(frame.number).isPositive();
                last = frame.fileOffset;
            }
            return true;
        } catch (FramingException refused) {
            assertThat(refused.fileOffset()).isBetween(0L, end);
            assertThat(refused.code()).startsWith("BNK-21");
            assertThat(refused.getMessage()).startsWith("expected ");
            return false;
        }
    }

    /** Half of them as the form has them, half of them damaged in one place. */
    private byte[] shapedFile(Form form) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        records.writeBytes(content(random, form.before()));
        for (int i = random.nextInt(10); i >= 0; i--) {
            records.writeBytes(form.shape().record(random));
        }
        records.writeBytes(content(random, form.after()));
        byte[] file = records.toByteArray();
        if (random.nextBoolean()) {
            return file;
        }
        if (random.nextBoolean()) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
        file[random.nextInt(file.length)] = (byte) random.nextInt(0x100);
        return file;
    }

    private static Shape fixed(int length) {
        return random -> content(random, length);
    }

    private static Shape line(int width, int... end) {
        return random -> {
            byte[] text = new byte[width == 0 ? random.nextInt(9) : width];
            Arrays.fill(text, (byte) (random.nextBoolean() ? 0x40 : 0xC1));
            return joined(text, bytes(end));
        };
    }

    private static Shape described(IntFunction<byte[]> word) {
        return random -> {
            byte[] record = content(random, 1 + random.nextInt(5));
            return joined(word.apply(record.length), record);
        };
    }

    private static Shape blocked(IntFunction<byte[]> word, IntFunction<byte[]> blockWord) {
        return random -> {
            Shape described = described(word);
            byte[] block = joined(described.record(random), described.record(random));
            return joined(blockWord.apply(block.length), block);
        };
    }

    private static Shape sized(int more) {
        return random -> {
            byte[] record = content(random, 8 + random.nextInt(20));
            record[0] = 0;
            record[1] = (byte) (record.length + more);
            return record;
        };
    }

    private static byte[] typed(Random random) {
        boolean isFirst = random.nextBoolean();
        byte[] record = content(random, isFirst ? 9 : 8);
        record[2] = (byte) (isFirst ? 0xF1 : 0xF2);
        record[3] = 0x40;
        return record;
    }

    private static byte[] content(Random random, int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Often with lengths that fit, so that the paths behind the first check are met too. */
    private byte[] likelyFile(int length) {
        byte[] likely = {
            0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 0x0A, 0x0D, 0x15, 0x1A, 0x25, 0x31, (byte) 0xF1, (byte) 0xF2
        };
        byte[] file = new byte[random.nextInt(8) == 0 ? 0 : length];
        for (int i = 0; i < file.length; i++) {
            file[i] = random.nextInt(6) == 0 ? (byte) random.nextInt(0x100) : likely[random.nextInt(likely.length)];
        }
        if (file.length > 4 && random.nextBoolean()) {
            Arrays.fill(file, 0, 4, (byte) 0);
            file[1] = (byte) random.nextInt(Math.min(0x80, file.length));
        }
        if (file.length > 9 && random.nextInt(10) == 0) {
            System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0}, 0, file, 0, 10);
        }
        return file;
    }
}
