package io.banku.record;

import static io.banku.record.Framed.bytes;
import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.framing;
import static io.banku.record.Framed.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTest {
    private static final byte[] RECORDS = bytes("00060000 C1C2  00050000 C3");

    @Test
    void aGzipFileIsReadAsItsContent() throws Exception {
        assertThat(records(framing("rdw"), gzip(RECORDS))).containsExactly("1@4:C1C2", "2@10:C3");
    }

    @Test
    void aGzipFileOfSeveralPartsIsReadToItsEndHoweverItsReadsFall() throws Exception {
        byte[] parts =
                join(gzip(bytes("00060000 C1")), gzip(new byte[0]), gzip(bytes("C2 00050000 C3")), new byte[512]);
        ByteArrayInputStream onePerRead = new ByteArrayInputStream(parts) {
            @Override
            public synchronized int read(byte[] into, int from, int count) {
                return super.read(into, from, Math.min(1, count));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        Frame frame = new Frame();

        try (RecordSource source = framing("rdw").open(onePerRead)) {
            assertThat(source.next(frame)).isTrue();
            assertThat(source.next(frame)).isTrue();
            assertThat(frame.fileOffset).isEqualTo(10);
            assertThat(source.next(frame)).isFalse();
        }
        assertThat(onePerRead.read())
                .as("read to the last byte, for the hash of the file")
                .isEqualTo(-1);
    }

    @Test
    void aHeaderWithNameCommentExtraFieldAndChecksumIsStepped() throws Exception {
        byte[] plain = gzip(RECORDS);
        byte[] header = bytes("1F8B 08 1E 00000000 00 FF  0300 AAAAAA  6100  6200  0000");

        assertThat(records(framing("rdw"), join(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .hasSize(2);
    }

    @Test
    void aLargeContentIsStreamed() throws Exception {
        byte[] content = new byte[3_000_000];

        assertThat(gzip(content).length).isLessThan(5_000);
        assertThat(records(framing("{fixed: {length: 100000}}"), gzip(content))).hasSize(30);
    }

    @Test
    void aGzipFileThatIsCutOffAnywhereIsToldAsCutOff() throws Exception {
        byte[] whole = gzip(RECORDS);
        for (int length = 3; length < whole.length; length++) {
            FramingException fault = fault(framing("rdw"), Arrays.copyOf(whole, length));

            assertThat(fault.code()).as("%d bytes", length).isEqualTo("BNK-2111");
            assertThat(fault).hasMessageContaining("found it cut off");
        }
    }

    @Test
    void aGzipFileThatIsDamagedIsTold() throws Exception {
        byte[] checksum = gzip(RECORDS);
        checksum[checksum.length - 8] ^= 1;
        byte[] flags = gzip(RECORDS);
        flags[3] = (byte) 0x80;

        assertThat(fault(framing("rdw"), checksum)).hasMessageContaining("found another checksum or size");
        assertThat(fault(framing("rdw"), flags)).hasMessageContaining("flags that RFC 1952 does not know");
        assertThat(fault(framing("rdw"), join(gzip(RECORDS), bytes("C1C2"))))
                .hasMessageContaining("found other bytes behind it")
                .hasMessageEndingWith("after 11 bytes of content");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            504B0304 1400                          | a zip archive, which begins 50 4B 03 04 14 00
            504B0506 0000                          | a zip archive without files
            1F9D90                                 | a file packed by compress (.Z)
            425A683931                             | a bzip2 file
            FD377A585A00                           | an xz file
            28B52FFD                               | a Zstandard file
            377ABCAF271C                           | a 7z archive
            50E0 C9D5D4D9F0F1 C1C2                 | a file of TSO TRANSMIT (XMIT)
            0044 0000 0040 0000 00 CA6D0F 4000     | an unload of IEBCOPY
            0044 0000 0040 0000 01 CA6D0F 4000     | an unload of IEBCOPY
            0300 0000 A000 C1C2C3 0200 0300 A000 C4 | a tape in AWS format
            0300 0000 A000 C1C2C3 0000 0300 4000   | a tape in AWS format
            0201 0050 0000 0000 0000 0050 C1       | a file of AMATERSE (TRSMAIN)
            0500 0050 8000 6D60 0000 0050 C1       | a file of AMATERSE (TRSMAIN)
            0201 0150 0000 0000 0000 0150          | a file of AMATERSE (TRSMAIN)
            """)
    void anotherContainerIsNamedWithAdvice(String file, String name) {
        FramingException fault = fault(framing("fixed"), file);

        assertThat(fault.code()).isEqualTo("BNK-2110");
        assertThat(fault).hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "03000000A000C1C2C302000400A000",
        "03000100A000C1C2C302000300A000",
        "03000000A000C1C2C3",
        "020100500000000000000051",
        "020100500000000000000150",
        "020200500000000000000050",
        "02FF00500000000000000050",
        "020100000000000000000000",
        "020100500000000001000050",
        "020100500000000000010050",
        "0201005000000000000000"
    })
    void whatIsNotAllOfATerseHeaderIsNone(String file) throws Exception {
        assertThat(records(framing("{fixed: {length: 1}}"), file)).hasSize(file.length() / 2);
    }

    @Test
    void anExtraFieldOfTwoBytesLengthIsStepped() throws Exception {
        byte[] plain = gzip(RECORDS);
        byte[] header = bytes("1F8B 08 04 00000000 00 FF  0101" + "AA".repeat(0x101));

        assertThat(records(framing("rdw"), join(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .hasSize(2);
    }

    @Test
    void whatStandsBehindTheRecordsIsSkippedWithinGzip() throws Exception {
        assertThat(records(
                        framing("{fixed: {length: 2, skip-first: 1, skip-last: 3}}"),
                        gzip(bytes("AA C1C2 C3C4 BBBBBB"))))
                .containsExactly("1@1:C1C2", "2@3:C3C4");
    }

    @Test
    void aContainerWithinGzipIsNamedToo() throws Exception {
        assertThat(fault(framing("fixed"), gzip(bytes("504B0304 1400")))).hasMessageContaining("a zip archive");
        assertThat(fault(framing("fixed"), gzip(gzip(RECORDS)))).hasMessageContaining("gzip within gzip");
    }

    @Test
    void aRecordThatOnlyBeginsLikeTerseIsARecord() throws Exception {
        assertThat(records(framing("{rdw: {endian: little, inclusive: false}}"), "0500 0000 C1C2C3C4C5 0100 0000 C1"))
                .hasSize(2);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
