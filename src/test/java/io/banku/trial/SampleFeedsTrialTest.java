package io.banku.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The sample feeds pass their own tests, of single records and of whole files. */
class SampleFeedsTrialTest {
    @TestFactory
    Stream<DynamicTest> everySampleFeedPassesItsOwnTests() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("sample-mainframe-files"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("feed.yaml"))).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        FeedTrial trial = FeedTrial.of(Feed.load(folder));

                        assertThat(trial.tests()).hasSizeGreaterThan(1).allMatch(Result::isAsExpected);
                        assertThat(trial.samples())
                                .isNotEmpty()
                                .allMatch(each -> each.result().isAsExpected());
                    }));
        }
    }
}
