package io.banku.feed;

import io.banku.feed.definition.Document;
import io.banku.feed.definition.Faults;
import io.banku.feed.definition.Item;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code feed.yaml} → {@link Feed}: YAML → {@link Section}s → {@link Input} → {@link Rule}s → {@link Controls}. Each step
 * tells its faults and goes on as long as it makes sense.
 */
final class FeedLoader {
    static final String FILE = "feed.yaml";

    /** What it must be called that holds a definition. */
    private enum Naming {
        AS_THE_FEED,
        ANY
    }

    private final Path folder;
    private final Feed.Values values;
    private final Naming naming;
    private final Faults faults;

    /** Known before the rest is, or null. */
    private FilePattern files;

    private FeedLoader(Path folder, Feed.Values values, Naming naming) {
        this.folder = folder.toAbsolutePath().normalize();
        this.values = values;
        this.naming = naming;
        this.faults = new Faults(this.folder.getFileName() + "/" + FILE);
    }

    static Feed load(Path folder, Feed.Values values) {
        return load(folder, values, Naming.AS_THE_FEED);
    }

    /** Whatever the folder is called. */
    static Feed loadCopy(Path folder, Feed.Values values) {
        return load(folder, values, Naming.ANY);
    }

    /** What it says of private fields is looked at, too, where they are shown. */
    private static Feed load(Path folder, Feed.Values values, Naming naming) {
        Feed feed = load(new FeedLoader(folder, Feed.Values.MASKED, naming));
        return values == Feed.Values.MASKED || !feed.hasPrivateFields()
                ? feed
                : load(new FeedLoader(folder, values, naming));
    }

    private static Feed load(FeedLoader loader) {
        Optional<Feed> feed = loader.read();
        if (!loader.faults.isEmpty()) {
            throw new FeedException(loader.faults.all(), loader.files);
        }
        return feed.orElseThrow(() -> new IllegalStateException("expected a feed or faults, found neither"));
    }

    private Optional<Feed> read() {
        try {
            return text().flatMap(yaml -> Document.read(yaml, "a feed", faults)).flatMap(this::feed);
        } catch (StackOverflowError endless) {
            faults.add(1, 1, "expected a feed definition, found brackets or parentheses in each other without end");
            return Optional.empty();
        }
    }

