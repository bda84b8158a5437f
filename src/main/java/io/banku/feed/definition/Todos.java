package io.banku.feed.definition;

import java.util.List;
import java.util.regex.Pattern;

/** Places that a drafted definition leaves to people: a word {@code TODO} in a value. Nothing compiles with one of them. */
final class Todos {
    /** {@code TODO}, {@code money 'TODO'}, {@code TODO.cpy}; a field called TODO-LIST can be written {@code todo-list}. */
    private static final Pattern TODO = Pattern.compile("(?<![A-Za-z0-9-])TODO(?![A-Za-z0-9])");

    private Todos() {}

    static boolean isOne(String text) {
        return TODO.matcher(text).find();
    }

    /** Tells each of them, wherever it stands. */
    static void tell(Section section) {
        section.entries().forEach(entry -> tell(entry.name().value(), entry.item()));
    }

    private static void tell(String key, Item item) {
        if (item.isSection()) {
            item.section().ifPresent(Todos::tell);
        } else if (item.isText() && !item.isNothing()) {
            item.text().filter(text -> isOne(text.value())).ifPresent(text -> text.todo(key));
        } else if (!item.isText()) {
            List<Item> elements = item.list();
            elements.forEach(element -> tell(key, element));
        }
    }
}
