package io.banku.inspect;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.copybook.Picture;
import io.banku.copybook.Sign;
import io.banku.copybook.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a copybook with the entries in it, as small changes are made to it and tried. Immutable.
 *
 * @param least occurrences where they depend on {@code counter}
 * @param counter null without DEPENDING ON
 * @param picture null for a group, and where the usage has none
 * @param usage null for a group
 * @param line where the entry stands; 0 where it was added
 */
record Outline(
        int level,
        String name,
        String redefines,
        int occurs,
        int least,
        String counter,
        String picture,
        Usage usage,
        Sign sign,
        boolean synchronised,
        List<Outline> items,
        int line) {

    /** The entries of level 01, each a description of whole records. */
    static List<Outline> of(Layout layout) {
        return layout.roots().stream().map(root -> of(root, false)).toList();
    }

    private static Outline of(DataItem item, boolean isBehindSlack) {
        int level = item.declaration().level();
        int least = item.depending() == null ? 0 : item.depending().least();
        String counter =
                item.depending() == null ? null : item.depending().count().name();
        int occurs = item.declaration().occurs();
        int line = item.declaration().line();
        if (item instanceof Group group) {
            List<Outline> items = new ArrayList<>();
            int end = group.offset();
            for (DataItem each : group.items()) {
                boolean isSlack = each.redefines() == null && each.offset() > end;
                items.add(of(each, isSlack));
                end = each.redefines() == null ? each.offset() + each.totalLength() : end;
            }
            return new Outline(
                    level,
                    named(item),
                    item.redefines(),
                    occurs,
                    least,
                    counter,
                    null,
                    null,
                    Sign.NONE,
                    false,
                    items,
                    line);
        }
        Elementary field = (Elementary) item;
        boolean hasPicture = field.picture().category() != Picture.Category.NONE;
        return new Outline(
                level,
                named(item),
                item.redefines(),
                occurs,
                least,
                counter,
                hasPicture ? field.picture().text() : null,
                field.usage(),
                field.sign(),
                isBehindSlack && (field.usage().isBinary() || field.usage().isFloat()),
                List.of(),
                line);
    }

    /** A root without an entry of its own bears the name of its file. */
    private static String named(DataItem item) {
        return item.name().matches("[A-Z0-9-]+") ? item.name() : "RECORD-OF-FILE";
    }

    boolean isGroup() {
        return usage == null;
    }

    Outline with(List<Outline> others) {
        return new Outline(
                level, name, redefines, occurs, least, counter, picture, usage, sign, synchronised, others, line);
    }

    Outline with(String otherPicture, Usage otherUsage, Sign otherSign) {
        return new Outline(
                level,
                name,
                redefines,
                occurs,
                least,
                counter,
                otherPicture,
                otherUsage,
                otherSign,
                synchronised,
                items,
                line);
    }

    Outline occurring(int times) {
        return new Outline(
                level, name, redefines, times, least, counter, picture, usage, sign, synchronised, items, line);
    }

    Outline redefining(String other) {
        return new Outline(level, name, other, occurs, least, counter, picture, usage, sign, synchronised, items, line);
    }

    Outline synchronised(boolean is) {
        return new Outline(level, name, redefines, occurs, least, counter, picture, usage, sign, is, items, line);
    }

    static Outline filler(int level, int bytes) {
        return new Outline(
                level, "FILLER", null, 0, 0, null, "X(" + bytes + ")", Usage.DISPLAY, Sign.NONE, false, List.of(), 0);
    }

    /** As a copybook has it, from column 8 on. */
    String text() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        text.append(level < 10 ? "       0" : "       ")
                .append(level)
                .append(' ')
                .append(name)
                .append('\n');
        line(text, redefines == null ? null : "REDEFINES " + redefines);
        line(text, picture == null ? null : "PIC " + picture);
        line(text, isGroup() || usage == Usage.DISPLAY ? null : "USAGE " + usage);
        line(
                text,
                sign == Sign.NONE || sign == Sign.TRAILING
                        ? null
                        : "SIGN " + sign.name().replace('_', ' '));
        line(text, synchronised ? "SYNC" : null);
        if (counter != null) {
            line(text, "OCCURS " + least + " TO " + occurs + " DEPENDING ON " + counter);
        } else {
            line(text, occurs == 0 ? null : "OCCURS " + occurs);
        }
        text.append("           .\n");
        items.forEach(each -> each.write(text));
    }

    private static void line(StringBuilder text, String clause) {
        if (clause != null) {
            text.append("           ").append(clause).append('\n');
        }
    }
}
