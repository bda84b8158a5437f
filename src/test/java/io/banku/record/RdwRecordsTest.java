package io.banku.record;

import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.framing;
import static io.banku.record.Framed.records;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdwRecordsTest {
    @Test
    void descriptorWordsGiveTheLengthOfEachRecordWithTheirOwn() throws Exception {
        assertThat(records(framing("rdw"), "00060000 C1C2  00040000  00050000 C3"))
                .containsExactly("1@4:C1C2", "2@10:", "3@14:C3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # form                                                    | the records C1C2 and C3
            rdw                                                       | 0006 0000 C1C2  0005 0000 C3
            {rdw: {endian: big, inclusive: true}}                     | 0006 0000 C1C2  0005 0000 C3
            {rdw: {inclusive: false}}                                 | 0002 0000 C1C2  0001 0000 C3
            {rdw: {endian: little}}                                   | 0600 0000 C1C2  0500 0000 C3
            {rdw: {endian: little, inclusive: false}}                 | 0200 0000 C1C2  0100 0000 C3
            {rdw: {word: 00LL}}                                       | 0000 0006 C1C2  0000 0005 C3
            {rdw: {word: 00LL, endian: little, inclusive: false}}     | 0000 0200 C1C2  0000 0100 C3
            {rdw: {word: LL}}                                         | 0004 C1C2  0003 C3
            {rdw: {word: LL, endian: little, inclusive: false}}       | 0200 C1C2  0100 C3
            {rdw: {word: LLLL}}                                       | 00000006 C1C2  00000005 C3
            {rdw: {word: LLLL, endian: little, inclusive: false}}     | 02000000 C1C2  01000000 C3
            bdw                                                       | 000A0000 0006 0000 C1C2  00090000 0005 0000 C3
            bdw                                                       | 000F0000 0006 0000 C1C2  0005 0000 C3
            bdw                                                       | 8000000F 0006 0000 C1C2  0005 0000 C3
            bdw                                                       | 00040000 000A0000 0006 0000 C1C2  00040000 00090000 0005 0000 C3
            {bdw: {inclusive: false}}                                 | 00060000 0002 0000 C1C2  00050000 0001 0000 C3
            {bdw: {block-inclusive: false}}                           | 000B0000 0006 0000 C1C2  0005 0000 C3
            {bdw: {endian: little}}                                   | 0F000000 0600 0000 C1C2  0500 0000 C3
            {bdw: {block-inclusive: false}}                           | 8000000B 0006 0000 C1C2  0005 0000 C3
            {bdw: {word: LLLL}}                                       | 0000000F 00000006 C1C2  00000005 C3
            {rdw: {skip-first: 2, skip-last: 3}}                      | AAAA 0006 0000 C1C2  0005 0000 C3 BBBBBB
            {rdw: {trailing: ignored}}                                | 0006 0000 C1C2  0005 0000 C3 0D0A1A
            """)
    void everyWayToWriteALengthIsRead(String form, String file) throws Exception {
        assertThat(records(framing(form), file))
                .extracting(record -> record.replaceAll("@\\d+", ""))
                .containsExactly("1:C1C2", "2:C3");
    }

    /** Lengths whose bytes all count: of a block in the form LL00, of a record in the form LLLL. */
    @Test
    void aLengthOfMoreThanTwoBytesIsRead() throws Exception {
        String record = "80000000" + "C1".repeat(0x7FFC);
        String little = "04000100" + "C1".repeat(0x10000);

        assertThat(records(framing("bdw"), "80010004" + record + record)).hasSize(2);
        assertThat(records(framing("{rdw: {word: LLLL, endian: little}}"), little + little))
                .hasSize(2);
    }

    /** Its first bit is no sign of an extended block. */
    @Test
    void aLittleEndianLengthMayBeginWithAnyBit() throws Exception {
        assertThat(records(framing("{bdw: {endian: little}}"), "88000000 84000000" + "C1".repeat(0x80)))
                .hasSize(1);
        assertThat(records(framing("{bdw: {word: LLLL, endian: little}}"), "88000000 84000000" + "C1".repeat(0x80)))
                .hasSize(1);
    }

    @Test
    void segmentsOfASpannedRecordAreJoined() throws Exception {
        assertThat(records(framing("rdw"), "00050000 C1  00060100 C2C3  00050300 C4  00060200 C5C6  00050000 C7"))
                .containsExactly("1@4:C1", "2@9:C2C3C4C5C6", "3@26:C7");
    }

    @Test
    void aRecordMaySpanBlocks() throws Exception {
        assertThat(records(framing("bdw"), "000A0000 00060100 C1C2  00090000 00050200 C3  00080000 00040000"))
                .containsExactly("1@8:C1C2C3", "2@27:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # form                      | file                                          | code     | at | message contains
            rdw                         | 0003 0000 C1                                  | BNK-2102 | 0  | found 00 03 00 00: a length of 3 is less than the word's own 4 bytes
            rdw                         | 0000 0000                                     | BNK-2102 | 0  | a length of 0 is less than the word's own 4 bytes
            rdw                         | 0006 0001 C1C2                                | BNK-2102 | 0  | bytes beside the length are not 0
            rdw                         | 0006 0400 C1C2                                | BNK-2102 | 0  | bytes beside the length are not 0, nor 1 to 3 for a segment
            rdw                         | F1F2 F3F4 F5                                  | BNK-2102 | 0  | did the transfer drop the descriptor words (FTP: quote site rdw)
            rdw                         | 0700 0000 C1C2C3                              | BNK-2103 | 0  | try framing: {rdw: {endian: little}}
            rdw                         | 000C 0000 0008 0000 C1C2C3C4                  | BNK-2102 | 0  | found a block of records after 00 0C 00 00
            rdw                         | 0006 0000 C1C2 0009 0000 C1C2                 | BNK-2103 | 6  | expected a record of 9 bytes by its descriptor word 00 09 00 00 after 1 records, found 6
            rdw                         | 0006 0000 C1C2 0006                           | BNK-2103 | 6  | expected a record descriptor word of 4 bytes after 1 records, found only 00 06
            rdw                         | 0002 0000 C1C2                                | BNK-2102 | 0  | a length of 2 is less
            rdw                         | 0005 0200 C1                                  | BNK-2107 | 4  | expected the first segment of a spanned record, found a later one
            rdw                         | 0005 0300 C1                                  | BNK-2107 | 4  | expected the first segment of a spanned record, found a later one
            rdw                         | 0005 0100 C1 0005 0000 C2                     | BNK-2107 | 9  | expected the next segment of a spanned record, found the beginning of another record
            rdw                         | 0005 0100 C1 0005 0100 C2                     | BNK-2107 | 9  | expected the next segment of a spanned record, found the beginning of another record
            rdw                         | 0005 0100 C1                                  | BNK-2107 | 5  | expected the last segment of the record after 0 records, found the end of the file
            {rdw: {longest: 1}}         | 0006 0000 C1C2                                | BNK-2106 | 0  | expected records of at most 1 bytes ('longest'), found the descriptor word 00 06 00 00 for one of 2
            {rdw: {longest: 3}}         | 0006 0100 C1C2 0006 0200 C1C2                 | BNK-2106 | 10 | expected spanned records of at most 3 bytes
            {rdw: {word: LLLL}}         | FFFFFFFF C1C2                                 | BNK-2106 | 0  | for one of 4294967291
            bdw                         | 0006 0000 C1C2                                | BNK-2103 | 4  | expected a record descriptor word
            bdw                         | 0009 0000 0006 0000 C1C2                      | BNK-2102 | 4  | expected a record within the 5 bytes that its block has left, found 00 06 00 00 for one of 6
            bdw                         | 0006 0001 C1C2                                | BNK-2102 | 0  | expected a block descriptor word after 0 records, found 00 06 00 01
            bdw                         | 000F 0000 0006 0000 C1C2                      | BNK-2103 | 10 | expected 5 more bytes of the block after 1 records, found the end of the file: is it cut off?
            bdw                         | 0005 0000                                     | BNK-2103 | 4  | expected 1 more bytes of the block after 0 records
            {bdw: {trailing: ignored}}  | 000F 0000 0006 0000 C1C2 1A                   | BNK-2103 | 10 | expected 5 more bytes of the block after 1 records
            bdw                         | 000A 0000 0006 0000 C1C2 00                   | BNK-2103 | 10 | expected a block descriptor word of 4 bytes after 1 records, found only 00
            """)
    void bytesThatAreNoDescriptorWordAreToldWhereTheyStand(
            String form, String file, String code, long at, String message) {
        FramingException fault = fault(framing(form), file);

        assertThat(fault).hasMessageContaining(message);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.fileOffset()).isEqualTo(at);
    }

    @Test
    void aRecordIsNotCopiedUnlessItIsSpanned() throws Exception {
        RecordSource source =
                framing("rdw").open(new java.io.ByteArrayInputStream(Framed.bytes("00050000C1 00050000C2")));
        Frame frame = new Frame();
        source.next(frame);
        byte[] buffer = frame.bytes;
        source.next(frame);

        assertThat(frame.bytes).isSameAs(buffer);
    }
}
