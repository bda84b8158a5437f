package io.banku.trial;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What two definitions make of the same file, record by record.
 *
 * @param records that both read
 * @param changed how many of them become something else
 * @param before events by the old definition
 * @param after events by the new one
 * @param shown the first differences: expected is the old definition's
 * @param parted where the two cut the file in other ways, or neither can read on: what is behind is not compared
 */
public record FeedDiff(
        long records, long changed, long before, long after, List<Difference> shown, Optional<String> parted) {
    public FeedDiff {
        shown = List.copyOf(shown);
    }

    public boolean isSame() {
        return changed == 0 && parted.isEmpty();
    }

    /** @param most how many differences are kept */
    public static FeedDiff of(Feed old, Feed changed, String name, Path file, int most) throws IOException {
        try (FileWalk before = walk(old, name, file);
                FileWalk after = walk(changed, name, file)) {
            FileWalk telling = changed.hasPrivateFields() ? after : before;
            return new Comparing(before, after, telling, most, Masking.ofBoth(old, changed)).run();
        }
    }

    private static FileWalk walk(Feed feed, String name, Path file) throws IOException {
        FileName known = feed.files()
                .match(name)
                .orElseThrow(() -> new IllegalArgumentException("expected a file that the feed " + feed.name()
                        + " claims (" + feed.files().text() + "), found " + name));
        BatchInput batch = new BatchInput(known, OptionalLong.empty()).with(SampleLookups.of(feed));
        return FileWalk.of(feed, batch, file);
    }

    private static final class Comparing {
        private final FileWalk before;
        private final FileWalk after;
        /** The one of the two whose messages show no byte that either calls private. */
        private final FileWalk telling;

        private final int most;
        private final Masking masking;
        private final List<Difference> shown = new ArrayList<>();
        private long records;
        private long changed;
        private long eventsBefore;
        private long eventsAfter;

        Comparing(FileWalk before, FileWalk after, FileWalk telling, int most, Masking masking) {
            this.before = before;
            this.after = after;
            this.telling = telling;
            this.most = most;
            this.masking = masking;
        }

        FeedDiff run() throws IOException {
            boolean hasOld = before.next();
            boolean hasNew = after.next();
            while (hasOld && hasNew) {
                if (before.end().isPresent() != after.end().isPresent() || isCutOtherwise()) {
                    return result(Optional.of("at record " + before.number()
                            + " the two definitions cut the file in other ways: by the old one it is " + told(before)
                            + ", by the new one " + told(after)));
                }
                if (before.end().isPresent()) {
                    return result(Optional.of("from record " + before.number()
                            + " on the file does not fall into records, by either definition: "
                            + telling.end().get().code() + " "
                            + telling.end().get().getMessage()));
                }
                compare();
                hasOld = before.next();
                hasNew = after.next();
            }
            return result(
                    hasOld == hasNew
                            ? Optional.empty()
                            : Optional.of("by the " + (hasOld ? "old" : "new") + " definition the file has more than "
                                    + records + " records"));
        }

        private boolean isCutOtherwise() {
            return before.end().isEmpty()
                    && (before.reader().fileOffset() != after.reader().fileOffset()
                            || before.reader().length() != after.reader().length());
        }

        private static String told(FileWalk walk) {
            return walk.end().isPresent()
                    ? "none"
                    : walk.reader().length() + " bytes from byte "
                            + walk.reader().fileOffset() + " on";
        }

        private void compare() {
            records++;
            List<Event> old = before.events();
            List<Event> made = after.events();
            eventsBefore += old.size();
            eventsAfter += made.size();
            boolean isPlainlySame = before.reject().isEmpty()
                    && after.reject().isEmpty()
                    && old.equals(made)
                    && before.entry().equals(after.entry());
            if (isPlainlySame) {
                return;
            }
            List<Difference> differences = Line.differences(before.lines(), after.lines(), masking);
            changed += differences.isEmpty() ? 0 : 1;
            shown.addAll(differences.subList(0, Math.min(differences.size(), most - shown.size())));
        }

        private FeedDiff result(Optional<String> parted) {
            return new FeedDiff(records, changed, eventsBefore, eventsAfter, shown, parted);
        }
    }
}