    private Optional<String> text() {
        try {
            return Optional.of(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            faults.add(1, 1, "expected a feed definition, found no file that can be read as UTF-8 text: " + unreadable);
            return Optional.empty();
        }
    }

    private Optional<Feed> feed(Section section) {
        section.only(Keys.FEED);
        Optional<String> name = InputReader.parsed(section.requiredText("feed"), this::name);
        InputReader.Reading reading = section.required("input")
                .flatMap(Item::section)
                .map(new InputReader(folder, faults)::read)
                .orElse(InputReader.Reading.NOTHING);
        files = reading.files().orElse(null);
        Optional<Input> input = reading.whole();
        Optional<Mapping> mapping = section.required("records")
                .flatMap(Item::section)
                .flatMap(records -> new MappingCompiler(section, reading, values, faults).compile(records));
        Terms terms = terms(section);
        mapping.filter(known -> known.controls().step().isEmpty())
                .flatMap(none -> section.section("sequence"))
                .ifPresent(each -> each.fault(
                        "expected a control with 'previous + N', or generations, for 'sequence';" + " found none"));
        DueReader.Reading due = new DueReader(folder, faults).read(section, reading);
        Optional<Identity> identity = section.text("identity")
                .map(text -> identity(text, reading, section))
                .orElse(Optional.of(Identity.NAME));
        List<FeedTest> tests = section.item("tests")
                .map(new TestsReader(reading.fields(), files, mapping.orElse(null))::read)
                .orElse(List.of());
        if (name.isEmpty() || input.isEmpty() || mapping.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        String title = section.text("title").map(Text::value).orElse(name.get());
        List<Path> sources = new ArrayList<>(List.of(folder.resolve(FILE)));
        sources.addAll(input.get().copybooks());
        due.file().ifPresent(sources::add);
        return contents(sources)
                .map(read -> new Feed(
                        name.get(),
                        title,
                        input.get(),
                        mapping.get(),
                        terms,
                        due.terms(),
                        identity.get(),
                        tests,
                        read));
    }

    /** Read behind the rules: what is private is known by then. */
    private static Optional<Identity> identity(Text text, InputReader.Reading reading, Section section) {
        boolean hasHeader =
                section.section("records").filter(MappingCompiler::hasHeader).isPresent();
        try {
            return Optional.of(Identity.of(text, reading.fields(), hasHeader));
        } catch (Misuse misuse) {
            text.fault(misuse);
            return Optional.empty();
        }
    }

    private Terms terms(Section section) {
        Release release =
                InputReader.parsed(section.text("release"), Release::of).orElse(Release.WHEN_BALANCED);
        long tolerated = section.section("rejects")
                .flatMap(
                        each -> InputReader.parsed(each.only(Keys.REJECTS).requiredText("tolerate"), FeedLoader::count))
                .orElse(0L);
        Terms.AfterGap afterGap = InputReader.parsed(section.text("after-gap"), Terms.AfterGap::of)
                .orElse(Terms.AfterGap.GOES_ON);
        Optional<Section> sequence = section.section("sequence").map(each -> each.only(Keys.SEQUENCE));
        return new Terms(
                release,
                tolerated,
                afterGap,
                outOfTurn(sequence, "gap"),
                outOfTurn(sequence, "repeat"),
                after(section),
                fourEyes(section));
    }

    private static Terms.OutOfTurn outOfTurn(Optional<Section> sequence, String key) {
        return InputReader.parsed(sequence.flatMap(each -> each.text(key)), Terms.OutOfTurn::of)
                .orElse(Terms.OutOfTurn.HOLDS);
    }

    private static Set<String> fourEyes(Section section) {
        Set<String> actions = new LinkedHashSet<>();
        section.item("four-eyes").map(Item::list).orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .forEach(text -> InputReader.parsed(Optional.of(text), Terms::byTwo)
                        .filter(action -> !actions.add(action))
                        .ifPresent(again -> text.fault("expected each action once, found " + again + " again")));
        return actions;
    }

    private List<Before> after(Section section) {
        Optional<Item> after = section.item("after");
        List<Text> names = after.map(item -> item.isText() ? List.of(item) : item.list()).orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .toList();
        if (files != null && !files.facts().contains("date") && !names.isEmpty()) {
            names.get(0)
                    .fault(
                            "expected {date:PATTERN} in 'files' of a feed that is after another, which is of the same date,"
                                    + " found " + files.text());
        }
        Set<String> known = new HashSet<>();
        names.stream()
                .filter(name -> !known.add(name.value()))
                .forEach(name -> name.fault("expected each feed once, found " + name.value() + " again"));
        return names.stream().map(Before::of).toList();
    }

    /** What was compiled is what batches are read by, whatever becomes of the folder. */
    private Optional<Map<Path, byte[]>> contents(List<Path> sources) {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        try {
            for (Path source : sources) {
                contents.put(source, Files.readAllBytes(source));
            }
            return Optional.of(contents);
        } catch (IOException unreadable) {
            faults.add(1, 1, "expected to read the feed's files once more, found: " + unreadable);
            return Optional.empty();
        }
    }

    private String name(String name) {
        String expected = folder.getFileName().toString();
        boolean isExpected = naming == Naming.ANY || name.equals(expected);
        if (!name.matches("[a-z0-9-]+") || !isExpected) {
            throw new IllegalArgumentException(
                    "expected the folder's name, '" + expected + "' (of a-z, 0-9 and -), found '" + name + "'");
        }
        return name;
    }

    private static long count(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("expected a number of records, found '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
