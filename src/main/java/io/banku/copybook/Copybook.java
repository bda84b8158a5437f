package io.banku.copybook;

import java.util.List;

/**
 * Reads a copybook in small passes: lines → words → tokens → entries → trees → layout. Each pass notes its faults and
 * goes on, so that all of them are told at once.
 */
public final class Copybook {
    private Copybook() {}

    /** As {@link #parse(String, String, CompileOptions)} with {@link CompileOptions#DEFAULT}. */
    public static Layout parse(String fileName, String text) {
        return parse(fileName, text, CompileOptions.DEFAULT);
    }

    /**
     * The layout that a copybook describes, in fixed (columns 7 to 72) or free reference format.
     *
     * @throws CopybookException with every fault of the text and of the members that it copies
     */
    public static Layout parse(String fileName, String text, CompileOptions options) {
        Faults faults = new Faults(fileName);
        CopyExpansion expansion = new CopyExpansion(options, faults);
        List<Word> words = ReplaceStatements.applyTo(expansion.words(fileName, text), faults);
        List<Token> tokens = Scanner.tokens(Code.of(fileName, words), options.point(), faults);
        tokens = Constants.applyTo(tokens, faults);
        List<Entry> entries = new EntryParser(tokens, expansion::isCut, options, faults).entries();
        List<Entry> trees = EntryTree.of(entries, faults);
        Inheritance.resolve(trees);
        Layout layout = new Records(fileName, faults).layout(trees, expansion.files(), expansion.unusedTags());
        if (layout.roots().isEmpty()) {
            faults.addUnlessFaulty(
                    new Place(fileName, 1, 1), "expected a data description such as 01 NAME., found none");
        }
        faults.throwIfAny(expansion.unusedTags());
        return layout;
    }
}
