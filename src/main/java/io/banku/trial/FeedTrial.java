package io.banku.trial;

import io.banku.feed.Feed;
import io.banku.feed.FeedTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All tests of a feed: those of its definition, and its sample files with an expectation beside them.
 *
 * @param tests in the order of the definition
 * @param samples in the order of their names
 * @param untold samples right in the feed's folder that nothing is expected of
 */
public record FeedTrial(Feed feed, List<Result> tests, List<Sampled> samples, List<SampleFile> untold) {
    /** A sample, and how it came out. */
    public record Sampled(SampleFile sample, Result result) {}

    /** @throws ExpectationException when an expectation cannot be understood */
    public static FeedTrial of(Feed feed) throws IOException {
        List<Result> tests = new ArrayList<>();
        for (FeedTest test : feed.tests()) {
            tests.add(TestRun.of(feed, test));
        }
        List<Sampled> samples = new ArrayList<>();
        List<SampleFile> untold = new ArrayList<>();
        for (SampleFile sample : SampleFile.of(feed)) {
            if (sample.hasExpectation()) {
                samples.add(new Sampled(sample, sample.run()));
            } else if (sample.isRightInFolder()) {
                untold.add(sample);
            }
        }
        return new FeedTrial(feed, tests, samples, untold);
    }

    public boolean isEmpty() {
        return tests.isEmpty() && samples.isEmpty();
    }

    public long failed() {
        return tests.stream().filter(each -> !each.isAsExpected()).count()
                + samples.stream().filter(each -> !each.result().isAsExpected()).count();
    }

    public long passed() {
        return tests.size() + samples.size() - failed();
    }
}
