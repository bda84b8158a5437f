package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.Copybook;
import io.banku.record.PrintedItem.PrintedAlternative;
import io.banku.record.PrintedItem.PrintedChoice;
import io.banku.record.PrintedItem.PrintedField;
import io.banku.record.Reach.Fitting.Alternative;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordPrinterTest {
    private int undecoded;

    @Test
    void groupsAreNestedTablesAreArraysAndFillerIsLeftOut() throws Exception {
        String copybook = """
                01 R.
                   05 ID       PIC 9(4).
                   05 FILLER   PIC X(2).
                   05 HOLDER.
                      10 NAME  PIC X(4).
                      10       PIC X.
                   05 LINE     OCCURS 2.
                      10 CODE  PIC X.
                      10 RATE  PIC V9 OCCURS 2.
                """;

        assertThat(printed(copybook, "F0F0F4F7 0000 C1D5D540 40 C1 F1F2 C2 F3F4"))
                .isEqualTo("{'ID':47,'HOLDER':{'NAME':'ANN'},"
                        + "'LINE':[{'CODE':'A','RATE':[0.1,0.2]},{'CODE':'B','RATE':[0.3,0.4]}]}");
    }

    @Test
    void whatBeginsBehindTheEndOfAShortRecordIsLeftOut() throws Exception {
        String copybook = """
                01 R.
                   05 BODY        PIC X(6).
                   05 DEPOSIT     REDEFINES BODY.
                      10 AMOUNT   PIC 9(2).
                      10 NOTE     PIC X(4).
                   05 AFTER       PIC 9.
                """;

        assertThat(printed(copybook, "F0F7")).isEqualTo("{'BODY':null,'DEPOSIT':{'AMOUNT':7}}");
        assertThat(undecoded).isEqualTo(1);
    }

    @Test
    void numbersAreExactDecimals() throws Exception {
        String copybook = """
                01 R.
                   05 A PIC S9(3)V99 COMP-3.
                   05 B PIC 9(3)PP.
                   05 C PIC S9(31) COMP-3.
                   05 D PIC SV9(8) COMP.
                """;

        assertThat(printed(copybook, "12500D F1F2F3 1234567890123456789012345678901D 00000001"))
                .isEqualTo("{'A':-125.00,'B':12300,'C':-1234567890123456789012345678901,'D':0.00000001}");
    }

    @Test
    void anAlternativeThatDoesNotDecodeIsNullAndCounted() throws Exception {
        String copybook = """
                01 R.
                   05 BODY            PIC X(4).
                   05 AS-NUMBER       REDEFINES BODY PIC 9(4).
                   05 AS-GROUP        REDEFINES BODY.
                      10 HIGH         PIC 9(2).
                      10 LOW          PIC X(2).
                   05 AFTER           PIC X.
                """;

        assertThat(printed(copybook, "F1F2C1C2 5C"))
                .isEqualTo("{'BODY':'12AB','AS-NUMBER':null,'AS-GROUP':{'HIGH':12,'LOW':'AB'},'AFTER':'*'}");
        assertThat(undecoded).isEqualTo(1);
    }

    @Test
    void whatStandsInAnUnnamedGroupIsPrintedInItsPlace() throws Exception {
        String copybook = """
                01 R.
                   05 TEXT            PIC X(2).
                   05 FILLER          REDEFINES TEXT.
                      10 A            PIC 9.
                      10 B            PIC 9.
                   05 FILLER.
                      10 FILLER       PIC X.
                """;

        assertThat(printed(copybook, "F1F2 40")).isEqualTo("{'TEXT':'12','A':1,'B':2}");
        assertThat(printed(copybook, "F15C 40")).isEqualTo("{'TEXT':'1*','A':null,'B':null}");
        assertThat(undecoded).isEqualTo(1);
    }

    @Test
    void severalRootsAreAlternatives() throws Exception {
        String copybook = """
                01 HEADER.
                   05 DATED PIC 9(4).
                01 DETAIL.
                   05 NAME  PIC X(2).
                   05 CODE  PIC X(4).
                """;

        assertThat(printed(copybook, "F1F2F3F4")).isEqualTo("{'HEADER':{'DATED':1234},'DETAIL':null}");
        assertThat(undecoded).isEqualTo(1);
    }

    @Test
    void aRecordOfWhichNoDescriptionDecodesIsNotWrittenAsNothing() {
        String roots = "01 A.\n 05 T PIC X.\n 05 N PIC 9(3).\n01 B.\n 05 U PIC X.\n 05 V PIC X(9).\n";
        String redefined = "01 R.\n 05 K PIC X.\n 05 N PIC 9(3).\n 05 V REDEFINES N PIC S9(5) COMP-3.\n";

        FieldException ofRoots = catchThrowableOfType(FieldException.class, () -> printed(roots, "C2C1C2C3C4"));
        FieldException ofOne = catchThrowableOfType(FieldException.class, () -> printed(redefined, "C2C1C2C3"));

        assertThat(ofRoots.field().name()).isEqualTo("N");
        assertThat(ofOne.field().name()).isEqualTo("N");
    }

    @Test
    void aTextThatKeepsThePlaceOfOthersIsWhatAShortRecordHasOfIt() throws Exception {
        String copybook = "01 R.\n 05 K PIC X.\n 05 V PIC X(9).\n 05 N REDEFINES V PIC 9(2).\n";

        assertThat(printed(copybook, "C2C1C2C3")).isEqualTo("{'K':'B','V':'ABC','N':null}");
    }

    @Test
    void whereOneDescriptionHasNoNameTheOthersNeedNotDecode() throws Exception {
        String copybook = "01 R.\n 05 FILLER PIC X(3).\n 05 N REDEFINES FILLER PIC 9(3).\n";

        assertThat(printed(copybook, "C1C2C3")).isEqualTo("{'N':null}");
    }

    @Test
    void aSecondItemOfTheSameNameIsNotLost() throws Exception {
        String copybook = "01 R.\n 05 A PIC X.\n 05 A PIC X.\n";

        assertThat(printed(copybook, "C1C2")).isEqualTo("{'A':'A','A (2)':'B'}");
    }

    @Test
    void controlCharactersAreEscaped() throws Exception {
        assertThat(printed("01 A PIC X(3).", "C1 00 15")).isEqualTo("{'A':'A\\u0000\u0085'}");
    }

    @Test
    void eachDescriptionOfTheSameBytesIsDecodedOnce() throws Exception {
        String copybook = "01 R.\n 05 A PIC X(2).\n 05 B REDEFINES A PIC 9(2).\n 05 C REDEFINES A PIC S9(3) COMP-3.\n";
        RecordDecoder decoder = RecordDecoder.of(Copybook.parse("R.cpy", copybook), CodePage.of("cp037"));
        List<String> decoded = new ArrayList<>();
        List<PrintedAlternative> alternatives = Stream.of("A", "B", "C")
                .map(name -> new PrintedAlternative(
                        new PrintedField(name, noting(decoder.field(name), decoded)), null, Fits.NONE))
                .toList();
        StringWriter out = new StringWriter();

        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            Printing printing = new Printing(OneField.frame("F0F7"));
            printing.startObject();
            new PrintedChoice(alternatives, false).write(printing);
            printing.endObject();
            undecoded = printing.writeTo(json, new Oddities());
        }

        assertThat(out).hasToString("{\"A\":\"07\",\"B\":7,\"C\":null}");
        assertThat(decoded).containsExactly("A", "B", "C");
        assertThat(undecoded).isEqualTo(1);
    }

    @Test
    void whereARecordEndsIsToldByWhatWasDecodedAlready() throws Exception {
        String copybook = "01 A PIC X(2).\n01 B PIC 9(4).\n";
        RecordDecoder decoder = RecordDecoder.of(Copybook.parse("R.cpy", copybook), CodePage.of("cp037"));
        List<String> decoded = new ArrayList<>();
        PrintedField text = new PrintedField("A", noting(decoder.field("A"), decoded));
        PrintedField number = new PrintedField("B", noting(decoder.field("B"), decoded));
        Reach reach = new Reach.Fitting(
                List.of(new Alternative(new Reach.Fixed(2), text, 0), new Alternative(new Reach.Fixed(4), number, 1)));
        Printing printing = new Printing(OneField.frame("C1C2C3C4"));

        new PrintedChoice(
                        List.of(new PrintedAlternative(text, null, 0), new PrintedAlternative(number, null, 1)), false)
                .write(printing);

        assertThat(reach.end(printing.frame(), printing.fits())).isEqualTo(2);
        assertThat(decoded).containsExactly("A", "B");
        assertThat(reach.end(printing.frame(), new Fits())).isEqualTo(2);
        assertThat(decoded).hasSize(4);
    }

    @Test
    void ofAnAlternativeThatFailsLateNothingIsWrittenAndItsOwnNullsAreNotCounted() throws Exception {
        String copybook = """
                01 R.
                   05 BODY        PIC X(4).
                   05 DEPOSIT     REDEFINES BODY.
                      10 KIND     PIC X.
                      10 CODE     REDEFINES KIND PIC 9.
                      10 AMOUNT   PIC 9(3).
                   05 AFTER       PIC 9.
                """;

        assertThat(printed(copybook, "6BF0F0C1F5"))
                .isEqualTo("{'BODY':',00A','DEPOSIT':{'KIND':',','CODE':null,'AMOUNT':1}," + "'AFTER':5}");
        assertThat(undecoded).isEqualTo(1);
        assertThat(printed(copybook, "6BF0F040F5")).isEqualTo("{'BODY':',00','DEPOSIT':null,'AFTER':5}");
        assertThat(undecoded).isEqualTo(1);
    }

    @Test
    void ofARecordThatDoesNotDecodeNothingIsWritten() {
        StringWriter out = new StringWriter();
        String copybook = "01 R.\n 05 A PIC X.\n 05 B PIC 9(2).\n";

        FieldException refused = catchThrowableOfType(FieldException.class, () -> print(copybook, "C1 F05C", out));

        assertThat(refused.field().name()).isEqualTo("B");
        assertThat(out.toString()).isEmpty();
    }

    /** As the reader; whenever it decodes a value, its name is noted. */
    private static FieldReader noting(FieldReader reader, List<String> decoded) {
        return (FieldReader) Proxy.newProxyInstance(
                FieldReader.class.getClassLoader(), new Class<?>[] {FieldReader.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("text") || method.getName().equals("decimal")) {
                        decoded.add(reader.name());
                    }
                    try {
                        return method.invoke(reader, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private String printed(String copybook, String hex) throws FieldException, IOException {
        StringWriter out = new StringWriter();
        print(copybook, hex, out);
        return out.toString().replace('"', '\'');
    }

    private void print(String copybook, String hex, StringWriter out) throws FieldException, IOException {
        RecordPrinter printer = RecordPrinter.of(Copybook.parse("R.cpy", copybook), CodePage.of("cp037"));
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            undecoded = printer.print(OneField.frame(hex), json);
        }
    }
}
