package io.banku.copybook;

import java.util.List;

/**
 * Reads a copybook in small passes: lines → tokens → entries → tree → layout. Each pass notes its faults and goes on, so
 * that all of them are told at once.
 */
public final class Copybook {
    private Copybook() {}

    /**
     * The layout that a copybook describes, in fixed (columns 7 to 72) or free reference format.
     *
     * @throws CopybookException with every fault of the text
     */
    public static Layout parse(String fileName, String text) {
        Faults faults = new Faults(fileName);
        SourceText source = SourceText.of(text);
        List<Token> tokens = new Scanner(source, faults).tokens();
        List<Entry> entries = new EntryParser(tokens, source::isCut, faults).entries();
        List<Entry> trees = EntryTree.of(entries, faults);
        List<DataItem> roots = new Placement(faults).place(fileName, trees);
        if (roots.isEmpty()) {
            faults.addUnlessFaulty(1, 1, "expected a data description such as 01 NAME., found none");
        }
        faults.throwIfAny();
        return new Layout(fileName, roots);
    }
}
