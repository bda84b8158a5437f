package io.banku.copybook;

import java.util.List;

/** A level-88 entry: a name for some values of the item it stands under. */
public record ConditionName(String name, List<Interval> values) {
    /** Both ends belong to it; a single value is both ends. */
    public record Interval(Literal from, Literal to) {
        public boolean isSingle() {
            return from.equals(to);
        }

        @Override
        public String toString() {
            return isSingle() ? from.toString() : from + " THRU " + to;
        }
    }

    public ConditionName {
        values = List.copyOf(values);
    }
}
