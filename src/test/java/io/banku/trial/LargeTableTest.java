package io.banku.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record may make more events than anybody would write by hand. */
class LargeTableTest {
    private static final int ROWS = 1001;

    @Test
    void whatWasAcceptedOfALargeTableIsAsExpected(@TempDir Path parent) throws IOException {
        Path folder = Files.createDirectory(parent.resolve("f"));
        Files.writeString(folder.resolve("R.cpy"), """
                01 R.
                 05 ROW OCCURS %d.
                  10 ACCT PIC 9(4).
                  10 AMT PIC 9(3)V99.
                """.formatted(ROWS));
        Files.writeString(folder.resolve("feed.yaml"), """
                feed: f
                input: { files: '*.TXT', copybook: R.cpy, encoding: us-ascii, framing: lines }
                records:
                  paid: { each: ROW(*), event: MoneyDeposited, key: ACCT(*), data: { amount: "AMT(*) | money 'EUR'" } }
                """);
        Files.writeString(folder.resolve("S.TXT"), ("471100150".repeat(ROWS) + "\n").repeat(2));
        Feed feed = Feed.load(folder);

        long accepted = SampleFile.of(feed).get(0).accept();
        Result result = SampleFile.of(feed).get(0).run();

        assertThat(accepted).isEqualTo(2L * ROWS);
        assertThat(result.differences()).isEmpty();
    }
}
