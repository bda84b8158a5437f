package io.banku.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.feed.Expectation;
import io.banku.feed.Expectation.Expected;
import io.banku.feed.Expectation.Rejected;
import io.banku.feed.Feed;
import io.banku.feed.FeedTest;
import io.banku.feed.PrivateProperties;
import io.banku.feed.Reject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One of a definition's tests is run: its records are read as those of a file, and the last one is looked at. */
final class TestRun {
    private final FeedTest test;
    private final Masking masking;
    private final List<Difference> differences = new ArrayList<>();

    private TestRun(FeedTest test, Masking masking) {
        this.test = test;
        this.masking = masking;
    }

    static Result of(Feed feed, FeedTest test) throws IOException {
        TestRun run = new TestRun(test, Masking.of(feed));
        try (FileWalk walk = new FileWalk(feed.read(test, SampleLookups.of(feed)))) {
            long lines = run.run(walk);
            return new Result(test.name(), test.line(), run.differences, 0, lines);
        }
    }

    private long run(FileWalk walk) throws IOException {
        int last = test.records().size();
        while (walk.number() < last && walk.next()) {
            if (walk.number() < last && walk.reject().isPresent()) {
                Reject reject = walk.reject().get();
                differ("the record before it, number " + walk.number(), "a good one", told(reject));
            }
        }
        Optional<Reject> reject = walk.reject();
        List<Line> lines = walk.lines();
        if (test.rule() != null && !test.rule().equals(walk.rule())) {
            differ("rule", test.rule(), walk.rule() == null ? "none" : walk.rule());
        }
        if (test.expectation() instanceof Expectation.Events events) {
            events(events.all(), lines, reject);
        } else if (test.expectation() instanceof Rejected rejected) {
            rejected(rejected, lines, reject);
        } else if (!lines.isEmpty()) {
            differ("", "a record that is skipped", found(lines, reject));
        }
        return lines.size();
    }

    private void rejected(Rejected expected, List<Line> lines, Optional<Reject> reject) {
        if (reject.isEmpty() || !reject.get().code().equals(expected.code())) {
            differ("", "reject " + expected.code(), found(lines, reject));
        } else if (expected.field() != null
                && !expected.field().equals(reject.get().field())) {
            differ("field", expected.field(), String.valueOf(reject.get().field()));
        }
    }

    private void events(List<Expected> expected, List<Line> lines, Optional<Reject> reject) {
        if (reject.isPresent() || expected.size() != lines.size()) {
            differ("", told(expected), found(lines, reject));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            event(
                    expected.size() == 1 ? "" : "event " + (i + 1) + ", ",
                    expected.get(i),
                    lines.get(i).content());
        }
    }

    private void event(String where, Expected expected, ObjectNode found) {
        compare(where + "event", expected.type(), found.get("type"));
        String type = found.path("type").asText();
        Predicate<String> isHidden =
                property -> masking.hides(type, property) || masking.hides(expected.type(), property);
        if (expected.key() != null) {
            property(where, isHidden, PrivateProperties.KEY, expected.key(), found.get("key"));
        }
        JsonNode data = found.get("data");
        expected.data().forEach((name, value) -> property(where, isHidden, name, value, data.get(name)));
        for (String name : expected.without()) {
            if (data.has(name) && isHidden.test(name)) {
                differences.add(Masking.masked(0, where + name, false, true));
            } else if (data.has(name)) {
                differ(where + name, "none", shown(data.get(name)));
            }
        }
    }

    /** Its value is told unless it is private, by what was expected or by what was found. */
    private void property(String where, Predicate<String> isHidden, String name, String expected, JsonNode found) {
        if (!isHidden.test(name)) {
            compare(where + name, expected, found);
        } else if (found == null || !expected.equals(found.asText())) {
            differences.add(Masking.masked(0, where + name, true, found != null));
        }
    }

    private void compare(String what, String expected, JsonNode found) {
        if (found == null || !expected.equals(found.asText())) {
            differ(what, '"' + expected + '"', found == null ? "none" : shown(found));
        }
    }

    private static String shown(JsonNode value) {
        return '"' + value.asText() + '"';
    }

    private void differ(String what, String expected, String found) {
        differences.add(new Difference(0, what, expected, found));
    }

    private static String told(List<Expected> expected) {
        return expected.isEmpty()
                ? "no event"
                : String.join(", ", expected.stream().map(Expected::type).toList());
    }

    private String found(List<Line> lines, Optional<Reject> reject) {
        return reject.map(TestRun::told)
                .orElse(lines.isEmpty() ? "a record that is skipped" : Line.told(lines, masking));
    }

    private static String told(Reject reject) {
        return "reject " + reject.code() + (reject.field() == null ? "" : " of " + reject.field()) + ": "
                + reject.reason();
    }
}
