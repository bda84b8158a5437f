package io.banku.copybook;

import java.util.List;
import java.util.Set;

/** A copybook compiled to data items with offset, length and usage. Immutable. */
public final class Layout {
    private final String name;
    private final List<DataItem> roots;
    private final List<DataItem> renames;
    private final List<Depending> tables;
    private final List<String> files;
    private final Set<String> unusedTags;
    private final List<Fault> notes;

    public Layout(
            String name,
            List<DataItem> roots,
            List<DataItem> renames,
            List<Depending> tables,
            List<String> files,
            Set<String> unusedTags,
            List<Fault> notes) {
        this.name = name;
        this.roots = List.copyOf(roots);
        this.renames = List.copyOf(renames);
        this.tables = List.copyOf(tables);
        this.files = List.copyOf(files);
        this.unusedTags = Set.copyOf(unusedTags);
        this.notes = List.copyOf(notes);
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

    /** The level-66 items: other names for bytes of the roots. */
    public List<DataItem> renames() {
        return renames;
    }

    /** The tables whose number of occurrences a record tells, by {@link Depending#index}; the groups before what is in them. */
    public List<Depending> tables() {
        return tables;
    }

    /** The files that it was read from: the copybook, and the members that it copies. */
    public List<String> files() {
        return files;
    }

    /** Of the tags that {@link CompileOptions#replacing} was given those that stand nowhere in these files. */
    public Set<String> unusedTags() {
        return unusedTags;
    }

    /** What is legal in the copybook, and worth knowing: a condition that never holds, for instance. */
    public List<Fault> notes() {
        return notes;
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
