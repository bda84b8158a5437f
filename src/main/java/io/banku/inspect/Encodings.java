package io.banku.inspect;

import io.banku.record.TextModeTransfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** In what the texts of a file are written. */
public final class Encodings {
    /** Kinds of encodings, which differ in every letter, digit and blank. */
    public enum Family {
        EBCDIC,
        ASCII,
        /** Neither is clearly there. */
        UNDECIDED
    }

    private static final int SAMPLE = 1 << 16;

    private static final String COMMONEST = "cp037";
    private static final String EBCDIC = "certain: EBCDIC, by its blanks, digits and letters. ";

    private Encodings() {}

    /** As the bridge itself judges it, by blanks, digits and capital letters. */
    static Family family(byte[] head) {
        byte[] sample = head.length > SAMPLE ? Arrays.copyOf(head, SAMPLE) : head;
        if (TextModeTransfer.isEbcdic(sample)) {
            return Family.EBCDIC;
        }
        return TextModeTransfer.of(sample) == TextModeTransfer.NONE ? Family.UNDECIDED : Family.ASCII;
    }

    static Encoding of(Census census) {
        Family family = family(census.head());
        return switch (family) {
            case EBCDIC -> ebcdic(census);
            case ASCII -> ascii(census);
            case UNDECIDED ->
                new Encoding(
                        family,
                        List.of(),
                        "undecided: neither EBCDIC's blanks, digits and letters nor ASCII's are clearly there");
        };
    }

    /**
     * What the bytes of all kinds of fields say: a number may look like a letter of a page that is rare, so the commonest page
     * stays the first one, and what speaks for another is told beside it.
     */
    private static Encoding ebcdic(Census census) {
        CodePageSearch.Found found = CodePageSearch.of(census.head());
        List<String> names = new ArrayList<>(List.of(COMMONEST));
        found.pages().stream().filter(each -> !each.equals(COMMONEST)).forEach(names::add);
        boolean isAnother = !found.pages().contains(COMMONEST);
        return new Encoding(
                Family.EBCDIC,
                List.copyOf(names),
                EBCDIC
                        + (isAnother
                                ? "Undecided: " + COMMONEST + ", the commonest of its pages, or "
                                        + found.pages().get(0)
                                        + ": " + found.told()
                                        + ". Parts of numbers can look so, too: with --copybook only its texts are looked at"
                                : "Likely " + COMMONEST + ", the commonest of its pages: " + found.told()));
    }

    /** What the texts of the records that fit a copybook say; the encoding as it is where it is no EBCDIC. */
    static Encoding byTexts(FieldTexts texts, Encoding bytes) {
        if (bytes.family() != Family.EBCDIC) {
            return bytes;
        }
        String where = "the text fields of " + Told.counted(texts.records(), "record");
        if (texts.bytes().length == 0) {
            return new Encoding(
                    Family.EBCDIC,
                    bytes.names(),
                    EBCDIC + "Which of its pages is not known: no record that was looked at has text and fits the"
                            + " copybook. " + COMMONEST + " is the commonest");
        }
        CodePageSearch.Found found = CodePageSearch.of(texts.bytes());
        return new Encoding(
                Family.EBCDIC,
                found.pages(),
                EBCDIC + "Likely " + found.pages().get(0) + ", by " + where + " that fit the copybook: "
                        + found.told());
    }

    private static Encoding ascii(Census census) {
        long beyond = census.count(0x80, 0xFF);
        String because = "by its blanks, digits and letters";
        if (beyond == 0) {
            return new Encoding(
                    Family.ASCII, List.of("us-ascii"), "certain: ASCII, " + because + "; no byte is above X'7F'");
        }
        if (census.utf8()) {
            return new Encoding(
                    Family.ASCII,
                    List.of("utf-8"),
                    "certain: UTF-8, " + because + "; " + Told.number(census.wide())
                            + " characters have several bytes, and all" + " of them are well formed");
        }
        return new Encoding(
                Family.ASCII,
                List.of("iso-8859-1", "windows-1252", "cp850"),
                "likely: ASCII with bytes above X'7F' (" + Told.number(beyond) + "), " + because
                        + ", and no UTF-8. Which page"
                        + " they are of, or whether they are numbers, is not decided here");
    }
}
