package io.banku.feed;

import io.banku.copybook.Layout;
import io.banku.feed.definition.Item;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.record.Dialect;
import io.banku.record.Framing;
import io.banku.record.FramingFaults;
import io.banku.record.FramingForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code framing:} of a feed: a word, or a word with options; knows where each of them was written. */
final class FramingReader {
    private static final Layout NO_LAYOUT =
            new Layout("", List.of(), List.of(), List.of(), List.of(), Set.of(), List.of());
    private static final Set<String> OF_THE_COPYBOOK = Set.of("field", "lengths");

    private final Text name;
    private final Map<String, Section.Entry> options;

    private FramingReader(Text name, Map<String, Section.Entry> options) {
        this.name = name;
        this.options = options;
    }

    /** Empty when it is neither; that is told. */
    static Optional<FramingReader> form(Item item) {
        if (item.isText()) {
            return item.text().map(name -> new FramingReader(name, Map.of()));
        }
        return item.section().flatMap(section -> {
            if (section.entries().size() != 1) {
                item.fault("expected one framing with its options, as {rdw: {endian: little}}, found "
                        + section.entries().size());
                return Optional.empty();
            }
            Section.Entry only = section.entries().get(0);
            return only.item().section().map(options -> new FramingReader(only.name(), byName(options)));
        });
    }

    private static Map<String, Section.Entry> byName(Section options) {
        Map<String, Section.Entry> byName = new LinkedHashMap<>();
        options.entries().forEach(entry -> byName.put(entry.name().value(), entry));
        return byName;
    }

    /**
     * Empty when there was a fault; all of them are told where they stand.
     *
     * @param layout empty where the copybook has faults: what names its fields is not looked at then
     */
    Optional<Framing> compile(Optional<Layout> layout, Dialect dialect) {
        Map<String, Text> values = new LinkedHashMap<>();
        options.forEach((option, entry) -> entry.item().text().ifPresent(text -> values.put(option, text)));
        if (values.size() < options.size()) {
            return Optional.empty();
        }
        Map<String, String> texts = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        option -> option.getValue().value(),
                        (one, other) -> one,
                        LinkedHashMap::new));
        return Framing.of(new FramingForm(name.value(), texts), layout.orElse(NO_LAYOUT), dialect, new FramingFaults() {
            @Override
            public void add(String option, String message) {
                if (layout.isPresent() || !OF_THE_COPYBOOK.contains(option)) {
                    values.getOrDefault(option, name).fault(message);
                }
            }

            @Override
            public void unknown(String option, String message) {
                options.get(option).name().fault(message);
            }
        });
    }
}
