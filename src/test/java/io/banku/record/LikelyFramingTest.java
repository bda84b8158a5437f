package io.banku.record;

import static io.banku.record.Framed.ascii;
import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.framing;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the framing does not fit, the message says which one would. */
class LikelyFramingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # tried                     | file                                                           | fits
            rdw                         | 0600 0000 C1C2  0800 0000 C3C4C5C6                             | {rdw: {endian: little}}
            rdw                         | 0005 0000 C1C2C3C4C5  0002 0000 C1C2                           | {rdw: {inclusive: false}}
            rdw                         | 0500 0000 C1C2C3C4C5  0300 0000 C1C2C3                         | {rdw: {endian: little, inclusive: false}}
            rdw                         | 0000 0007 C1C2C3                                               | {rdw: {word: 00LL}}
            {rdw: {inclusive: false}}   | 000E0000 0005 0000 C1 0005 0000 C2                             | bdw
            rdw                         | 0006C1C2C3C4 0005C1C2C3 0006C1C2C3C4 0006C1C2C3C4 0007C1C2C3C4C5 0006C1C2C3C4 | {rdw: {word: LL}}
            bdw                         | 0006 0000 C1C2  0008 0000 C1C2C3C4                             | rdw
            {rdw: {inclusive: false}}   | 0008 0000 C1C2C3C4 0006 0000 C1C2                              | rdw
            fixed                       | 0009 0000 C1C2C3C4C5  000A 0000 C1C2C3C4C5C6                   | rdw
            lines                       | 00F4 0000 @240                                                 | rdw
            """)
    void aFramingThatTheFirstRecordsFitIsProposed(String tried, String file, String fits) {
        String hex = file.replace("@240", "C1".repeat(240));
        Framing framing = tried.equals("lines") ? framing("{lines: {longest: 9}}") : framing(tried);

        assertThat(fault(framing, hex)).hasMessageContaining("try framing: " + fits);
    }

    @Test
    void aLongFileIsJudgedByItsFirstRecords() {
        byte[] file = Framed.bytes(("0028 0000" + "C1".repeat(0x28)).repeat(5_000));

        assertThat(fault(framing("rdw"), file))
                .hasMessageContaining(". The file begins 00 28 00 00 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 …; its first"
                        + " records fit {rdw: {inclusive: false}}: try framing: {rdw: {inclusive: false}}");
    }

    @Test
    void textIsRecognised() {
        String lines = "48454C4C4F20574F524C440A".repeat(4);

        assertThat(fault(ascii("rdw"), lines)).hasMessageContaining("it looks like lines of text: try framing: lines");
    }

    /** Digits may be a length by chance; lines of nothing but text are no chance. */
    @Test
    void noOtherFramingIsProposedForTextThatIsReadAsLines() {
        byte[] lines = "X000000000100000000100\n".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
        Head head = new Head(lines, Margins.NONE, false);

        assertThat(likely("fixed").otherFraming(head)).isPresent();
        assertThat(likely("lines").otherFraming(head)).isEmpty();
    }

    private static LikelyFraming likely(String tried) {
        CodePage ascii = CodePage.of("us-ascii");
        GapSearch search = new GapSearch(Stride.fixed(22), Margins.NONE, null, Dialect.of(ascii));
        return new LikelyFraming(FramingForm.of(tried), ascii, 22, search);
    }

    /** Where a length should be, data is a letter, a digit or a blank: X'40' or more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rdw   | 4000 0001      | true
            rdw   | 3FFF 0001      | false
            rdw   | 0003 4000      | true
            rdw   | 0003 3FFF      | false
            rdw   | F1F2F3         | false
            bdw   | F1F2 F3F4      | true
            lines | F1F2 F3F4 F5F6 | false
            """)
    void dataInThePlaceOfALengthTellsThatTheTransferDroppedIt(String tried, String file, boolean dropped) {
        Framing framing = framing(tried.equals("lines") ? "{lines: {width: 3, end: crlf}}" : tried);

        assertThat(fault(framing, file).getMessage().contains("which looks like data: did the transfer drop"))
                .isEqualTo(dropped);
    }

    /** Three line ends, and of a hundred bytes at most two that nobody could print. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # beginning | times | behind                   | text
            41090A      | 3     | 0A                       | true
            41200D0A    | 3     | 0A                       | true
            7EA0E40A    | 3     | 0A                       | true
            4141410A    | 2     | 41                       | false
            414141410A  | 19    | 414141 0000              | true
            414141410A  | 19    | 4141 000000              | false
            41410A7F    | 9     | 0A                       | false
            41410A1F    | 9     | 0A                       | false
            41410A9F    | 9     | 0A                       | false
            """)
    void textIsKnownByItsLineEndsAndCharacters(String line, int times, String behind, boolean text) {
        Framing framing = Framing.of("rdw", null, CodePage.of("latin1"));

        assertThat(fault(framing, line.repeat(times) + behind)
                        .getMessage()
                        .contains("it looks like lines of text: try framing: lines"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fixed                          | 0000000000000000 15 | 3 | 3 | true
            fixed                          | 0000000000000000 15 | 2 | 0 | false
            {fixed: {length: 8}}           | 0000000000000000 25 | 4 | 0 | true
            {fixed: {skip-first: 8}}       | 0000000000000000 25 | 4 | 0 | false
            """)
    void aLineEndBehindEveryRecordIsOneOfAtLeastThree(
            String tried, String record, int times, int more, boolean proposed) {
        assertThat(fault(framing(tried), record.repeat(times) + "00".repeat(more))
                        .getMessage()
                        .contains("try framing: {lines: {width: 8}}"))
                .isEqualTo(proposed);
    }

    @Test
    void fewRecordsThatFitByChanceAreNoProposal() {
        String few = "0006C1C2C3C4".repeat(5);

        assertThat(fault(framing("rdw"), few).getMessage()).doesNotContain("try framing");
    }

    @Test
    void zerosFitNothing() {
        assertThat(fault(framing("rdw"), "00".repeat(400)).getMessage()).doesNotContain("try framing");
    }

    @Test
    void aFileOfWhichOnlyTheEndIsMissingIsNotTakenForAnother() {
        String records = "0008 0000 C1C2C3C4".repeat(10);

        assertThat(fault(framing("rdw"), records + "0008 0000 C1").getMessage()).doesNotContain("try framing");
    }
}
