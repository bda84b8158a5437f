package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {
    private static final CodePage ASCII = CodePage.of("ascii");
    private static final CodePage EBCDIC = CodePage.of("cp037");

    @Test
    void aFileOfFixedRecordsIsCutAtEachLength() throws Exception {
        assertThat(records(Framing.fixed(2), "C1C2 C3C4 C5C6")).containsExactly("1@0:C1C2", "2@2:C3C4", "3@4:C5C6");
    }

    @Test
    void anEmptyFileHasNoRecords() throws Exception {
        assertThat(records(Framing.fixed(2), "")).isEmpty();
        assertThat(records(Framing.rdw(), "")).isEmpty();
        assertThat(records(Framing.lines(ASCII), "")).isEmpty();
    }

    @Test
    void aRemainderAfterFixedRecordsIsToldWithNearLengthsThatDivideTheFile() {
        FramingException fault = fault(Framing.fixed(5), "C1C1C1C1C1 C2C2C2C2C2 C3C3");

        assertThat(fault.code()).isEqualTo("BNK-2101");
        assertThat(fault.fileOffset()).isEqualTo(10);
        assertThat(fault)
                .hasMessage(
                        "expected records of 5 bytes, found 2 bytes after 2 whole records: C3 C3. Is the file cut off,"
                                + " or the record length another? Near lengths that divide its 12 bytes: 4, 6, 3");
    }

    @Test
    void descriptorWordsGiveTheLengthOfEachRecordWithTheirOwn() throws Exception {
        assertThat(records(Framing.rdw(), "00060000 C1C2  00040000  00050000 C3"))
                .containsExactly("1@4:C1C2", "2@10:", "3@14:C3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # file                              | code     | at | message contains
            0003 0000 C1                        | BNK-2102 | 0  | found 00 03 00 00: a length of 3 is less than the word's own 4 bytes
            0000 0000                           | BNK-2102 | 0  | a length of 0 is less than the word's own 4 bytes
            0006 0100 C1C2                      | BNK-2102 | 0  | a segment of a spanned record, which is not supported yet
            0006 0001 C1C2                      | BNK-2102 | 0  | bytes 3 and 4 are not 0
            F1F2 F3F4 F5                        | BNK-2102 | 0  | did the transfer drop the words (FTP: quote site rdw)
            0700 0000 C1C2C3                    | BNK-2103 | 0  | Little-endian it would be 7
            000C 0000 0008 0000 C1C2C3C4        | BNK-2102 | 0  | found a block of records after 00 0C 00 00
            0006 0000 C1C2 0009 0000 C1C2       | BNK-2103 | 6  | expected a record of 9 bytes by its descriptor word 00 09 00 00 after 1 records, found 6
            0006 0000 C1C2 0006                 | BNK-2103 | 6  | expected a record descriptor word of 4 bytes after 1 records, found only 00 06
            0002 0000 C1C2                      | BNK-2102 | 0  | a length of 2 is less
            0006 0000 C1C2 C3C4 0006 0000 C1C2  | BNK-2102 | 6  | do its lengths leave out the word's own 4 bytes?
            """)
    void bytesThatAreNoDescriptorWordAreToldWithAHint(String file, String code, long at, String message) {
        FramingException fault = fault(Framing.rdw(), file);

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.fileOffset()).isEqualTo(at);
        assertThat(fault).hasMessageContaining(message);
    }

    @Test
    void linesEndWithLineFeedAndTheLastOneNeedsNoEnd() throws Exception {
        assertThat(records(Framing.lines(ASCII), "4142 0A 43 0D0A 0A 0D0A 44"))
                .containsExactly("1@0:4142", "2@3:43", "3@6:", "4@7:", "5@9:44");
    }

    @Test
    void ebcdicLinesEndWithNextLineOrLineFeed() throws Exception {
        assertThat(records(Framing.lines(EBCDIC), "C1C2 15 C3 25 C4 0D15 0A"))
                .containsExactly("1@0:C1C2", "2@3:C3", "3@5:C4", "4@8:0A");
    }

    @Test
    void aCarriageReturnWithinALineBelongsToIt() throws Exception {
        assertThat(records(Framing.lines(ASCII), "41 0D 42 0A")).containsExactly("1@0:410D42");
    }

    @Test
    void aLineOfTheGreatestLengthIsReadAndALongerOneRefused() throws Exception {
        assertThat(records(Framing.lines(ASCII), "41".repeat(Lines.LONGEST) + "0A"))
                .hasSize(1);
        assertThat(fault(Framing.lines(ASCII), "41".repeat(Lines.LONGEST + 1) + "0A")
                        .code())
                .isEqualTo("BNK-2104");
    }

    @Test
    void aLineWithoutEndIsAnErrorNotAnAllocation() {
        InputStream endless = new Repeated((byte) 'A');

        FramingException fault = catchThrowableOfType(
                FramingException.class, () -> Framing.lines(ASCII).open(endless).next(new Frame()));

        assertThat(fault.code()).isEqualTo("BNK-2104");
        assertThat(fault).hasMessageStartingWith("expected a line of at most 65536 bytes after 0 lines");
    }

    /** More than the window holds, so that records lie across its refills, and records larger than it. */
    @ParameterizedTest
    @CsvSource({"1", "4093", "262144", "700001"})
    void recordsComeWholeWhereverTheReadsOfTheFileFall(int length) throws Exception {
        int count = Math.max(3, 1_000_000 / length);
        try (RecordSource source = Framing.fixed(length).open(new Trickle((long) length * count))) {
            Frame frame = new Frame();
            long position = 0;
            while (source.next(frame)) {
                assertThat(frame.fileOffset).isEqualTo(position);
                assertThat(frame.number).isEqualTo(position / length + 1);
                assertThat(frame.bytes[frame.start]).isEqualTo(Trickle.at(position));
                assertThat(frame.bytes[frame.start + length - 1]).isEqualTo(Trickle.at(position + length - 1));
                position += length;
            }
            assertThat(position).isEqualTo((long) length * count);
        }
    }

    @Test
    void offsetsGoBeyondTwoGigabytes() throws Exception {
        int length = 100_000_000;
        try (RecordSource source = Framing.fixed(length).open(new Repeated((byte) 0))) {
            Frame frame = new Frame();
            for (int i = 0; i < 23; i++) {
                source.next(frame);
            }
            assertThat(frame.fileOffset).isEqualTo(2_200_000_000L);
        }
    }

    @Test
    void closingTheSourceClosesTheStream() throws Exception {
        boolean[] closed = new boolean[1];
        InputStream stream = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        Framing.rdw().open(stream).close();

        assertThat(closed[0]).isTrue();
    }

    @Test
    void aFramingIsFoundByItsWord() throws Exception {
        assertThat(records(Framing.of("fixed", 1, ASCII), "4142")).hasSize(2);
        assertThat(records(Framing.of("rdw", 0, EBCDIC), "00040000")).hasSize(1);
        assertThat(records(Framing.of("lines", 0, ASCII), "410A42")).hasSize(2);
        assertThatThrownBy(() -> Framing.of("vb", 0, EBCDIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the framing fixed, rdw or lines, found vb");
        assertThatThrownBy(() -> Framing.of("fixed", 0, EBCDIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a record length from 1, found 0");
    }

    /** {@code number@fileOffset:bytes} of every record. */
    private static List<String> records(Framing framing, String hex) throws IOException, FramingException {
        List<String> records = new ArrayList<>();
        byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));
        try (RecordSource source = framing.open(new ByteArrayInputStream(file))) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                String bytes =
                        HexFormat.of().withUpperCase().formatHex(frame.bytes, frame.start, frame.start + frame.length);
                records.add(frame.number + "@" + frame.fileOffset + ":" + bytes);
            }
        }
        return records;
    }

    private static FramingException fault(Framing framing, String hex) {
        return catchThrowableOfType(FramingException.class, () -> records(framing, hex));
    }

    /** A stream of one byte without end. */
    private static final class Repeated extends InputStream {
        private final byte content;

        Repeated(byte content) {
            this.content = content;
        }

        @Override
        public int read() {
            return content;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            Arrays.fill(into, from, from + count, content);
            return count;
        }
    }

    /** A stream whose bytes tell their place, in reads of uneven size. */
    private static final class Trickle extends InputStream {
        private final long size;
        private long position;

        Trickle(long size) {
            this.size = size;
        }

        static byte at(long position) {
            return (byte) (position % 251);
        }

        @Override
        public int read() {
            return position == size ? -1 : at(position++) & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (position == size) {
                return -1;
            }
            int given = (int) Math.min(Math.min(count, size - position), 1 + position % 8191);
            for (int i = 0; i < given; i++) {
                into[from + i] = at(position++);
            }
            return given;
        }
    }
}
