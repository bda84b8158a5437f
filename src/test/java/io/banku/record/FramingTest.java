package io.banku.record;

import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
    private static final CodePage ASCII = CodePage.of("ascii");

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
                                + " or the record length another? Near lengths that divide its 12 bytes: 4, 6, 3. The file"
                                + " begins C1 C1 C1 C1 C1 C2 C2 C2 C2 C2 C3 C3");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed",
                "lines",
                "{lines: {width: 3}}",
                "{lines: {pad-to: 3}}",
                "rdw",
                "bdw",
                "{length-field: {field: R-LENGTH}}"
            })
    void closingTheSourceClosesTheStream(String form) throws Exception {
        boolean[] closed = new boolean[1];
        InputStream stream = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        Framed.framing(form).open(stream).close();

        assertThat(closed[0]).isTrue();
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
