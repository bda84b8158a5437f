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
                .withMessage("expected the framing fixed, lines or rdw for writing, found bdw");
    }

    private static FramedOutput output(String form, String encoding) {
        return FramedOutput.of(form, LAYOUT, Dialect.of(CodePage.of(encoding)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
