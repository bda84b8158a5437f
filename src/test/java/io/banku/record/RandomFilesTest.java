package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file's bytes are: records or a FramingException, an end, and no buffer larger than the limit asks for. */
class RandomFilesTest {
    private static final int ROUNDS = 500;
    private static final int MOST_BUFFERED = 4 << 20;

    /** That of the round in hand. */
    private Random random;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{fixed: {length: 1}}",
                "fixed",
                "{fixed: {length: 80, trailing: ignored, skip-first: 3, skip-last: 2}}",
                "lines",
                "{lines: {end: crlf, longest: 40}}",
                "{lines: {end: nel, trailing: ignored}}",
                "{lines: {width: 7}}",
                "{lines: {width: 1, end: crlf, trailing: ignored}}",
                "{lines: {pad-to: 9}}",
                "rdw",
                "{rdw: {endian: little, inclusive: false}}",
                "{rdw: {word: 00LL, skip-last: 1}}",
                "{rdw: {word: LL, trailing: ignored}}",
                "{rdw: {word: LLLL, endian: little}}",
                "{rdw: {longest: 5}}",
                "bdw",
                "{bdw: {block-inclusive: false, endian: little}}",
                "{bdw: {word: LLLL, inclusive: false}}",
                "{length-field: {field: R-LENGTH}}",
                "{length-field: {field: R-LENGTH, add: -5, longest: 100}}",
                "{by-type: {field: R-TYPE, lengths: 1=9 2=REC}}"
            })
    void aFileIsRecordsOrAFramingException(String form) {
        AtomicInteger whole = new AtomicInteger();
        Fuzz.rounds(ROUNDS, round -> {
            random = round;
            byte[] file = likelyFile(random.nextInt(300));
            for (Framing framing : new Framing[] {Framed.framing(form), Framed.ascii(form)}) {
                if (isRead(framing, file)) {
                    whole.incrementAndGet();
                }
            }
        });
        assertThat(whole).as("files that were read").hasPositiveValue();
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
