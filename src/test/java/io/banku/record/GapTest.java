package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where bytes were lost in the middle of a file, or are too many, that place is told, and no other record length. */
class GapTest {
    private static final Charset EBCDIC = Charset.forName("IBM037");

    /** 40 bytes. */
    private static final Layout ENTRY = Copybook.parse("ENTRY.cpy", """
                   01  ENTRY.
                       05  E-LENGTH    PIC 9(4) COMP.
                       05  E-TYPE      PIC X(2).
                       05  E-NAME      PIC X(17).
                       05  E-AMOUNT    PIC S9(7)V99 COMP-3.
                       05  E-COUNT     PIC 9(4).
                       05  E-NOTE      PIC X(10).
            """);

    private static final Layout TEXTS = Copybook.parse("TEXTS.cpy", """
                   01  TEXTS.
                       05  T-NAME      PIC X(20).
                       05  T-NOTE      PIC X(20).
            """);

    /** Of F0F0F0F1C1C2 not only F0F0F0F1 is a number, but F0F0F1C1, too, which ends in a sign. */
    private static final Layout PLAUSIBLE = Copybook.parse("PLAUS.cpy", """
                   01  PLAUSIBLE.
                       05  P-NUMBER    PIC 9(4).
                       05  P-NAME      PIC X(2).
            """);

    private static final Pattern PLACES =
            Pattern.compile("ends at byte (\\d+) .*again from byte (\\d+) .*multiple of 40: (\\d+) are missing");

    private static Framing framing(String form, Layout layout) {
        return Framing.of(form, layout, CodePage.of("cp037"));
    }

