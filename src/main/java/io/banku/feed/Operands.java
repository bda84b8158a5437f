package io.banku.feed;

import io.banku.copybook.Elementary;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.DatePattern;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Shown;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;

/** What can stand on a side of a control. */
final class Operands {
    private static final DatePattern LONG_DATE = new DatePattern("yyyyMMdd");
    private static final DatePattern SHORT_DATE = new DatePattern("yyMMdd");

    private Operands() {}

    /** {@code count()}, {@code count(all)}; with rules: their records. */
    record Count(boolean isOfAll, List<Rule> rules) implements Operand {
        @Override
        public Sort sort() {
            return Sort.NUMBER;
        }

        @Override
        public Found in(Evidence evidence, Sort wanted) {
            Tally tally = evidence.tally();
            long count = !rules.isEmpty()
                    ? rules.stream().mapToLong(tally::recordsOf).sum()
                    : isOfAll ? tally.records() : tally.bodyRecords();
            return new Found(
                    BigDecimal.valueOf(count), Long.toString(count), rules.isEmpty() || tally.unknown() == 0, false);
        }
    }

    /** {@code sum(FIELD)}, by its number in {@link Controls#sums}. */
    record Summed(int number) implements Operand {
        @Override
        public Sort sort() {
            return Sort.NUMBER;
        }

        @Override
        public Found in(Evidence evidence, Sort wanted) {
            Total total = evidence.tally().total(number);
            return new Found(total.value(), total.value().toPlainString(), total.isComplete(), false);
        }
    }

    enum Place {
        HEADER,
        TRAILER;

        Frame in(Evidence evidence) {
            return this == HEADER ? evidence.header() : evidence.trailer();
        }

        String told() {
            return this == HEADER ? "header" : "trailer";
        }
    }

    /** {@code header.F} or {@code trailer.F}. Its digits can be a number or, if they are 8 or 6, a date. */
    record Field(Place place, FieldReader field, boolean isPrivate) implements Operand {
        @Override
        public Sort sort() {
            return field.isNumeric() ? Sort.NUMBER : Sort.TEXT;
        }

        @Override
        public boolean canBe(Sort wanted) {
            return wanted != Sort.DATE || digits() == LONG_DATE.width() || digits() == SHORT_DATE.width();
        }

        private int digits() {
            return field.isNumeric() && field.item() instanceof Elementary item
                    ? item.picture().size()
                    : field.item().length();
        }

        @Override
        public Found in(Evidence evidence, Sort wanted) {
            Frame frame = place.in(evidence);
            if (frame == null) {
                return Found.unreadable("no " + place.told());
            }
            try {
                String found = field.text(frame);
                if (found == null) {
                    return unreadable("expected a number, found a filler that stands for none");
                }
                String text = Blanks.strip(found);
                Object value = switch (wanted) {
                    case NUMBER -> field.isNumeric() ? field.decimal(frame) : new BigDecimal(text);
                    case DATE -> (digits() == LONG_DATE.width() ? LONG_DATE : SHORT_DATE).date(text);
                    case TEXT -> text;
                };
                String shown = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
                return isPrivate ? Found.hidden(value) : Found.of(value, Shown.of(shown));
            } catch (FieldException illegal) {
                return unreadable(illegal.getMessage());
            } catch (NumberFormatException | DateTimeException malformed) {
                return unreadable("expected " + wanted.told() + ", found something else");
            }
        }

        private Found unreadable(String why) {
            return Found.unreadable(
                    field.name() + " cannot be read" + (isPrivate ? " (private, not shown)" : ": " + Shown.of(why)));
        }
    }

    /** {@code file.date}. */
    record FileDate() implements Operand {
        @Override
        public Sort sort() {
            return Sort.DATE;
        }

        @Override
        public Found in(Evidence evidence, Sort wanted) {
            return evidence.input()
                    .file()
                    .date()
                    .map(date -> Found.of(date, date.toString()))
                    .orElseGet(() -> Found.unreadable("no date in the file's name"));
        }
    }

    /** {@code file.sequence}. */
    record FileSequence() implements Operand {
        @Override
        public Sort sort() {
            return Sort.NUMBER;
        }

        @Override
        public Found in(Evidence evidence, Sort wanted) {
            var sequence = evidence.input().file().sequence();
            return sequence.isPresent()
                    ? Found.of(BigDecimal.valueOf(sequence.getAsLong()), Long.toString(sequence.getAsLong()))
                    : Found.unreadable("no sequence in the file's name");
        }
    }

    /** {@code previous + N}: the number of the feed's batch before this one; see {@link Control} for which one that is. */
    record Previous(long step) implements Operand {
        static final String FIRST = "first batch";

        @Override
        public Sort sort() {
            return Sort.NUMBER;
        }

        @Override
        public Found in(Evidence evidence, Sort wanted) {
            var highest = evidence.input().previous().highest();
            return highest.isEmpty() ? Found.unreadable(FIRST) : number(highest.getAsLong() + step);
        }

        /** What a batch of this number was expected to have. */
        Found expected(long number, Numbering previous) {
            return previous.highest().isEmpty() ? Found.unreadable(FIRST) : number(previous.expected(number, step));
        }

        private static Found number(long next) {
            return Found.of(BigDecimal.valueOf(next), Long.toString(next));
        }
    }

    /** {@code 'literal'} or a number. */
    record Constant(Object value, Sort sort) implements Operand {
        @Override
        public Found in(Evidence evidence, Sort wanted) {
            return Found.of(value, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }
}
