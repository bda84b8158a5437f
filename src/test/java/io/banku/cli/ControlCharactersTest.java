package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files and bytes of records can neither forge a line nor move a cursor. */
class ControlCharactersTest {
    private static final String FORGED = "A\n12:00:00.000 INFO  all is well\u001B[2J\u009B1m\u202E\rB";

    @TempDir
    Path folder;

    @Test
    void aMessageOfTheLogIsOneLine() throws IOException {
        String line = logged(FORGED, null);

        assertThat(line.lines()).hasSize(1);
        assertThat(line)
                .contains("A\u240A12:00", "well\u241B[2J·1m·\u240DB")
                .doesNotContain("\u001B", "\u009B", "\u202E");
    }

    @Test
    void anExceptionInTheLogMovesNoCursor() throws IOException {
        String lines = logged("it failed", new IllegalStateException("found \u001B[2J"));

        assertThat(lines.lines().toList())
                .hasSizeGreaterThan(2)
                .satisfies(all -> assertThat(all.get(0)).endsWith("it failed"))
                .satisfies(all -> assertThat(all.get(1)).endsWith("IllegalStateException: found \u241B[2J"));
    }

    @Test
    void aCellOfATableIsOneLine() {
        StringWriter out = new StringWriter();

        new Table("FILE", "WHY").row(FORGED, "x").print(new PrintWriter(out));

        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("A\\u000A12:00:00.000 INFO  all is well\\u001B[2J\\u009B1m\\u202E\\u000DB");
    }

    @Test
    void whatACommandWritesIsShownWhereverItComesFrom() {
        StringWriter to = new StringWriter();
        PrintWriter out = new PrintWriter(new ShownWriter(new PrintWriter(to), false));

        out.print("a\tb\u001B[31mc\u0007\r\nd\u0085é\n");
        out.flush();

        assertThat(to.toString()).isEqualTo("a\tb\\u001B[31mc\\u0007\r\nd\\u0085é\n");
    }

    @Test
    void itsOwnColoursStay() {
        StringWriter to = new StringWriter();
        PrintWriter out = new PrintWriter(new ShownWriter(new PrintWriter(to), true));

        out.print("\u001B[1mbold\u001B[0m \u001B[2J");
        out.flush();

        assertThat(to.toString()).isEqualTo("\u001B[1mbold\u001B[0m \\u001B[2J");
    }

    @Test
    void theNameOfAFileIsShown() throws IOException {
        Path copybook = Files.writeString(folder.resolve("R.cpy"), "01 R.\n 05 A PIC 9.\n");
        Path missing = folder.resolve("A\nbanku: all is well\u001B[2J");
        Path cut = Files.write(folder.resolve("B\nbanku: fine"), new byte[] {});
        Files.write(cut, new byte[] {0x01, 0x02, 0x03});

        Terminal none = Terminal.banku("decode", missing.toString(), "-c", copybook.toString());
        Terminal broken = Terminal.banku("decode", cut.toString(), "-c", copybook.toString(), "--framing", "rdw");

        assertThat(none.err()).contains("A\\u000Abanku: all is well\\u001B[2J, found none");
        assertThat(broken.err()).contains("B\\u000Abanku: fine at byte 0 of the file");
        assertThat(none.err().lines()).hasSize(1);
    }

    @Test
    void whatARecordHoldsIsShown() throws IOException {
        Path feed = Files.createDirectory(folder.resolve("ctl"));
        Files.writeString(feed.resolve("R.cpy"), "01 R.\n 05 ACCT PIC X(4).\n 05 DT PIC X(14).\n");
        Files.writeString(feed.resolve("feed.yaml"), """
                feed: ctl
                input: { files: "IN*", copybook: R.cpy, encoding: us-ascii, framing: fixed }
                records:
                  in: { event: AccountClosed, key: ACCT, data: { closedOn: "DT | date yyyyMMdd" } }
                """);
        Files.writeString(feed.resolve("IN\u001B1"), "47112026\nINFO \u001B[2J");

        Terminal checked = Terminal.banku("feed", "check", feed.toString());
        Terminal decoded = Terminal.banku("decode", feed.resolve("IN\u001B1").toString(), "--feed", feed.toString());

        assertThat(checked.out()).contains("IN\\u001B1 would be held", "2026\\u000AINFO \\u001B[2J");
        assertThat(decoded.out()).contains("2026\\u000AINFO \\u001B[2J");
        assertThat(checked.out() + decoded.out()).doesNotContain("\u001B");
    }

    private static String logged(String message, Throwable thrown) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = ControlCharactersTest.class.getResourceAsStream("/log4j2.properties")) {
            settings.load(file);
        }
        PatternLayout layout = PatternLayout.newBuilder()
                .withPattern(settings.getProperty("appender.words.layout.pattern"))
                .build();
        return layout.toSerializable(Log4jLogEvent.newBuilder()
                .setLoggerName("io.banku.Test")
                .setLevel(Level.INFO)
                .setMessage(new SimpleMessage(message))
                .setThrown(thrown)
                .build());
    }
}
