package io.banku.feed;

import io.banku.feed.Expectation.Expected;
import io.banku.feed.definition.Item;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.expression.MappingFault;
import io.banku.record.DataFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code expect:} of a test. Faults are told; what comes back is then good only for going on. */
final class ExpectationReader {
    private static final List<String> WAYS = List.of("event", "events", "transfer", "value", "reject", "skip");
    private static final List<String> ANY = Stream.concat(WAYS.stream(), Stream.of("key", "data", "without", "field"))
            .toList();
    private static final List<String> CODES = Stream.concat(
                    Arrays.stream(DataFault.values()).map(DataFault::code),
                    Arrays.stream(MappingFault.values()).map(MappingFault::code))
            .sorted()
            .toList();

    private ExpectationReader() {}

    static Optional<Expectation> read(Section section) {
        List<String> ways = WAYS.stream().filter(section::has).toList();
        if (ways.size() != 1) {
            section.only(ANY);
            section.fault("expected one of " + Nearest.either(WAYS) + " in 'expect', found "
                    + (ways.isEmpty() ? "none" : String.join(" and ", ways)));
            return Optional.empty();
        }
        return switch (ways.get(0)) {
            case "event" ->
                Optional.of(new Expectation.Events(
                        event(section.only(Keys.EXPECT_EVENT)).stream().toList()));
            case "events" -> Optional.of(new Expectation.Events(events(section.only(Keys.EXPECT_EVENTS))));
            case "value" -> Optional.of(new Expectation.Events(List.of(entry(section.only(Keys.EXPECT_VALUE)))));
            case "transfer" -> Optional.of(new Expectation.Events(transfer(section.only(Keys.EXPECT_TRANSFER))));
            case "reject" -> rejected(section.only(Keys.EXPECT_REJECT));
            default -> skipped(section.only(Keys.EXPECT_SKIP));
        };
    }

    private static List<Expected> events(Section section) {
        List<Expected> events = new ArrayList<>();
        List<Item> items = section.item("events").map(Item::list).orElse(List.of());
        for (Item item : items) {
            item.section()
                    .map(each -> each.only(Keys.EXPECT_EVENT))
                    .flatMap(ExpectationReader::event)
                    .ifPresent(events::add);
        }
        return events;
    }

    private static Optional<Expected> event(Section section) {
        Optional<EventType> type = section.requiredText("event").flatMap(DataCompiler::type);
        String key = section.text("key").map(Text::value).orElse(null);
        List<String> known = type.map(ExpectationReader::properties).orElse(null);
        Map<String, String> data = data(section, known);
        List<String> without = without(section, known);
        return type.map(each -> new Expected(each.text(), key, data, without));
    }

    /** Both legs. */
    private static List<Expected> transfer(Section section) {
        Optional<Section> ends = section.section("transfer").map(each -> each.only(Keys.TRANSFER));
        Map<String, String> data = data(section, properties(EventType.MONEY_SENT));
        List<String> without = without(section, properties(EventType.MONEY_SENT));
        String from = text(ends, "from");
        String to = text(ends, "to");
        String reference = text(ends, "reference");
        return List.of(
                leg(EventType.MONEY_SENT, from, to, reference, data, without),
                leg(EventType.MONEY_RECEIVED, to, from, reference, data, without));
    }

    private static Expected entry(Section section) {
        String value = section.requiredText("value").map(Text::value).orElse("");
        return new Expected(
                Entry.TYPE, section.text("key").map(Text::value).orElse(null), Map.of("value", value), List.of());
    }

    private static String text(Optional<Section> section, String key) {
        return section.flatMap(each -> each.requiredText(key)).map(Text::value).orElse("");
    }

    private static Expected leg(
            EventType type,
            String account,
            String other,
            String reference,
            Map<String, String> shared,
            List<String> without) {
        Map<String, String> data = new LinkedHashMap<>(shared);
        data.put("transfer", reference);
        data.put("counterparty", other);
        return new Expected(type.text(), account, data, without);
    }

    /** As its JSON has them: an amount has its currency beside it. */
    private static List<String> properties(EventType type) {
        List<String> names = new ArrayList<>();
        for (Property property : type.properties()) {
            names.add(property.name());
            if (property.kind() == Property.Kind.MONEY) {
                names.add("currency");
            }
        }
        return names;
    }

    /** @param known null where the event is not known */
    private static Map<String, String> data(Section event, List<String> known) {
        Map<String, String> data = new LinkedHashMap<>();
        event.section("data").ifPresent(section -> {
            if (known != null) {
                section.only(known);
            }
            section.entries()
                    .forEach(entry -> entry.item()
                            .text()
                            .ifPresent(text -> data.put(entry.name().value(), text.value())));
        });
        return data;
    }

    private static List<String> without(Section event, List<String> known) {
        List<String> names = new ArrayList<>();
        for (Item item : event.item("without").map(Item::list).orElse(List.of())) {
            item.text().ifPresent(text -> {
                names.add(text.value());
                if (known != null && !known.contains(text.value())) {
                    text.fault("unknown property '" + text.value() + "'" + Nearest.meant(text.value(), known));
                }
            });
        }
        return names;
    }

    private static Optional<Expectation> rejected(Section section) {
        Optional<Text> code = section.requiredText("reject");
        code.filter(text -> !CODES.contains(text.value()))
                .ifPresent(text -> text.fault("expected the code of a reject, such as " + DataFault.BAD_SIGN.code()
                        + ", found '" + text.value() + "'"));
        String field = section.text("field").map(Text::value).orElse(null);
        return code.map(text -> new Expectation.Rejected(text.value(), field));
    }

    private static Optional<Expectation> skipped(Section section) {
        Optional<Text> skip = section.requiredText("skip");
        skip.filter(text -> !text.value().equals("true"))
                .ifPresent(text -> text.fault("expected true, found '" + text.value() + "'"));
        return skip.map(text -> new Expectation.Skipped());
    }
}
