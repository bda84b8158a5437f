package io.banku.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How far into a record its items reach. Immutable. */
sealed interface Reach {
    /** Behind the last byte, from the record's beginning. */
    int end(Frame frame, Fits fits) throws FieldException;

    /** In no record it is less. */
    int least();

    /** In no record it is more. */
    int most();

    /** What its counts are in this record: {@code LINE-COUNT 2}; empty where it depends on none. */
    default String counts(Frame frame, Fits fits) throws FieldException {
        return "";
    }

    record Fixed(int end) implements Reach {
        @Override
        public int end(Frame frame, Fits fits) {
            return end;
        }

        @Override
        public int least() {
            return end;
        }

        @Override
        public int most() {
            return end;
        }
    }

    /** By the counts of tables. */
    record Counted(CountedPlace place, int least, int most) implements Reach {
        @Override
        public int end(Frame frame, Fits fits) throws FieldException {
            return place.length(frame);
        }

        @Override
        public String counts(Frame frame, Fits fits) throws FieldException {
            return place.counted(frame);
        }
    }

    /** Several items, all of them there. */
    record Furthest(List<Reach> items) implements Reach {
        @Override
        public int end(Frame frame, Fits fits) throws FieldException {
            int end = 0;
            for (Reach item : items) {
                end = Math.max(end, item.end(frame, fits));
            }
            return end;
        }

        @Override
        public int least() {
            return items.stream().mapToInt(Reach::least).max().orElse(0);
        }

        @Override
        public int most() {
            return items.stream().mapToInt(Reach::most).max().orElse(0);
        }

        @Override
        public String counts(Frame frame, Fits fits) throws FieldException {
            for (Reach item : items) {
                if (item.end(frame, fits) == end(frame, fits)) {
                    return item.counts(frame, fits);
                }
            }
            return "";
        }

        /** What is the same in every record is one. */
        static Reach of(List<Reach> items) {
            int fixed = items.stream()
                    .filter(Fixed.class::isInstance)
                    .mapToInt(Reach::most)
                    .max()
                    .orElse(0);
            List<Reach> all = new ArrayList<>();
            items.stream()
                    .filter(item -> !(item instanceof Fixed) && item.most() > fixed)
                    .forEach(all::add);
            if (all.isEmpty() || all.stream().allMatch(item -> item.least() < fixed)) {
                all.add(0, new Fixed(fixed));
            }
            return all.size() == 1 ? all.get(0) : new Furthest(List.copyOf(all));
        }
    }

    /** Descriptions of the same bytes: the furthest of those that fit them; if none does, the furthest of all. */
    record Fitting(List<Alternative> alternatives) implements Reach {
        /**
         * @param item null where it cannot be read, and so fits any bytes
         * @param number in {@link Fits}
         */
        record Alternative(Reach reach, PrintedItem item, int number) {
            boolean fits(Frame frame, Fits fits) {
                if (fits.knows(number)) {
                    return fits.fits(number);
                }
                boolean found = fits(frame);
                fits.note(number, found);
                return found;
            }

            private boolean fits(Frame frame) {
                if (item == null) {
                    return true;
                }
                try {
                    if (!item.isPresent(frame)) {
                        return false;
                    }
                    item.check(frame);
                    return true;
                } catch (FieldException another) {
                    return false;
                }
            }
        }

        public Fitting {
            alternatives = alternatives.stream()
                    .sorted(Comparator.comparingInt(each -> -each.reach().most()))
                    .toList();
        }

        @Override
        public int end(Frame frame, Fits fits) throws FieldException {
            int end = -1;
            for (Alternative each : alternatives) {
                if (each.reach().most() > end && each.fits(frame, fits)) {
                    end = Math.max(end, each.reach().end(frame, fits));
                }
            }
            return end < 0 ? most() : end;
        }

        @Override
        public int least() {
            return alternatives.stream()
                    .mapToInt(each -> each.reach().least())
                    .min()
                    .orElse(0);
        }

        @Override
        public int most() {
            return alternatives.stream()
                    .mapToInt(each -> each.reach().most())
                    .max()
                    .orElse(0);
        }
    }
}
