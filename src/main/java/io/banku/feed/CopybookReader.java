package io.banku.feed;

import io.banku.copybook.CompileOptions;
import io.banku.copybook.CopyFolders;
import io.banku.copybook.Copybook;
import io.banku.copybook.CopybookEncoding;
import io.banku.copybook.CopybookException;
import io.banku.copybook.DecimalPoint;
import io.banku.copybook.Fault;
import io.banku.copybook.Layout;
import io.banku.feed.definition.Faults;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the {@code copybook:} of an {@code input:}, and what the program around the copybook would say of it. */
final class CopybookReader {
    /** The keys of {@code input:} that it reads. */
    static final List<String> KEYS =
            List.of("copybook", "copybook-encoding", "replacing", "define", "decimal-point", "currency");

    private final Path folder;
    private final Faults faults;

    CopybookReader(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Empty when there was a fault; all of them are told. */
    Optional<Layout> read(Section input) {
        Optional<Text> name = input.requiredText("copybook");
        CopybookEncoding encoding = InputReader.parsed(input.text("copybook-encoding"), CopybookEncoding::of)
                .orElse(CopybookEncoding.UTF_8);
        CompileOptions options = currency(input, decimalPoint(input, library(encoding)));
        List<Text> tags = new ArrayList<>();
        CompileOptions all = replacing(input, define(input, options), tags);
        return name.flatMap(known -> layout(known, encoding, all, tags));
    }

    private Optional<String> text(Text name, CopybookEncoding encoding) {
        Path file = folder.resolve(name.value()).normalize();
        if (!folder.normalize().equals(file.getParent())) {
            name.fault("expected a file in the feed's folder, found '" + name.value() + "'");
            return Optional.empty();
        }
        try {
            return Optional.of(encoding.decode(name.value(), Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            name.fault(
                    "expected a copybook beside feed.yaml, found no file '" + name.value() + "' there" + meant(name));
            return Optional.empty();
        } catch (IOException unreadable) {
            name.fault("expected a copybook beside feed.yaml, found '" + name.value() + "', which cannot be read: "
                    + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Of the files beside it those that may be copybooks. */
    private String meant(Text name) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> others = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.toLowerCase(Locale.ROOT).matches(".*\\.(cpy|cbl|cob|copy|inc)|[^.]*"))
                    .sorted()
                    .toList();
            return others.isEmpty() ? "" : Nearest.meant(name.value(), others);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Members lie in the feed's folder too: what a batch is read by is staged with it, file by file. */
    private CompileOptions library(CopybookEncoding encoding) {
        return CompileOptions.DEFAULT.with(CopyFolders.of(List.of(folder), encoding));
    }

    private static CompileOptions decimalPoint(Section input, CompileOptions options) {
        return InputReader.parsed(input.text("decimal-point"), CopybookReader::point)
                .map(options::with)
                .orElse(options);
    }

    static DecimalPoint point(String text) {
        return switch (text) {
            case "period" -> DecimalPoint.PERIOD;
            case "comma" -> DecimalPoint.COMMA;
            default -> throw new IllegalArgumentException("expected period or comma, found '" + text + "'");
        };
    }

    /** Where there is one, the dollar is a currency sign only if it is among them. */
    private static CompileOptions currency(Section input, CompileOptions otherwise) {
        Optional<Section> signs = input.section("currency");
        if (signs.isEmpty()) {
            return otherwise;
        }
        CompileOptions options = otherwise.withoutCurrency();
        for (Section.Entry sign : signs.get().entries()) {
            CompileOptions before = options;
            options = sign.item()
                    .text()
                    .flatMap(text -> InputReader.parsed(
                            Optional.of(sign.name()), symbol -> before.withCurrency(symbol, text.value())))
                    .orElse(before);
        }
        return options;
    }

    /** What {@code >>IF} asks for: {@code { BATCH: 1 }}. */
    private static CompileOptions define(Section input, CompileOptions otherwise) {
        CompileOptions options = otherwise;
        for (Section.Entry pair : entries(input, "define")) {
            CompileOptions before = options;
            options = pair.item()
                    .text()
                    .flatMap(value ->
                            InputReader.parsed(Optional.of(pair.name()), name -> before.define(name, value.value())))
                    .orElse(before);
        }
        return options;
    }

    /** @param tags to which those are added that it says */
    private static CompileOptions replacing(Section input, CompileOptions otherwise, List<Text> tags) {
        CompileOptions options = otherwise;
        for (Section.Entry pair : entries(input, "replacing")) {
            CompileOptions before = options;
            options = pair.item()
                    .text()
                    .flatMap(text ->
                            InputReader.parsed(Optional.of(pair.name()), tag -> before.replacing(tag, text.value())))
                    .orElse(before);
            if (options != before) {
                tags.add(pair.name());
            }
        }
        return options;
    }

    private static List<Section.Entry> entries(Section input, String key) {
        return input.section(key).map(Section::entries).orElse(List.of());
    }

    private Optional<Layout> layout(Text name, CopybookEncoding encoding, CompileOptions options, List<Text> tags) {
        try {
            Optional<Layout> layout = text(name, encoding).map(text -> Copybook.parse(name.value(), text, options));
            layout.ifPresent(known -> checkTags(tags, known.unusedTags()));
            return layout;
        } catch (CopybookException broken) {
            checkTags(tags, broken.unusedTags());
            faults.addAll(broken.faults().stream()
                    .map(fault -> new Fault(label(fault.file()), fault.line(), fault.column(), fault.message()))
                    .toList());
            return Optional.empty();
        }
    }

    private static void checkTags(List<Text> tags, Set<String> unused) {
        tags.stream()
                .filter(tag -> unused.contains(tag.value()))
                .forEach(tag -> tag.fault(
                        "expected a tag that stands in the copybook or in its members, found " + tag.value()));
    }

    private String label(String file) {
        return folder.getFileName() + "/" + Path.of(file).getFileName();
    }
}
