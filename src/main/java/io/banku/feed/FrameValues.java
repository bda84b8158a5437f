package io.banku.feed;

import io.banku.copybook.Elementary;
import io.banku.feed.FileMaker.Wish;
import io.banku.feed.Operand.Found;
import io.banku.feed.Operands.Place;
import io.banku.record.FieldReader;
import io.banku.record.RecordEncoder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What header and trailer of a made-up file have to say, so that its controls close; or, if that is wished, one does not. */
final class FrameValues {
    private static final long FAR = 5;

    private final List<Control> controls;
    private final List<Sum> sums;
    private final RecordEncoder encoder;
    private final Wish wish;

    FrameValues(Controls controls, RecordEncoder encoder, Wish wish) {
        this.controls = controls.all();
        this.sums = controls.sums();
        this.encoder = encoder;
        this.wish = wish;
    }

    /** @throws IllegalArgumentException when the feed has nothing that could be broken so */
    void requireBreakable() {
        Optional<Breakage> control = wish.broken()
                .filter(each -> each == Breakage.HASH || each == Breakage.COUNT || each == Breakage.SEQUENCE);
        if (control.isPresent() && controls.stream().noneMatch(this::isBroken)) {
            throw new IllegalArgumentException(
                    "expected a control that can be broken by " + control.get().text() + ", found none in the feed");
        }
    }

    private boolean isBroken(Control control) {
        boolean isFrame = control.left() instanceof Operands.Field || control.right() instanceof Operands.Field;
        return isFrame
                && wish.broken().filter(breakage -> breaks(breakage, control)).isPresent();
    }

    private boolean breaks(Breakage breakage, Control control) {
        return switch (breakage) {
            case COUNT -> control.left() instanceof Operands.Count || control.right() instanceof Operands.Count;
            case SEQUENCE -> control.right() instanceof Operands.Previous;
            case HASH -> isHash(control.left()) || isHash(control.right());
            default -> false;
        };
    }

    private boolean isHash(Operand operand) {
        return operand instanceof Operands.Summed summed
                && sums.get(summed.number()).modulus() != null;
    }

    /** The record with what its controls ask for. */
    byte[] with(Place place, byte[] record, Evidence evidence) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Control control : controls) {
            add(control, control.left(), control.right(), place, evidence, values);
            if (!(control.right() instanceof Operands.Field right) || right.place() != Place.HEADER) {
                add(control, control.right(), control.left(), place, evidence, values);
            } else if (!(control.left() instanceof Operands.Field)) {
                add(control, control.right(), control.left(), place, evidence, values);
            }
        }
        return values.isEmpty() ? record : encoder.changed(Believable.frame(record), values);
    }

    private void add(
            Control control, Operand mine, Operand other, Place place, Evidence evidence, Map<String, String> values) {
        if (!(mine instanceof Operands.Field field) || field.place() != place) {
            return;
        }
        if (other instanceof Operands.Field otherField && otherField.place() == place) {
            throw new IllegalArgumentException("expected a control between different records, found " + control.name());
        }
        if (other instanceof Operands.Field otherField && otherField.place() == Place.TRAILER) {
            return;
        }
        Object value = other instanceof Operands.Previous
                ? BigDecimal.valueOf(wish.sequence())
                : value(other.in(evidence, control.sort()), control);
        String text = text(value, field.field());
        values.put(encoder.reference(field.field()), isBroken(control) ? other(value) : text);
    }

    private static Object value(Found found, Control control) {
        if (found.value() == null) {
            throw new IllegalArgumentException(
                    "expected a value for the control " + control.name() + ", found " + found.shown());
        }
        return found.value();
    }

    private static String text(Object value, FieldReader field) {
        if (value instanceof LocalDate day) {
            int digits = field.isNumeric() && field.item() instanceof Elementary item
                    ? item.picture().size()
                    : field.item().length();
            return DateTimeFormatter.ofPattern(digits == 8 ? "yyyyMMdd" : "yyMMdd")
                    .format(day);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A number that cannot be right: behind the next one, or one more, or one less where that would be too long. */
    private String other(Object value) {
        BigDecimal number = (BigDecimal) value;
        BigDecimal more = BigDecimal.valueOf(
                wish.broken().filter(Breakage.SEQUENCE::equals).isPresent() ? FAR : 1);
        boolean isLonger = number.add(more).precision() > Math.max(1, number.precision());
        return (isLonger && number.compareTo(more) > 0 && more.equals(BigDecimal.ONE)
                        ? number.subtract(more)
                        : number.add(more))
                .toPlainString();
    }
}
