package io.banku.feed;

import io.banku.copybook.CompileOptions;
import io.banku.copybook.CopyFolders;
import io.banku.copybook.Copybook;
import io.banku.copybook.CopybookException;
import io.banku.copybook.DecimalPoint;
import io.banku.copybook.Fault;
import io.banku.copybook.Layout;
import io.banku.feed.definition.Faults;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code copybook:} of an {@code input:}, and what the program around the copybook would say of it. */
final class CopybookReader {
    /** The keys of {@code input:} that it reads. */
    static final List<String> KEYS = List.of("copybook", "replacing", "decimal-point", "currency");

    private final Path folder;
    private final Faults faults;

    CopybookReader(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Empty when there was a fault; all of them are told. */
    Optional<Layout> read(Section input) {
        Optional<Text> name = input.requiredText("copybook");
        Optional<String> text = name.flatMap(this::text);
        CompileOptions options = replacing(input, text.orElse(""), currency(input, decimalPoint(input, library())));
        return text.flatMap(known -> layout(name.orElseThrow().value(), known, options));
    }

    private Optional<String> text(Text name) {
        Path file = folder.resolve(name.value()).normalize();
        if (!folder.normalize().equals(file.getParent())) {
            name.fault("expected a file in the feed's folder, found '" + name.value() + "'");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            name.fault("expected a copybook beside feed.yaml, found no file that can be read as UTF-8 text: "
                    + unreadable);
            return Optional.empty();
        }
    }

    /** Members lie in the feed's folder too: what a batch is read by is staged with it, file by file. */
    private CompileOptions library() {
        return CompileOptions.DEFAULT.with(CopyFolders.of(List.of(folder)));
    }

    private static CompileOptions decimalPoint(Section input, CompileOptions options) {
        return InputReader.parsed(input.text("decimal-point"), CopybookReader::point)
                .map(options::with)
                .orElse(options);
    }

    private static DecimalPoint point(String text) {
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

    private static CompileOptions replacing(Section input, String copybook, CompileOptions otherwise) {
        CompileOptions options = otherwise;
        for (Section.Entry pair :
                input.section("replacing").map(Section::entries).orElse(List.of())) {
            CompileOptions before = options;
            options = pair.item()
                    .text()
                    .flatMap(text ->
                            InputReader.parsed(Optional.of(pair.name()), tag -> before.replacing(tag, text.value())))
                    .orElse(before);
            if (options != before && !contains(copybook, pair.name().value())) {
                pair.name()
                        .fault("expected a tag that stands in the copybook, found "
                                + pair.name().value());
            }
        }
        return options;
    }

    private static boolean contains(String copybook, String tag) {
        return copybook.toUpperCase(Locale.ROOT).contains(tag.toUpperCase(Locale.ROOT));
    }

    private Optional<Layout> layout(String name, String text, CompileOptions options) {
        try {
            return Optional.of(Copybook.parse(name, text, options));
        } catch (CopybookException broken) {
            faults.addAll(broken.faults().stream()
                    .map(fault -> new Fault(label(fault.file()), fault.line(), fault.column(), fault.message()))
                    .toList());
            return Optional.empty();
        }
    }

    private String label(String file) {
        return folder.getFileName() + "/" + Path.of(file).getFileName();
    }
}