    private static byte[] entry(int number) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(new byte[] {0, 40});
        entry.writeBytes("DT".getBytes(EBCDIC));
        entry.writeBytes(String.format("HOLDER %-10d", number).getBytes(EBCDIC));
        entry.writeBytes(new byte[] {0, 0, (byte) (number % 10 * 16 + 1), 0x23, 0x4C});
        entry.writeBytes(String.format("%04dNOTE %-5d", number, number % 7).getBytes(EBCDIC));
        return entry.toByteArray();
    }

    private static byte[] file(int records) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int number = 1; number <= records; number++) {
            file.writeBytes(entry(number));
        }
        return file.toByteArray();
    }

    private static byte[] described(int records) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int number = 1; number <= records; number++) {
            file.writeBytes(new byte[] {0, 44, 0, 0});
            file.writeBytes(entry(number));
        }
        return file.toByteArray();
    }

    private static byte[] without(byte[] file, int from, int count) {
        byte[] less = Arrays.copyOf(file, file.length - count);
        System.arraycopy(file, from + count, less, from, less.length - from);
        return less;
    }

    private static byte[] with(byte[] file, int from, int count, int filler) {
        byte[] more = Arrays.copyOf(file, file.length + count);
        System.arraycopy(file, from, more, from + count, file.length - from);
        Arrays.fill(more, from, from + count, (byte) filler);
        return more;
    }

    private static String gaps(Framing framing, byte[] file) throws IOException {
        return framing.gaps(new ByteArrayInputStream(file));
    }

    private static FramingException fault(Framing framing, byte[] file) {
        return catchThrowableOfType(FramingException.class, () -> Framed.records(framing, file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # at | lost | told
            410  | 17   | up to record 10, which ends at byte 400 (0x190), and again from byte 423 (0x1A7) on: the 23 bytes between are no multiple of 40: 17 are missing there, or 23 too many
            # what record 10 and the rest of record 11 share decodes as well: it may have been lost in either of them
            400  | 17   | up to record 9, which ends at byte 360 (0x168), and again from byte 383 (0x17F) on: the 23 bytes between are no multiple of 40: 17 are missing there, or 23 too many
            405  | 57   | up to record 10, which ends at byte 400 (0x190), and again from byte 423 (0x1A7) on: the 23 bytes between are no multiple of 40: 17 are missing there, or 23 too many
            8    | 17   | from byte 23 (0x17) on, and the 23 bytes before it are no multiple of 40: 17 are missing there, or 23 too many
            1085 | 3    | up to record 27, which ends at byte 1080 (0x438), and again from byte 1117 (0x45D) on: the 37 bytes between are no multiple of 40: 3 are missing there, or 37 too many
            """)
    void bytesThatWereLostAreTold(int at, int lost, String told) throws IOException {
        assertThat(gaps(framing("fixed", ENTRY), without(file(30), at, lost))).isEqualTo("the records decode " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # at | more | told
            410  | 17   | up to record 10, which ends at byte 400 (0x190), and again from byte 457 (0x1C9) on: the 57 bytes between are no multiple of 40: 23 are missing there, or 17 too many
            400  | 7    | up to record 10, which ends at byte 400 (0x190), and again from byte 407 (0x197) on: the 7 bytes between are no multiple of 40: 33 are missing there, or 7 too many
            400  | 1207 | up to record 10, which ends at byte 400 (0x190), and again from byte 1607 (0x647) on: the 1207 bytes between are no multiple of 40: 33 are missing there, or 7 too many
            0    | 7    | from byte 7 (0x7) on, and the 7 bytes before it are no multiple of 40: 33 are missing there, or 7 too many
            """)
    void bytesThatAreTooManyAreTold(int at, int more, String told) throws IOException {
        assertThat(gaps(framing("fixed", ENTRY), with(file(30), at, more, 0xFF)))
                .isEqualTo("the records decode " + told);
    }

    /** The file's size fits: only its rejects show that something is wrong. */
    @Test
    void whatWasLostAtOnePlaceMayBeTooManyAtAnother() throws Exception {
        byte[] file = with(without(file(30), 410, 17), 800, 17, 0x40);

        assertThat(Framed.records(framing("fixed", ENTRY), file)).hasSize(30);
        assertThat(gaps(framing("fixed", ENTRY), file))
                .startsWith(
                        "the records decode up to record 10, which ends at byte 400 (0x190), and again from byte 423")
                .endsWith("; there is one more such gap, before byte 840 (0x348)");
    }

    @Test
    void aGapFarBehindTheFirstBytesIsFound() throws IOException {
        assertThat(gaps(framing("fixed", ENTRY), without(file(9_000), 8_000 * 40 + 5, 17)))
                .startsWith(
                        "the records decode up to record 8000, which ends at byte 320000 (0x4E200), and again from");
    }

    /** What is read before it, and what does not decode for another reason, is no gap. */
    @Test
    void badRecordsAreNoGap() throws IOException {
        byte[] file = file(60);
        for (int record : new int[] {0, 5, 6, 7, 8, 9, 20, 22, 24, 58, 59}) {
            Arrays.fill(file, record * 40 + 20, record * 40 + 32, (byte) 0x40);
        }

        assertThat(gaps(framing("fixed", ENTRY), file)).isEmpty();
        assertThat(gaps(framing("fixed", ENTRY), without(file, 1210, 17))).contains("up to record 30, which ends");
    }

    @Test
    void nothingIsToldWhereItWouldBeAGuess() throws IOException {
        byte[] shifted = Framed.bytes("F0F0F0F1C1C2".repeat(9) + "4040" + "F0F0F0F1C1C2".repeat(9));

        assertThat(gaps(framing("fixed", TEXTS), without(file(30), 410, 17))).isEmpty();
        assertThat(gaps(framing("fixed", ENTRY), file(30))).isEmpty();
        assertThat(gaps(framing("fixed", ENTRY), Arrays.copyOf(file(30), 1190))).isEmpty();
        assertThat(gaps(framing("fixed", ENTRY), new byte[0])).isEmpty();
        assertThat(gaps(framing("fixed", ENTRY), new byte[1207])).isEmpty();
        assertThat(gaps(framing("{fixed: {length: 48}}", ENTRY), file(30))).isEmpty();
        assertThat(gaps(framing("fixed", PLAUSIBLE), shifted)).isEmpty();
        assertThat(gaps(framing("lines", ENTRY), without(file(30), 410, 17))).isEmpty();
    }

    /** Wherever a file is cut, and whatever else is wrong with it: a gap is told where it is, or not at all. */
    @Test
    void noGapIsToldWhereNoneIs() throws IOException {
        Random random = new Random(8);
        int told = 0;
        for (int run = 0; run < 300; run++) {
            byte[] file = file(60);
            for (int damages = random.nextInt(12); damages > 0; damages--) {
                int at = random.nextInt(file.length - 40);
                for (int i = at + random.nextInt(40); i >= at; i--) {
                    file[i] = (byte) random.nextInt(256);
                }
            }
            assertThat(gaps(framing("fixed", ENTRY), file)).isEmpty();

            int at = 120 + random.nextInt(file.length - 400);
            int lost = 1 + random.nextInt(39);
            Matcher gap = PLACES.matcher(gaps(framing("fixed", ENTRY), without(file, at, lost)));
            if (gap.find()) {
                told++;
                assertThat(Integer.parseInt(gap.group(1))).isBetween(at - 400, at + 40);
                assertThat(Integer.parseInt(gap.group(2))).isGreaterThan(at - 40);
                assertThat(Integer.parseInt(gap.group(3))).isEqualTo(lost);
            }
        }
        assertThat(told).isGreaterThan(250);
    }

    @Test
    void otherLengthsAreNotProposedWhereTheFirstRecordsDecode() {
        assertThat(fault(framing("fixed", ENTRY), without(file(30), 410, 17)))
                .hasMessageContaining("Its first records decode, so they have the right length")
                .hasMessageNotContaining("Near lengths");
        assertThat(fault(framing("fixed", ENTRY), Arrays.copyOf(file(9_000), 359_990)))
                .hasMessageContaining("Its first records decode, so they have the right length");
        assertThat(fault(framing("fixed", TEXTS), without(file(30), 410, 17))).hasMessageContaining("Near lengths");
        assertThat(fault(framing("{fixed: {length: 38}}", ENTRY), file(30))).hasMessageContaining("Near lengths");
    }

    @Test
    void whatStandsBeforeTheRecordsIsNoGap() throws IOException {
        byte[] file = with(without(file(30), 410, 17), 0, 5, 0xFF);

        assertThat(gaps(framing("{fixed: {skip-first: 5}}", ENTRY), file))
                .startsWith(
                        "the records decode up to record 10, which ends at byte 405 (0x195), and again from byte 428");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rdw", "{length-field: {field: E-LENGTH}}", "{by-type: {field: E-TYPE, lengths: DT=40 HD=20}}"})
    void recordsThatTellTheirLengthAreFoundAgain(String form) throws IOException {
        boolean isDescribed = form.equals("rdw");
        byte[] file = isDescribed ? described(30) : file(30);
        int ends = isDescribed ? 440 : 400;
        Framing framing = framing(form, ENTRY);

        assertThat(gaps(framing, file)).isEmpty();
        assertThat(gaps(framing, without(file, ends + 3, 17)))
                .isEqualTo("the records decode up to record 10, which ends at byte " + Gap.place(ends)
                        + ", and again from byte " + Gap.place(ends + (isDescribed ? 27 : 23)) + " on: the "
                        + (isDescribed ? 27 : 23) + " bytes between are no record");
        assertThat(gaps(framing, with(file, ends, 17, 0xFF))).contains("the 17 bytes between are no record");
        assertThat(fault(framing, with(file, ends, 17, 0xFF)).fileOffset()).isEqualTo(ends);
    }
}
