package io.banku.night;

import io.banku.copybook.Fault;
import io.banku.feed.Feed;
import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedException;
import io.banku.feed.definition.Document;
import io.banku.feed.definition.Faults;
import io.banku.feed.definition.Item;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code nights.yaml}, beside the feeds' folders → {@link NightSet}s. All its faults are told at once. */
public final class NightSets {
    /** Its name. */
    public static final String FILE = "nights.yaml";

    private final FeedCatalog feeds;
    private final Faults faults = new Faults(FILE);

    private NightSets(FeedCatalog feeds) {
        this.feeds = feeds;
    }

    /**
     * None where there is no such file.
     *
     * @param directory of the feeds
     * @throws FeedException with all that is wrong with it
     */
    public static List<NightSet> load(Path directory, FeedCatalog feeds) {
        Path file = directory.resolve(FILE);
        if (Files.notExists(file)) {
            return List.of();
        }
        NightSets reading = new NightSets(feeds);
        List<NightSet> sets = reading.read(file);
        if (!reading.faults.isEmpty()) {
            List<Fault> all = reading.faults.all();
            throw new FeedException(all);
        }
        return sets;
    }

    private List<NightSet> read(Path file) {
        List<NightSet> sets = new ArrayList<>();
        try {
            Document.read(Files.readString(file, StandardCharsets.UTF_8), "nights", faults)
                    .map(root -> root.only(List.of("nights")))
                    .flatMap(root -> root.required("nights"))
                    .flatMap(Item::section)
                    .ifPresent(nights ->
                            nights.entries().forEach(entry -> night(entry).ifPresent(sets::add)));
        } catch (IOException unreadable) {
            faults.add(1, 1, "expected nights, found no file that can be read as UTF-8 text: " + unreadable);
        }
        return sets;
    }

    private Optional<NightSet> night(Section.Entry entry) {
        String name = entry.name().value();
        if (!name.matches("[a-z0-9-]{1,64}")) {
            entry.name().fault("expected a night's name, of a-z, 0-9 and -, 64 at most, found '" + name + "'");
        }
        return entry.item()
                .section()
                .map(night -> night.only(List.of("from", "feeds")))
                .flatMap(night -> {
                    Optional<LocalDate> from = night.requiredText("from").flatMap(NightSets::day);
                    Set<String> named = new LinkedHashSet<>();
                    night.required("feeds").ifPresent(feeds -> feeds(feeds, named));
                    return from.map(day -> new NightSet(name, day, List.copyOf(named)));
                });
    }

    private void feeds(Item item, Set<String> named) {
        List<Item> list = item.list();
        if (list.isEmpty() && !item.isText() && !item.isSection()) {
            item.fault("expected feeds in the night, found none");
        }
        list.forEach(each -> each.text().ifPresent(feed -> feed(feed, named)));
    }

    private static Optional<LocalDate> day(Text text) {
        try {
            return Optional.of(LocalDate.parse(text.value()));
        } catch (DateTimeException noDay) {
            text.fault("expected the first business date that is closed, as 2026-11-20, found '" + text.value() + "'");
            return Optional.empty();
        }
    }

    private void feed(Text text, Set<String> named) {
        String name = text.value();
        Optional<Feed> feed = feeds.feed(name);
        boolean isBroken =
                feeds.broken().stream().anyMatch(broken -> broken.name().equals(name));
        if (feed.isEmpty() && !isBroken) {
            List<String> known = feeds.feeds().stream().map(Feed::name).toList();
            text.fault("BNK-3065 expected a feed, found '" + name + "', of which there is no folder"
                    + Nearest.meant(name, known));
        } else if (feed.isPresent() && !feed.get().files().text().contains("{date:")) {
            text.fault(
                    "BNK-3066 expected a feed whose files' names have a {date:PATTERN}, which is the business date, found "
                            + name + " (" + feed.get().files() + ")");
        } else if (!named.add(name)) {
            text.fault("'" + name + "' is given twice in the night");
        }
    }
}
