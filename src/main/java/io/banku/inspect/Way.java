package io.banku.inspect;

import io.banku.copybook.DataItem;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.feed.Feed;
import io.banku.feed.expression.Fields;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.RecordDecoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * By what a file's records are read and told apart, and which of their values are not shown. Immutable.
 *
 * @param layout null where nothing is known of the fields
 * @param decoder null where nothing is known of the fields
 * @param hidden whether a field's value is not to be shown
 * @param hiddenItself whether all bytes of a field are not shown, by its own name and not by what else may lie there
 * @param hidesAny whether there is such a field
 * @param rule of a record by the feed; empty where none matches it; null without a feed
 * @param read what the rule of a record makes its events from; none without a rule
 */
public record Way(
        String framing,
        Framing cut,
        Layout layout,
        Dialect dialect,
        RecordDecoder decoder,
        Predicate<FieldReader> hidden,
        Predicate<FieldReader> hiddenItself,
        boolean hidesAny,
        Function<Frame, Optional<String>> rule,
        Function<Frame, Set<DataItem>> read) {

    /** Whether private values are shown. */
    public enum Values {
        MASKED,
        SHOWN
    }

    /**
     * By framing and encoding alone.
     *
     * @throws IllegalArgumentException when there is no such framing or encoding, or when the framing needs a copybook
     */
    public static Way of(String framing, String encoding) {
        Dialect dialect = Dialect.of(CodePage.of(encoding));
        return new Way(
                framing,
                Framing.of(framing, null, dialect),
                null,
                dialect,
                null,
                field -> false,
                field -> false,
                false,
                null,
                frame -> Set.of());
    }

    /**
     * By a copybook; private are the fields whose names are those of people and of where they live.
     *
     * @throws IllegalArgumentException when there is no such framing or encoding
     */
    public static Way of(Layout layout, String framing, String encoding, Values values) {
        Dialect dialect = Dialect.of(CodePage.of(encoding));
        Fields fields = new Fields(layout, dialect);
        layout.roots().forEach(root -> hide(root, fields));
        boolean isMasked = values == Values.MASKED;
        return new Way(
                framing,
                Framing.of(framing, layout, dialect),
                layout,
                dialect,
                fields.decoder(),
                field -> isMasked && fields.isPrivate(field),
                field -> isMasked && fields.isPrivateItself(field),
                isMasked && fields.hides(),
                null,
                frame -> Set.of());
    }

    /** By a feed, which says all of it. */
    public static Way of(Feed feed, Values values) {
        boolean isMasked = values == Values.MASKED;
        return new Way(
                feed.framing().toString(),
                feed.framing(),
                feed.layout(),
                feed.dialect(),
                feed.decoder(),
                field -> isMasked && feed.isPrivate(field),
                field -> isMasked && feed.privacy().isPrivateItself(field),
                isMasked && feed.hasPrivateFields(),
                feed::rule,
                frame -> feed.rule(frame).map(feed.privacy()::readBy).orElse(Set.of()));
    }

    private static void hide(DataItem item, Fields fields) {
        if (item instanceof Group group) {
            group.items().forEach(each -> hide(each, fields));
        }
        if (PrivateNames.isOne(item.name())) {
            fields.hide(item);
        }
    }

    CodePage page() {
        return dialect.codePage();
    }

    /** One for each record description; none where nothing is known of the fields. */
    List<FitNode> nodes() {
        return layout == null ? List.of() : FitNode.of(layout, decoder, dialect);
    }
}
