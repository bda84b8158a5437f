package io.banku.record;

import static io.banku.record.Framed.ascii;
import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.framing;
import static io.banku.record.Framed.records;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void linesEndWithLineFeedAndTheLastOneNeedsNoEnd() throws Exception {
        assertThat(records(ascii("lines"), "4142 0A 43 0D0A 0A 0D0A 44"))
                .containsExactly("1@0:4142", "2@3:43", "3@6:", "4@7:", "5@9:44");
    }

    @Test
    void ebcdicLinesEndWithNextLineOrLineFeed() throws Exception {
        assertThat(records(framing("lines"), "C1C2 15 C3 25 C4 0D15 0A"))
                .containsExactly("1@0:C1C2", "2@3:C3", "3@5:C4", "4@8:0A");
    }

    @Test
    void aCarriageReturnWithinALineBelongsToIt() throws Exception {
        assertThat(records(ascii("lines"), "41 0D 42 0A")).containsExactly("1@0:410D42");
    }

    @Test
    void anEndThatIsNamedIsTheOnlyOne() throws Exception {
        assertThat(records(ascii("{lines: {end: lf}}"), "41 0D0A 42 0A")).containsExactly("1@0:410D", "2@3:42");
        assertThat(records(ascii("{lines: {end: crlf}}"), "41 0A 42 0D0A 43")).containsExactly("1@0:410A42", "2@5:43");
        assertThat(records(framing("{lines: {end: nel}}"), "C1 25 C2 15 C3")).containsExactly("1@0:C125C2", "2@4:C3");
        assertThat(records(framing("{lines: {end: lf}}"), "C1 15 C2 25 C3")).containsExactly("1@0:C115C2", "2@4:C3");
    }

    @Test
    void linesOfOneWidthAreCutByItSoThatBinaryBytesMayLookLikeAnEnd() throws Exception {
        assertThat(records(framing("{lines: {width: 3}}"), "C11525 15 0A15C2 0D25 C3C3C3 0D0A C4C4C4"))
                .containsExactly("1@0:C11525", "2@4:0A15C2", "3@9:C3C3C3", "4@14:C4C4C4");
        assertThat(records(ascii("{lines: {width: 2, end: crlf}}"), "0A0A 0D0A 0D0A 0D0A"))
                .containsExactly("1@0:0A0A", "2@4:0D0A");
    }

    @Test
    void aLineOfAnotherWidthIsToldWhereItShouldHaveEnded() {
        FramingException fault = fault(ascii("{lines: {width: 3}}"), "414141 0A 4242 0A 434343 0A");

        assertThat(fault.code()).isEqualTo("BNK-2105");
        assertThat(fault.fileOffset()).isEqualTo(4);
        assertThat(fault)
                .hasMessageStartingWith(
                        "expected lines of 3 bytes and a line end after each, found 43 43 behind them after 1 lines");
        assertThat(fault(ascii("{lines: {width: 3}}"), "414141 0A 42"))
                .hasMessageContaining("found 1 bytes before the end of the file after 1 lines");
    }

    @Test
    void shortLinesAreFilledUpWithTheBlanksThatWereCutOff() throws Exception {
        assertThat(records(ascii("{lines: {pad-to: 4}}"), "4142 0A 0A 4142434445 0A 41424344"))
                .containsExactly("1@0:41422020", "2@3:20202020", "3@4:4142434445", "4@10:41424344");
        assertThat(records(framing("{lines: {pad-to: 2}}"), "C1 15")).containsExactly("1@0:C140");
    }

    @Test
    void theEndMarkOfATextFileIsIgnoredOnlyWhenAsked() throws Exception {
        assertThat(records(ascii("lines"), "41 0A 1A")).containsExactly("1@0:41", "2@2:1A");
        assertThat(records(ascii("{lines: {trailing: ignored}}"), "41 0A 1A")).containsExactly("1@0:41");
        assertThat(records(ascii("{lines: {trailing: ignored}}"), "41 0A 42 1A"))
                .containsExactly("1@0:41", "2@2:42");
        assertThat(records(ascii("{lines: {width: 1, trailing: ignored}}"), "41 0A 1A"))
                .containsExactly("1@0:41");
        assertThat(records(ascii("{lines: {width: 1, trailing: ignored}}"), "41 1A"))
                .containsExactly("1@0:41");
    }

    @Test
    void aLimitOfOnesOwnHolds() throws Exception {
        assertThat(records(ascii("{lines: {longest: 3}}"), "414141 0A")).hasSize(1);
        assertThat(fault(ascii("{lines: {longest: 3}}"), "41414141 0A"))
                .hasMessageStartingWith("expected a line of at most 3 bytes after 0 lines");
    }
}
