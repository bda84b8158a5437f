package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records become a file, and the file is the same records again. */
class FramedOutputTest {
    private static final Layout LAYOUT = Copybook.parse("R.cpy", "01 R PIC X(3).");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # framing                                     | encoding | the records C1C2C3 and D1D2D3
            {fixed: {length: 3}}                          | cp037    | C1C2C3D1D2D3
            fixed                                         | cp037    | C1C2C3D1D2D3
            lines                                         | cp037    | C1C2C315D1D2D315
            lines                                         | us-ascii | C1C2C30AD1D2D30A
            {lines: {end: crlf}}                          | us-ascii | C1C2C30D0AD1D2D30D0A
            rdw                                           | cp037    | 00070000C1C2C300070000D1D2D3
            {rdw: {inclusive: false}}                     | cp037    | 00030000C1C2C300030000D1D2D3
            {rdw: {endian: little}}                       | cp037    | 07000000C1C2C307000000D1D2D3
            {rdw: {word: 00LL}}                           | cp037    | 00000007C1C2C300000007D1D2D3
            {rdw: {word: 00LL, endian: little}}           | cp037    | 00000700C1C2C300000700D1D2D3
            {rdw: {word: LL}}                             | cp037    | 0005C1C2C30005D1D2D3
            {rdw: {word: LLLL, inclusive: false}}         | cp037    | 00000003C1C2C300000003D1D2D3
            {rdw: {word: LLLL, endian: little}}           | cp037    | 07000000C1C2C307000000D1D2D3
            """)
    void theFileOfEachFraming(String form, String encoding, String file) throws Exception {
        FramedOutput output = output(form, encoding);
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        output.write(bytes("C1C2C3"), written);
        output.write(bytes("D1D2D3"), written);

        assertThat(HexFormat.of().withUpperCase().formatHex(written.toByteArray()))
                .isEqualTo(file);
        assertThat(output.isOfOneLength()).isEqualTo(form.contains("fixed"));
        Framing framing = Framing.of(form, LAYOUT, CodePage.of(encoding));
        assertThat(Framed.records(framing, written.toByteArray()))
                .map(record -> record.substring(record.indexOf(':') + 1))
                .containsExactly("C1C2C3", "D1D2D3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {rdw: {word: LL, inclusive: false}} | 65535
            {rdw: {word: LL}}                   | 65533
            rdw                                 | 65531
            """)
    void aRecordMayBeAsLongAsItsWordCanSay(String form, int most) throws IOException {
        FramedOutput output = output(form, "cp037");
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        output.write(new byte[most], written);

        assertThat(written.size()).isEqualTo(most + (form.contains("LL,") || form.contains("LL}") ? 2 : 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output.write(new byte[most + 1], written))
                .withMessageStartingWith("expected a record whose length fits a descriptor word LL")
                .withMessageEndingWith("found " + (most + 1) + " bytes");
    }

    @Test
    void aRecordOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> output("{fixed: {length: 3}}", "cp037").write(bytes("C1C2"), new ByteArrayOutputStream()))
                .withMessage("expected a record of 3 bytes for the framing fixed, found 2");
    }

    @Test
    void aFramingThatIsOnlyReadIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output("bdw", "cp037").write(bytes("C1"), new ByteArrayOutputStream()))
                .withMessage(
                        "expected the framing fixed, lines or rdw for writing, without skip-first, skip-last, blocked"
                                + " and {zero-word: ends-file}, found bdw");
    }

    /** They would be read by the same framing as other records. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {fixed: {skip-first: 2}}   | cp037    | C1C2C3   | fixed, lines or rdw for writing, without skip-first
            {rdw: {skip-last: 1}}      | cp037    | C1C2C3   | fixed, lines or rdw for writing, without skip-first
            lines                      | us-ascii | 410A42   | found what ends a line at its byte 0x1: 0A 42; write it by
            lines                      | us-ascii | 41420D   | found what ends a line at its byte 0x2: 0D 0A
            lines                      | cp037    | C11525   | found what ends a line at its byte 0x1: 15 25
            {lines: {end: crlf}}       | us-ascii | 410D0A   | found what ends a line at its byte 0x1: 0D 0A
            {lines: {width: 3}}        | us-ascii | 4142     | expected a record of 3 bytes for lines of that width, found 2
            """)
    void aRecordThatWouldNotBeReadAgainIsRefused(String form, String encoding, String record, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output(form, encoding).write(bytes(record), new ByteArrayOutputStream()))
                .withMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lines                      | us-ascii | 0D0A
            lines                      | cp037    | 0D25
            lines                      | cp037    | ''
            {lines: {end: lf}}         | us-ascii | 0A
            {lines: {width: 3}}        | us-ascii | 15
            """)
    void aLineMayHaveAnyEndThatIsRead(String form, String encoding, String end) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        output(form, encoding).write(bytes("414243"), bytes(end), written);

        assertThat(written.toByteArray()).isEqualTo(bytes("414243" + end));
        assertThat(Framed.records(Framing.of(form, LAYOUT, CodePage.of(encoding)), written.toByteArray()))
                .containsExactly("1@0:414243");
    }

    @Test
    void anEndThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output("{lines: {end: lf}}", "us-ascii")
                        .write(bytes("41"), bytes("0D0A"), new ByteArrayOutputStream()))
                .withMessage("expected a line end of the framing lines, 0A for example, found 0D 0A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output("lines", "us-ascii").write(bytes(""), bytes(""), new ByteArrayOutputStream()))
                .withMessage("expected a record with bytes where its line has no end, found none");
    }

    private static FramedOutput output(String form, String encoding) {
        return FramedOutput.of(form, LAYOUT, Dialect.of(CodePage.of(encoding)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
