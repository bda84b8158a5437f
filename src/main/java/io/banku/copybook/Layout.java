package io.banku.copybook;

import java.util.List;

/** A copybook compiled to data items with offset, length and usage. Immutable. */
public final class Layout {
    private final String name;
    private final List<DataItem> roots;

    public Layout(String name, List<DataItem> roots) {
        this.name = name;
        this.roots = List.copyOf(roots);
    }

    /** The copybook's file name. */
    public String name() {
        return name;
    }

    /**
     * The level-01 items; several are alternatives for the same bytes. Items without a 01 above them, as in a copybook
     * that is meant to be copied under one, are the items of one root group that bears the file's name.
     */
    public List<DataItem> roots() {
        return roots;
    }

    /** Whether all of it is characters (USAGE DISPLAY): packed and binary bytes may look like the end of a text line. */
    public boolean isText() {
        return roots.stream().allMatch(Layout::isText);
    }

    private static boolean isText(DataItem item) {
        return item instanceof Group group
                ? group.items().stream().allMatch(Layout::isText)
                : ((Elementary) item).usage() == Usage.DISPLAY;
    }

    /** Length in bytes of the longest record that it describes. */
    public int length() {
        return roots.stream().mapToInt(DataItem::totalLength).max().orElse(0);
    }
}
