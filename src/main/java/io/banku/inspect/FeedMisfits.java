package io.banku.inspect;

import io.banku.feed.Feed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a feed says of its files and is not so in this one, as sentences. */
public final class FeedMisfits {
    private static final long NONE = 0;

    private FeedMisfits() {}

    /** @param fit by the feed; what does not fit its copybook is told there */
    public static List<String> of(Feed feed, Report report, CopybookFit fit) throws IOException {
        List<String> misfits = new ArrayList<>();
        if (feed.files().match(report.name()).isEmpty()) {
            misfits.add("it claims " + feed.files().text()
                    + ", and this file's name is another one: a bridge would not read it");
        }
        encoding(feed, report, misfits);
        if (fit.brokenOff() != null) {
            misfits.add("by its framing, " + feed.framing() + ", the file does not fall into records to its end: "
                    + fit.brokenOff());
        }
        framing(feed, report, misfits);
        if (fit.rules() != null && fit.rules().getOrDefault(CopybookFit.NO_RULE, NONE) > NONE) {
            misfits.add("no rule of it matches "
                    + Told.counted(fit.rules().get(CopybookFit.NO_RULE), "record") + " of the file, the first of them "
                    + fit.firstWithoutRule());
        }
        return misfits;
    }

    private static void encoding(Feed feed, Report report, List<String> misfits) {
        boolean isEbcdic = feed.dialect().codePage().isEbcdic();
        Encodings.Family family = report.encoding().family();
        if (family != Encodings.Family.UNDECIDED && isEbcdic != (family == Encodings.Family.EBCDIC)) {
            misfits.add("it says encoding: " + feed.dialect().codePage() + ", and the file is "
                    + (isEbcdic ? "ASCII or its like" : "EBCDIC"));
        } else if (isEbcdic
                && !report.encoding().names().isEmpty()
                && !report.encoding().names().contains(feed.dialect().codePage().name())) {
            misfits.add("it says encoding: " + feed.dialect().codePage() + ", and the texts make more sense as "
                    + report.encoding().names().get(0));
        }
    }

    /** Framings that cut the file into the same records are the same. */
    private static void framing(Feed feed, Report report, List<String> misfits) throws IOException {
        if (report.best().size() != 1
                || report.best().get(0).grade() != Grade.CERTAIN
                || report.damage().isPresent()) {
            return;
        }
        Candidate found = report.best().get(0);
        Walk said = Walk.of(feed.framing(), report.content().bytes());
        if (said.boundaries() != found.walk().boundaries()) {
            misfits.add("it says framing: " + feed.framing() + ", which makes " + Told.counted(said.records(), "record")
                    + " of it; the bytes say " + found.form() + " ("
                    + Told.counted(found.walk().records(), "record") + ")");
        }
    }
}
