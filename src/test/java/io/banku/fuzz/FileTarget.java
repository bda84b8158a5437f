package io.banku.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordPrinter;
import io.banku.record.RecordSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Any bytes as a mainframe file: the first one says which framing, the second how values are read, the rest is the file. It
 * is records with values, or an error of ours; anything else gets out. The method's name is what Jazzer looks for.
 */
public final class FileTarget {
    private static final Layout LAYOUT = Copybook.parse("ALL.cpy", """
                   01  ALL-USES.
                       05  A-LENGTH        PIC 9(4) COMP.
                       05  A-TYPE          PIC X(2).
                       05  A-ZONED         PIC S9(3)V99.
                       05  A-LEADING       PIC S9(3) SIGN LEADING.
                       05  A-SEPARATE      PIC S9(3) SIGN TRAILING SEPARATE.
                       05  A-BLANK         PIC 9(3) BLANK WHEN ZERO.
                       05  A-PACKED        PIC S9(5) COMP-3.
                       05  A-EVEN          PIC 9(4) COMP-3.
                       05  A-LONG          PIC S9(20) COMP-3.
                       05  A-BINARY        PIC S9(9) COMP.
                       05  A-NATIVE        PIC 9(18) COMP-5.
                       05  A-EDITED        PIC $$,$$9.99CR.
                       05  A-EXPONENT      PIC -9.9E+99.
                       05  A-SHORT         COMP-1.
                       05  A-LONG-FLOAT    COMP-2.
                       05  A-NATIONAL      PIC N(2).
                       05  A-DIGITS        PIC 9(2) NATIONAL.
                       05  A-BODY          PIC X(4).
                       05  A-PARTS REDEFINES A-BODY.
                           10  A-PART      PIC S9(3) COMP-3 OCCURS 2.
                       05  A-COUNT         PIC 9.
                       05  A-LINE OCCURS 0 TO 5 DEPENDING ON A-COUNT.
                           10  A-AMOUNT    PIC S9(3) COMP-3.
                           10  A-NOTES     PIC 9.
                           10  A-TEXT      PIC X(2).
                       05  A-LAST          PIC X(3).
            """);

    private static final String[] FRAMINGS = {
        "fixed",
        "{fixed: {length: 7, trailing: ignored, skip-first: 2, skip-last: 3}}",
        "lines",
        "{lines: {end: crlf, longest: 40}}",
        "{lines: {width: 5, trailing: ignored}}",
        "{lines: {pad-to: 60}}",
        "rdw",
        "{rdw: {endian: little, inclusive: false}}",
        "{rdw: {word: LL, trailing: ignored}}",
        "{rdw: {word: LLLL, longest: 1000}}",
        "bdw",
        "{bdw: {block-inclusive: false, endian: little}}",
        "{length-field: {field: A-LENGTH, add: 2}}",
        "{by-type: {field: A-TYPE, lengths: AA=9 BB=A-PACKED}}",
    };

    private static final String[][] WORDS = {
        {"encoding=cp037"},
        {"encoding=us-ascii"},
        {"encoding=cp939", "signs=lenient", "leading-spaces=zero"},
        {"encoding=utf-8", "endian=little", "float=ieee", "trunc=bin"},
        {"encoding=cp1047", "signs=strict", "spaces=null", "low-values=zero", "high-values=null", "asterisks=zero"},
        {"encoding=cp037", "odo=maximum", "unprintable=reject"},
        {"encoding=cp037", "odo=padded", "unprintable=blank"},
    };

    private static final JsonFactory JSON = new JsonFactory();

    private FileTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        Dialect dialect = dialect(WORDS[(input[1] & 0xFF) % WORDS.length]);
        Framing framing = Framing.of(FRAMINGS[(input[0] & 0xFF) % FRAMINGS.length], LAYOUT, dialect);
        RecordPrinter printer = RecordPrinter.of(LAYOUT, dialect);
        byte[] file = Arrays.copyOfRange(input, 2, input.length);
        framing.gaps(new ByteArrayInputStream(file));
        try (RecordSource source = framing.open(new ByteArrayInputStream(file))) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                print(printer, frame);
            }
        } catch (FramingException notRecords) {
            require(notRecords.getMessage().contains("expected "), notRecords);
        }
    }

    private static Dialect dialect(String[] words) {
        Dialect dialect = Dialect.of(CodePage.of("cp037"));
        for (String word : words) {
            dialect = dialect.with(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return dialect;
    }

    private static void print(RecordPrinter printer, Frame frame) throws IOException {
        try (JsonGenerator nowhere = JSON.createGenerator(OutputStream.nullOutputStream())) {
            printer.print(frame, nowhere);
        } catch (FieldException illegal) {
            require(illegal.code().startsWith("BNK-20"), illegal);
        }
    }

    private static void require(boolean isAsItShouldBe, Exception told) {
        if (!isAsItShouldBe) {
            throw new AssertionError("expected an error of ours, found " + told, told);
        }
    }
}
