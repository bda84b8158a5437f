package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import io.banku.record.JsonLines.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final CodePage CODE_PAGE = CodePage.of("cp273");
    private static final Layout LAYOUT = Copybook.parse(
            "R.cpy",
            "01 R.\n 05 NAME PIC X(3).\n 05 AMOUNT PIC S9(3) COMP-3.\n 05 CODE PIC X.\n 05 DIGIT REDEFINES CODE PIC 9.\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> refusals = new ArrayList<>();

    @Test
    void eachRecordIsALineAndOneThatDoesNotDecodeIsToldAndLeftOut() throws Exception {
        Tally tally = write("4AC240 123C 5C  C1C240 1234 C1  C1C2C3 001D F7");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"NAME\":\"ÄB\",\"AMOUNT\":123,\"CODE\":\"*\",\"DIGIT\":null}\n"
                        + "{\"NAME\":\"ABC\",\"AMOUNT\":-1,\"CODE\":\"7\",\"DIGIT\":7}\n");
        assertThat(tally).isEqualTo(new Tally(3, 1, 1));
        assertThat(refusals)
                .containsExactly("BNK-2006 AMOUNT at record 2, byte 0x3, PIC S9(3) COMP-3: expected a sign C, D or F"
                        + " (A, E plus and B minus too) in the last half byte, found X'4' [12 34]");
    }

    @Test
    void whatWasWrittenBeforeABrokenFrameStays() {
        FramingException fault = catchThrowableOfType(FramingException.class, () -> write("4AC240 123C C1  C1C2"));

        assertThat(fault.fileOffset()).isEqualTo(6);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    }

    private Tally write(String hex) throws IOException, FramingException {
        byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));
        RecordSource source = Framing.fixed(6).open(new ByteArrayInputStream(file));
        return JsonLines.write(
                source,
                RecordPrinter.of(LAYOUT, CODE_PAGE),
                out,
                (frame, reason) -> refusals.add(reason.located(frame.number)));
    }
}
