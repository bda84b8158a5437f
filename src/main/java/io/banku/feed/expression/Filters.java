package io.banku.feed.expression;

import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Token;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All the filters there are, by name. */
final class Filters {
    private static final Map<String, Filter> BY_NAME = load();

    private Filters() {}

    /** @throws io.banku.feed.definition.Misuse when there is none of that name; the message lists those that there are */
    static Filter named(Token name) {
        Filter filter = BY_NAME.get(name.text());
        if (filter == null) {
            throw name.misuse("unknown filter '" + name.text() + "'" + Nearest.meant(name.text(), BY_NAME.keySet()));
        }
        return filter;
    }

    static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    private static Map<String, Filter> load() {
        Map<String, Filter> filters = new TreeMap<>();
        for (Filter filter : ServiceLoader.load(Filter.class, Filter.class.getClassLoader())) {
            Filter other = filters.put(filter.name(), filter);
            if (other != null) {
                throw new IllegalStateException("expected one filter named " + filter.name() + ", found "
                        + other.getClass().getName() + " and "
                        + filter.getClass().getName());
            }
        }
        return filters;
    }
}
