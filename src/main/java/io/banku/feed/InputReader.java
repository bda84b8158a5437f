package io.banku.feed;

import io.banku.copybook.Layout;
import io.banku.feed.definition.Faults;
import io.banku.feed.definition.Item;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Tokens;
import io.banku.feed.expression.Fields;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Framing;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Reads the {@code input:} of a feed. */
final class InputReader {
    /** Stands for one with a fault: it has a character for every byte. */
    private static final String ANY_ENCODING = "iso-8859-1";

    private final Path folder;
    private final Faults faults;

    InputReader(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /**
     * What could be read of it, for going on with the rest of the definition.
     *
     * @param whole empty when there was a fault; all faults are told
     * @param fields unknown where the copybook has faults
     * @param files empty where the pattern has faults
     */
    record Reading(Optional<Input> whole, Fields fields, ZoneId zone, Optional<FilePattern> files) {
        static final Reading NOTHING =
                new Reading(Optional.empty(), Fields.unknown(), ZoneOffset.UTC, Optional.empty());
    }

    Reading read(Section section) {
        section.only(Keys.INPUT);
        Optional<FilePattern> files = files(section);
        Readiness ready = parsed(section.text("ready"), Readiness::of).orElse(Readiness.DEFAULT);
        Optional<Layout> layout = new CopybookReader(folder, faults).read(section);
        Optional<CodePage> encoding = parsed(section.requiredText("encoding"), CodePage::of);
        ZoneId zone = parsed(section.text("timezone"), InputReader::zone).orElse(ZoneOffset.UTC);
        boolean emptyAllowed = parsed(section.text("empty"), InputReader::empty).orElse(false);
        Dialect dialect = DialectReader.read(section, Dialect.of(encoding.orElseGet(() -> CodePage.of(ANY_ENCODING))));
        Optional<Framing> framing = section.required("framing")
                .flatMap(FramingReader::form)
                .flatMap(written -> written.compile(layout, dialect));
        Fields fields = layout.map(known -> new Fields(known, dialect)).orElseGet(Fields::unknown);
        section.section("fields").ifPresent(each -> DialectReader.readFields(each, dialect, fields));
        Optional<Input> whole = files.isEmpty() || layout.isEmpty() || encoding.isEmpty() || framing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Input(
                        files.get(),
                        ready,
                        layout.get().files().stream().map(folder::resolve).toList(),
                        layout.get().notes(),
                        encoding.get(),
                        fields,
                        framing.get(),
                        zone,
                        emptyAllowed));
        return new Reading(whole, fields, zone, files);
    }

    private static Optional<FilePattern> files(Section section) {
        boolean generations =
                parsed(section.text("generation"), InputReader::generation).orElse(false);
        Optional<Text> text = section.requiredText("files");
        Optional<FilePattern> files = parsed(text, generations ? FilePattern::ofGenerations : FilePattern::of);
        if (!section.has("generation")
                && files.filter(FilePattern::hasGenerations).isPresent()) {
            text.orElseThrow().fault("expected 'generation: gdg' beside 'files' with {generation}, found none");
        }
        return files;
    }

    static boolean generation(String text) {
        if (!text.equals("gdg")) {
            throw new IllegalArgumentException("expected gdg, found '" + text + "'");
        }
        return true;
    }

    /** A text turned into something by a function that refuses with an {@link IllegalArgumentException}. */
    static <T> Optional<T> parsed(Optional<Text> text, Function<String, T> parser) {
        try {
            return text.map(given -> parser.apply(given.value()));
        } catch (IllegalArgumentException refused) {
            text.orElseThrow().fault(refused.getMessage());
            return Optional.empty();
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "expected a timezone such as Europe/Vienna, UTC or +01:00, found '" + text + "'", unknown);
        }
    }

    static boolean empty(String text) {
        if (!text.equals("allowed") && !text.equals("refused")) {
            throw new IllegalArgumentException("expected allowed or refused, found '" + text + "'");
        }
        return text.equals("allowed");
    }

    /** Marks the fields of {@code private:}. */
    static void hide(Fields fields, Item names) {
        for (Item item : names.list()) {
            item.text().ifPresent(text -> {
                try {
                    Tokens tokens = new Tokens(text.value());
                    fields.hide(tokens.reference());
                    tokens.end();
                } catch (Misuse misuse) {
                    text.fault(misuse);
                }
            });
        }
    }
}
