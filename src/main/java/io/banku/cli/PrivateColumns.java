package io.banku.cli;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.banku.copybook.DataItem;
import io.banku.feed.BatchReader;
import io.banku.feed.Feed;
import io.banku.record.FlatColumn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which cells of a feed's records are not shown: those of private fields, and those that show the bytes of one under
 * another name. Where a record has both, only the rule that reads the other one says that it is the record's. One thread.
 */
final class PrivateColumns {
    static final PrivateColumns NONE = new PrivateColumns(null, () -> null, List.of());

    private final Feed feed;
    private final Supplier<String> rule;
    private final Map<FlatColumn, List<JsonPointer>> secrets = new LinkedHashMap<>();
    private final Map<String, Set<DataItem>> read = new HashMap<>();

    private PrivateColumns(Feed feed, Supplier<String> rule, List<FlatColumn> all) {
        this.feed = feed;
        this.rule = rule;
        List<FlatColumn> own = all.stream()
                .filter(each -> feed.privacy().isPrivateItself(each.field()))
                .toList();
        for (FlatColumn column : all) {
            secrets.put(
                    column,
                    own.stream()
                            .filter(each -> feed.privacy().shareBytes(each.field(), column.field()))
                            .map(each -> JsonPointer.compile(each.path()))
                            .toList());
        }
    }

    /** @param reader of the records that are shown */
    static PrivateColumns of(Feed feed, BatchReader reader, List<FlatColumn> all) {
        return feed.hasPrivateFields() ? new PrivateColumns(feed, reader::rule, all) : NONE;
    }

    /** Whatever the record. */
    boolean hidesAll(FlatColumn column) {
        return feed != null && feed.isPrivate(column.field());
    }

    /** @param record as JSON */
    boolean hides(FlatColumn column, JsonNode record) {
        return hidesAll(column)
                || secrets.getOrDefault(column, List.of()).stream()
                                .map(record::at)
                                .anyMatch(FlatRecord::isThere)
                        && !isRead(column);
    }

    private boolean isRead(FlatColumn column) {
        String matched = rule.get();
        return matched != null
                && read.computeIfAbsent(matched, feed.privacy()::readBy)
                        .contains(column.field().item());
    }
}
