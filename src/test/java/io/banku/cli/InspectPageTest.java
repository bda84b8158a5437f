package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code banku inspect --html} writes is sent to people who were not asked whether they want it. */
class InspectPageTest {
    private static final String ACCOUNTS = "sample-mainframe-files/account-master/";

    @TempDir
    Path folder;

    @Test
    void thePageHasTheFindingsTheFieldsAndTheFirstRecordsAndThoseAskedFor() throws IOException {
        String page = page(ACCOUNTS + "ACM.D261120.DAT", "--feed", ACCOUNTS, "--record", "200");

        assertThat(page)
                .contains("<dt>framing</dt><dd>certain: {fixed: {length: 120}}: 257 records")
                .contains("It fits 257 of the 257 records looked at")
                .contains("record 1 at byte 0 (0x0)", "record 2 at byte 120", "record 3 at", "record 200 at byte 23880")
                .contains("AM-BALANCE, byte 38, PIC S9(11)V99 COMP-3")
                .doesNotContain("record 4 at");
    }

    @Test
    void nothingIsTakenFromElsewhereAndNothingRuns() throws IOException {
        String page = page(ACCOUNTS + "ACM.D261120.DAT", "--feed", ACCOUNTS);

        assertThat(page)
                .doesNotContainPattern(
                        "(?i)<script|<img|<link|<iframe|src=|href=|url\\(|@import|http:|https:| on[a-z]+=")
                .contains("default-src 'none'")
                .contains("prefers-color-scheme: dark", "@media print");
    }

    @Test
    void privateValuesAreOnThePageOnlyIfSomebodyWantsThem() throws IOException {
        String masked = page(ACCOUNTS + "ACM.D261120.DAT", "--feed", ACCOUNTS);
        String shown = page(ACCOUNTS + "ACM.D261120.DAT", "--feed", ACCOUNTS, "--unmask");
        String bare = page(ACCOUNTS + "ACM.D261120.DAT");

        String holder = shown.replaceAll("(?s).*AM-HOLDER</td><td>PIC X\\(40\\)</td><td>([^<]+)</td>.*", "$1");
        assertThat(holder).matches("[\\p{L} .-]+");
        assertThat(masked).doesNotContain(holder).contains("<td>***</td>", "Private values are not shown");
        assertThat(bare).doesNotContain("<pre>");
    }

    @Test
    void whatTheFileSaysIsTextOnThePageWhateverItIs() throws IOException {
        String line = "A<script>alert(1)</script>&\"'\u0007\u202E</pre>";
        byte[] record = line.replace("\u202E", "").getBytes(Charset.forName("IBM1047"));
        Path file = folder.resolve("<b>HOSTILE&.DAT");
        byte[] all = new byte[record.length * 5];
        for (int i = 0; i < 5; i++) {
            System.arraycopy(record, 0, all, i * record.length, record.length);
            all[i * record.length] = (byte) (0xC1 + i);
        }
        Files.write(file, all);
        Path copybook = Files.writeString(
                folder.resolve("X.cpy"), "       01  R. 05  A PIC X. 05  B PIC X(" + (record.length - 1) + ").\n");

        String page = page(
                file.toString(),
                "-c",
                copybook.toString(),
                "--encoding",
                "cp1047",
                "--framing",
                "{fixed: {length: " + record.length + "}}");

        assertThat(page)
                .doesNotContainIgnoringCase("<script", "<b>HOSTILE")
                .doesNotContain("\u0007")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;.&lt;/pre&gt;")
                .contains("<title>&lt;b&gt;HOSTILE&amp;.DAT");
    }

    @Test
    void aPageIsNotWrittenOverAFileThatIsNone() throws IOException {
        Path copybook = Files.writeString(folder.resolve("X.cpy"), "mine");

        Terminal run = Terminal.banku("inspect", ACCOUNTS + "ACM.D261120.DAT", "--html", copybook.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(copybook).hasContent("mine");
    }

    private String page(String file, String... more) throws IOException {
        Path page = folder.resolve("page.html");
        String[] words = new String[more.length + 4];
        words[0] = "inspect";
        words[1] = file;
        words[2] = "--html";
        words[3] = page.toString();
        System.arraycopy(more, 0, words, 4, more.length);
        Terminal run = Terminal.banku(words);
        assertThat(run.err()).contains("banku: the page is " + page);
        return Files.readString(page);
    }
}
