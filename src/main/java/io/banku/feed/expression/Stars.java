package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import io.banku.record.RecordDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The stars among the subscripts of a name: {@code LINE-AMOUNT(2,*)}. */
final class Stars {
    private Stars() {}

    /**
     * The tables whose occurrences the stars stand for, outermost first; empty where there is no star.
     *
     * @throws IllegalArgumentException when the name is unknown, or has another number of subscripts
     */
    static List<DataItem> tables(String name, RecordDecoder decoder) {
        if (name.indexOf('*') < 0) {
            return List.of();
        }
        List<DataItem> tables = decoder.tables(name.replace('*', '1'));
        List<String> subscripts = Arrays.asList(
                name.substring(name.indexOf('(') + 1, name.indexOf(')')).split(","));
        List<DataItem> starred = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            if (subscripts.get(i).equals("*")) {
                starred.add(tables.get(i));
            }
        }
        return starred;
    }

    /** With numbers for the stars, from left to right. */
    static String bound(String name, int[] subscripts) {
        String bound = name;
        for (int subscript : subscripts) {
            bound = bound.replaceFirst("\\*", String.valueOf(subscript));
        }
        return bound;
    }
}
