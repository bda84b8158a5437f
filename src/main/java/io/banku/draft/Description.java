package io.banku.draft;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.RecordDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Of the descriptions of the same bytes those that fit the records of a kind best: by their bytes, then by their names. */
final class Description {
    private static final double ALL = 0.999;

    private final RecordDecoder decoder;
    private final Kind kind;

    private Description(RecordDecoder decoder, Kind kind) {
        this.decoder = decoder;
        this.kind = kind;
    }

    /** The fields of these records, legal in each that was looked at; those in tables are left out. */
    static List<FieldReader> of(Layout layout, RecordDecoder decoder, Kind kind) {
        Description description = new Description(decoder, kind);
        DataItem root = description.best(layout.roots());
        kind.hint = kind.hint.isEmpty() && layout.roots().size() > 1 ? root.name() : kind.hint;
        return description.readers(root).stream().filter(description::isLegal).toList();
    }

    private DataItem best(List<? extends DataItem> alternatives) {
        return alternatives.stream()
                .max(Comparator.comparing((DataItem item) -> share(item) > ALL)
                        .thenComparing(item -> Words.haveOneInCommon(item.name(), kind.hint))
                        .thenComparing(this::share)
                        .thenComparing(item -> readers(item).size()))
                .orElseThrow();
    }

    private List<FieldReader> readers(DataItem item) {
        List<FieldReader> readers = new ArrayList<>();
        if (item.isTable()) {
            return readers;
        }
        if (item instanceof Elementary) {
            reader(item).ifPresent(readers::add);
            return readers;
        }
        List<DataItem> alternatives = new ArrayList<>();
        for (DataItem each : ((Group) item).items()) {
            if (each.redefines() == null && !alternatives.isEmpty()) {
                readers.addAll(readers(best(alternatives)));
                alternatives.clear();
            }
            alternatives.add(each);
        }
        readers.addAll(readers(best(alternatives)));
        return readers;
    }

    private Optional<FieldReader> reader(DataItem item) {
        try {
            return item.isFiller() ? Optional.empty() : Optional.of(decoder.field(item.name()));
        } catch (IllegalArgumentException ambiguous) {
            return Optional.empty();
        }
    }

    /** How many of the bytes are legal in it. */
    private double share(DataItem item) {
        long legal = 0;
        long all = 1;
        for (FieldReader each : readers(item)) {
            for (Frame frame : kind.looked()) {
                if (isPresent(each, frame)) {
                    all += each.item().length();
                    legal += isLegal(each, frame) ? each.item().length() : 0;
                }
            }
        }
        return (legal + 1.0) / all;
    }

    private boolean isLegal(FieldReader reader) {
        return !kind.looked().isEmpty()
                && kind.looked().stream().allMatch(frame -> isPresent(reader, frame) && isLegal(reader, frame));
    }

    private static boolean isPresent(FieldReader reader, Frame frame) {
        try {
            return reader.isPresent(frame);
        } catch (FieldException unknown) {
            return false;
        }
    }

    private static boolean isLegal(FieldReader reader, Frame frame) {
        try {
            String text = reader.text(frame);
            return reader.isNumeric() || text.chars().noneMatch(Character::isISOControl);
        } catch (FieldException illegal) {
            return false;
        }
    }
}
