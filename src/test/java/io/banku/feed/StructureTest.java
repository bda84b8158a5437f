package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureTest {
    @TempDir
    Path directory;

    @Test
    void aHeaderFirstAndATrailerLastAreAsTheyShouldBe() {
        assertThat(faults("H", "D", "T")).isEmpty();
        assertThat(faults("H", "T")).isEmpty();
    }

    @Test
    void aMissingHeaderOrTrailerIsTold() {
        assertThat(faults("D", "T"))
                .containsExactly("BNK-3101 record 0: expected a header as record 1, found none in 2 records");
        assertThat(faults("H", "D"))
                .containsExactly("BNK-3104 record 2: expected a trailer as the last record, found none in 2 records: is"
                        + " the file complete?");
    }

    @Test
    void aSecondHeaderOrTrailerIsTold() {
        assertThat(faults("H", "H", "T"))
                .containsExactly("BNK-3102 record 2: expected one header, found another after record 1");
        assertThat(faults("H", "T", "T"))
                .containsExactly("BNK-3105 record 3: expected one trailer, found another after record 2");
    }

    @Test
    void aHeaderThatIsNotFirstOrATrailerThatIsNotLastIsTold() {
        assertThat(faults("D", "H", "T"))
                .containsExactly("BNK-3103 record 2: expected the header as record 1, found it as record 2");
        assertThat(faults("H", "T", "D", "D"))
                .containsExactly(
                        "BNK-3106 record 3: expected nothing after the trailer, record 2, found another record");
    }

    @Test
    void aFileOfTrailersDoesNotFillTheMemoryWithFaults() {
        String[] lines = new String[1000];
        Arrays.fill(lines, "T");

        assertThat(faults(lines)).hasSize(21);
    }

    @Test
    void anEmptyFileIsAFaultUnlessItIsAllowed() {
        var refused = feed("refused").read("A", OptionalLong.empty(), new byte[0]);
        var allowed = feed("allowed").read("A", OptionalLong.empty(), new byte[0]);

        assertThat(refused.reconciliation().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("BNK-3107"));
        assertThat(allowed.reconciliation().satisfies(Release.WHEN_BALANCED)).isTrue();
    }

    private List<String> faults(String... lines) {
        return feed("refused").readLines("A", lines).reconciliation().faults().stream()
                .map(fault -> fault.code() + " record " + fault.record() + ": " + fault.message())
                .toList();
    }

    private FeedFolder feed(String empty) {
        return new FeedFolder(directory, "feed")
                .with("REC.cpy", "       01  REC.\n           05  R-TYPE PIC X(01).\n")
                .with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: us-ascii, framing: lines, empty: %s }
                        records:
                          header: { when: R-TYPE = 'H', role: header }
                          trailer: { when: R-TYPE = 'T', role: trailer }
                          rest: { role: skip }
                        """.formatted(empty));
    }
}
