package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A byte order mark is no part of the first record. */
class ByteOrderMarkTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # encoding | framing                  | file                    | first record | marked
            utf-8      | lines                    | EFBBBF 4142 0A 4344 0A  | 4142         | true
            us-ascii   | lines                    | EFBBBF 4142 0A 4344 0A  | 4142         | true
            iso-8859-1 | {lines: {width: 2}}      | EFBBBF 4142 0A 4344 0A  | 4142         | true
            utf-8      | {lines: {pad-to: 3}}     | EFBBBF 4142 0A          | 414220       | true
            utf-8      | {fixed: {length: 2}}     | EFBBBF 4142 4344        | 4142         | true
            utf-8      | lines                    | 4142 0A EFBBBF 4344 0A  | 4142         | false
            utf-8      | lines                    | EFBB 0A                 | EFBB         | false
            us-ascii   | {fixed: {length: 5}}     | EFBBBF 4142             | EFBBBF4142   | false
            cp037      | lines                    | EFBBBF C1C2 15          | EFBBBFC1C2   | false
            """)
    void itIsSteppedOverWhereItCanBeNoData(String encoding, String form, String file, String first, boolean marked)
            throws Exception {
        byte[] bytes = HexFormat.of().parseHex(file.replace(" ", ""));
        Framing framing = Framing.of(form, OneField.layout("X(2)"), CodePage.of(encoding));

        try (RecordSource source = framing.open(new ByteArrayInputStream(bytes))) {
            Frame frame = new Frame();
            source.next(frame);

            assertThat(OneField.hex(frame).replace(" ", "")).isEqualTo(first);
            assertThat(source.isMarked()).isEqualTo(marked);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 6"})
    void placesStayThoseOfTheFile(int record, long offset) throws Exception {
        byte[] bytes = "\uFEFFAB\nCD\n".getBytes(StandardCharsets.UTF_8);
        Frame frame = new Frame();

        try (RecordSource source = Framing.lines(CodePage.of("utf-8")).open(new ByteArrayInputStream(bytes))) {
            for (int i = 0; i < record; i++) {
                source.next(frame);
            }
        }

        assertThat(frame.fileOffset).isEqualTo(offset);
    }
}
