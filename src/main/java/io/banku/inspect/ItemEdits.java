package io.banku.inspect;

import io.banku.copybook.Sign;
import io.banku.copybook.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The small changes of one field that are worth a try: another length, usage or sign. One thread. */
final class ItemEdits {
    /** @param unlikely how far-fetched it is */
    record Change(String told, Outline changed, double unlikely) {}

    private static final int FARTHEST = 6;

    private final Outline item;
    private final int over;
    private final List<Change> changes = new ArrayList<>();

    private ItemEdits(Outline item, int over) {
        this.item = item;
        this.over = over;
    }

    /** @param over bytes by which the records are longer than the copybook says */
    static List<Change> of(Outline item, int over) {
        ItemEdits edits = new ItemEdits(item, over);
        edits.lengths();
        edits.usages();
        edits.signs();
        return edits.changes;
    }

    /** Where all records are longer than the copybook says by so many bytes, these are missing, once or in every occurrence. */
    static boolean isPossible(int bytes, int over) {
        return over == 0 || bytes != 0 && over % bytes == 0 && over / bytes > 0;
    }

    private void lengths() {
        Matcher text = item.picture() == null ? null : PictureSize.TEXT.matcher(item.picture());
        if (text != null && text.matches()) {
            int length = PictureSize.of(item.picture());
            Set<Integer> lengths = IntStream.rangeClosed(Math.max(1, length - FARTHEST), length + FARTHEST)
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            lengths.add(Math.max(1, length + over));
            for (int other : lengths) {
                if (other != length && isPossible(other - length, over)) {
                    String picture = item.picture().charAt(0) + "(" + other + ")";
                    double unlikely = other == length + over ? 1 : 1 + 0.1 * Math.abs(other - length);
                    picture(picture, item.usage(), item.sign(), unlikely);
                }
            }
        }
        Matcher number = item.picture() == null ? null : PictureSize.NUMBER.matcher(item.picture());
        if (number != null && number.matches()) {
            int whole9 = PictureSize.of(number.group(2));
            for (int other = Math.max(1, whole9 - FARTHEST); other <= whole9 + FARTHEST; other++) {
                int digits = other + (number.group(5) == null ? 0 : PictureSize.of(number.group(5)));
                if (other != whole9
                        && digits <= 18
                        && isPossible(
                                PictureSize.bytes(item, digits) - PictureSize.bytes(item, PictureSize.digits(item)),
                                over)) {
                    String picture =
                            number.group(1) + "9(" + other + ")" + (number.group(4) == null ? "" : number.group(4));
                    picture(picture, item.usage(), item.sign(), 1 + 0.1 * Math.abs(other - whole9));
                }
            }
        }
    }

    private void usages() {
        Matcher number = item.picture() == null ? null : PictureSize.NUMBER.matcher(item.picture());
        if (number != null && number.matches()) {
            for (Usage other : List.of(Usage.DISPLAY, Usage.PACKED_DECIMAL, Usage.BINARY)) {
                if (other != item.usage() && !(other == Usage.BINARY && item.usage() == Usage.NATIVE_BINARY)) {
                    Sign sign = other == Usage.DISPLAY && !number.group(1).isEmpty() ? Sign.TRAILING : Sign.NONE;
                    picture(item.picture(), other, sign, 1);
                }
            }
            if (item.usage() == Usage.BINARY) {
                picture(item.picture(), Usage.NATIVE_BINARY, Sign.NONE, 1.2);
            }
            if (item.usage() == Usage.DISPLAY && number.group(1).isEmpty()) {
                picture(
                        "X("
                                + (PictureSize.of(number.group(2))
                                        + (number.group(5) == null ? 0 : PictureSize.of(number.group(5))))
                                + ")",
                        Usage.DISPLAY,
                        Sign.NONE,
                        1.4);
            }
        } else if (item.picture() != null
                && PictureSize.TEXT.matcher(item.picture()).matches()
                && PictureSize.of(item.picture()) <= 18) {
            picture("9(" + PictureSize.of(item.picture()) + ")", Usage.DISPLAY, Sign.NONE, 1.5);
        }
    }

    private void signs() {
        Matcher number = item.picture() == null ? null : PictureSize.NUMBER.matcher(item.picture());
        if (number == null || !number.matches()) {
            return;
        }
        boolean isSigned = !number.group(1).isEmpty();
        String unsigned = item.picture().replaceFirst("^S", "");
        if (isSigned) {
            picture(unsigned, item.usage(), Sign.NONE, 1.1);
        }
        if (item.usage() != Usage.DISPLAY) {
            if (!isSigned) {
                picture("S" + unsigned, item.usage(), Sign.NONE, 1.1);
            }
            return;
        }
        for (Sign sign : List.of(Sign.TRAILING, Sign.TRAILING_SEPARATE, Sign.LEADING_SEPARATE, Sign.LEADING)) {
            if (!isSigned || sign != item.sign()) {
                picture("S" + unsigned, item.usage(), sign, sign == Sign.TRAILING ? 1.15 : 1.3);
            }
        }
    }

    private void picture(String picture, Usage usage, Sign sign, double unlikely) {
        Outline changed = item.with(picture, usage, sign);
        changes.add(new Change(
                item.name() + " were " + type(changed), changed, unlikely + PictureSize.slack(item, changed)));
    }

    static String type(Outline item) {
        return (item.picture() == null ? "" : "PIC " + item.picture())
                + (item.usage() == Usage.DISPLAY ? "" : " " + item.usage())
                + (item.sign() == Sign.NONE || item.sign() == Sign.TRAILING
                        ? ""
                        : " SIGN " + item.sign().name().replace('_', ' '));
    }
}
