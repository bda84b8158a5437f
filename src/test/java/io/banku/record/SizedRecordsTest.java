package io.banku.record;

import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.framing;
import static io.banku.record.Framed.records;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records are R-LENGTH (2 bytes binary), R-TYPE (2 characters), R-REST. */
class SizedRecordsTest {
    private static final String BY_TYPE = "{by-type: {field: R-TYPE, lengths: HD=5 DT=REC X=4}}";

    @Test
    void aFieldOfTheRecordGivesItsLength() throws Exception {
        assertThat(records(framing("{length-field: {field: R-LENGTH}}"), "0003 C1  0004 C2C3  0002"))
                .containsExactly("1@0:0003C1", "2@3:0004C2C3", "3@7:0002");
    }

    @Test
    void whatTheFieldDoesNotCountIsAdded() throws Exception {
        assertThat(records(framing("{length-field: {field: R-LENGTH, add: 2}}"), "0001 C1  0000"))
                .containsExactly("1@0:0001C1", "2@3:0000");
    }

    @Test
    void theTypeGivesTheLengthAsANumberOrAnItemOfTheCopybook() throws Exception {
        // HD of 5 bytes, DT as long as REC, and X with the blank that fills it up
        assertThat(records(framing(BY_TYPE), "0000C8C4F1  0000C4E3F1F2F3F4  0000E740"))
                .containsExactly("1@0:0000C8C4F1", "2@5:0000C4E3F1F2F3F4", "3@13:0000E740");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # form                                            | file          | code     | message contains
            {length-field: {field: R-LENGTH}}                 | 0001 C1       | BNK-2108 | expected a record of at least the 2 bytes up to its length field R-LENGTH, found a length of 1
            {length-field: {field: R-LENGTH}}                 | 0005 C1       | BNK-2103 | expected a record of 5 bytes by its length field R-LENGTH after 0 records, found 3
            {length-field: {field: R-LENGTH}}                 | 00            | BNK-2103 | expected a record at least 2 bytes, up to its length field R-LENGTH,
            {length-field: {field: R-LENGTH, longest: 3}}     | 0004 C1C2     | BNK-2106 | expected records of at most 3 bytes ('longest'), found one of 4
            {length-field: {field: R-LENGTH}}                 | FFFF C1C2     | BNK-2108 | [FF FF]
            """)
    void aLengthThatCannotBeIsTold(String form, String file, String code, String message) {
        FramingException fault = fault(framing(form), file);

        assertThat(fault).hasMessageContaining(message);
        assertThat(fault.code()).isEqualTo(code);
    }

    @Test
    void aTypeWithoutALengthIsTold() {
        FramingException fault = fault(framing(BY_TYPE), "0000C8C4F1 0000D8D8F1");

        assertThat(fault.code()).isEqualTo("BNK-2108");
        assertThat(fault.fileOffset()).isEqualTo(5);
        assertThat(fault)
                .hasMessageStartingWith("expected the type field R-TYPE of a record after 1 records, found [D8 D8]:"
                        + " expected a type with a length: HD, DT, X");
    }
}
