package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program around a copybook would say of it, the feed says. */
class CopybookReaderTest {
    @TempDir
    Path parent;

    private FeedFolder folder(String input, String copybook) {
        return new FeedFolder(parent, "f").with("REC.cpy", copybook).with("feed.yaml", """
                feed: f
                input:
                  files: F.TXT
                  copybook: REC.cpy
                  encoding: us-ascii
                  framing: fixed
                %srecords:
                  all: { event: MoneyDeposited, key: R-KEY, data: { amount: R-SUM | money 'EUR' } }
                """.formatted(
                        input.isEmpty() ? "" : input.indent(2)));
    }

    @Test
    void tagsArePartsOfItsWords() {
        FeedFolder feed = folder(
                "replacing: { ':TAG:': R, (T): SUM }",
                "01 :TAG:-REC.\n 05 :TAG:-KEY PIC X.\n 05 :TAG:-(T) PIC 9V99.\n");

        var read = feed.readHex("F.TXT", "41 313233");

        assertThat(read.events()).singleElement().isEqualTo(deposited("1.23"));
    }

    @Test
    void tagsAreReplacedInMembersToo() {
        FeedFolder feed = folder("replacing: { ':TAG:': R, ':S:': SUM }", "01 REC.\n COPY REST.\n")
                .with("REST.cpy", "05 :TAG:-KEY PIC X.\n COPY LAST.\n")
                .with("LAST.cpy", "05 :TAG:-:S: PIC 9V99.\n");

        var read = feed.readHex("F.TXT", "41 313233");

        assertThat(read.events()).singleElement().isEqualTo(deposited("1.23"));
    }

    @Test
    void theNamesThatConditionsAskForAreDefined() {
        String copybook =
                "01 R.\n 05 R-KEY PIC X.\n>>IF LONG-FORM = 1\n 05 R-SUM PIC 9(3)V99.\n>>ELSE\n 05 R-SUM PIC 9V99.\n>>END-IF\n";

        assertThat(folder("define: { LONG-FORM: 0 }", copybook)
                        .readHex("F.TXT", "41 313233")
                        .events())
                .containsExactly(deposited("1.23"));
        assertThat(folder("define: { long-form: 1 }", copybook)
                        .readHex("F.TXT", "41 3030313233")
                        .events())
                .containsExactly(deposited("1.23"));
        assertThat(folder("", copybook).faults())
                .singleElement()
                .asString()
                .contains("REC.cpy:3:1: expected a value of LONG-FORM, found none; say it by define: { LONG-FORM: … }");
        assertThat(folder("define: { '1': 1 }", copybook).faults())
                .contains("feed.yaml:7:14: expected a name of letters, digits and hyphens, found '1'");
    }

    @Test
    void aCopybookAndItsMembersMayBeInEbcdic() throws IOException {
        FeedFolder feed = folder("copybook-encoding: cp273", "");
        Files.write(
                parent.resolve("f/REC.cpy"),
                "%-80s%-80s".formatted("       01  R.", "           COPY M.").getBytes("IBM273"));
        Files.write(
                parent.resolve("f/M.cpy"),
                "           05  R-KEY PIC X. *> Schlüssel\u0085           05  R-SUM PIC 9V99.".getBytes("IBM273"));

        assertThat(feed.readHex("F.TXT", "41 313233").events()).containsExactly(deposited("1.23"));
        assertThat(folder("copybook-encoding: utf-7-bit", "").faults())
                .contains("feed.yaml:7:22: expected the encoding of a copybook, such as utf-8, iso-8859-1 or cp037,"
                        + " found 'utf-7-bit'");
    }

    @Test
    void aCopybookThatIsNoTextIsToldWithThePlaceOfItsFirstByteThatIsNone() throws IOException {
        FeedFolder feed = folder("", "");
        Files.write(parent.resolve("f/REC.cpy"), "01 R.\n* Stück\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(feed.faults())
                .containsExactly("REC.cpy:2:5: expected text in utf-8, found the byte X'FC'; say what it is written in,"
                        + " such as copybook-encoding: iso-8859-1");
    }

    @Test
    void theDecimalPointMayBeAComma() {
        FeedFolder feed = folder("decimal-point: comma", "01 R.\n 05 R-KEY PIC X.\n 05 R-SUM PIC 9.999,99.\n");

        var read = feed.readHex("F.TXT", "41 312E3233342C3536"); // 1.234,56

        assertThat(read.events()).singleElement().isEqualTo(deposited("1234.56"));
    }

    @Test
    void aCurrencySignMayHaveASymbolOfItsOwn() {
        FeedFolder feed = folder("currency: { '#': EUR }", "01 R.\n 05 R-KEY PIC X.\n 05 R-SUM PIC ###9.99.\n");

        var read = feed.readHex("F.TXT", "41 2020 455552 372E3530"); // EUR7.50 behind two blanks
        var dollars = feed.readHex("F.TXT", "41 20202020 24 372E3530");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.events()).singleElement().isEqualTo(deposited("7.50"));
        assertThat(dollars.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.code()).isEqualTo("BNK-2017"));
    }

    @Test
    void theDollarIsOneNoMoreWhereOthersAreSaid() {
        FeedFolder feed = folder("currency: { '#': EUR }", "01 R.\n 05 R-KEY PIC X.\n 05 R-SUM PIC $$9.99.\n");

        assertThat(feed.faults())
                .singleElement()
                .asString()
                .startsWith("REC.cpy:3:15: expected a PICTURE such as")
                .endsWith("found $$9.99");
    }

    @Test
    void everyFaultIsToldWhereItWasWritten() {
        FeedFolder feed = folder("""
                replacing: { ':TAG:': R, TAG: R, ':X:': R, (T): A.B }
                decimal-point: point
                currency: { B: EUR, '#': 1 }
                """, "01 :TAG:.\n 05 R-KEY PIC X(T).\n 05 R-SUM PIC 9.\n");

        assertThat(feed.faults())
                .contains(
                        "feed.yaml:7:28: expected a tag such as :TAG: or (TAG), found 'TAG'",
                        "feed.yaml:7:37: expected a tag that stands in the copybook or in its members, found :X:",
                        "feed.yaml:7:46: expected letters, digits and hyphens to stand for (T), found 'A.B'",
                        "feed.yaml:8:18: expected period or comma, found 'point'",
                        "feed.yaml:9:15: expected one character that means nothing else in a PICTURE, such as $ or #,"
                                + " found 'B'",
                        "feed.yaml:9:24: expected a currency sign without digits and + - , . *, found '1'");
    }

    @Test
    void anUnknownKeyIsAFaultThatNamesTheNearOnes() {
        FeedFolder feed = folder("decimal-pont: comma", "01 R.\n 05 R-KEY PIC X.\n 05 R-SUM PIC 9.\n");

        assertThat(feed.faults())
                .singleElement()
                .asString()
                .startsWith(
                        "feed.yaml:7:3: unknown key 'decimal-pont' in 'input'; did you mean decimal-point? (expected ");
    }

    private static MoneyDeposited deposited(String amount) {
        return new MoneyDeposited("A", Money.parse(amount, Currency.getInstance("EUR")), null, null, null);
    }
}
