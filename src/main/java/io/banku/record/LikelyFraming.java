package io.banku.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which framings the first records of a file would fit, by reading them so. A framing is proposed only when several
 * records fit it and nothing of what was read does not. Immutable.
 */
final class LikelyFraming implements Diagnosis {
    /** Fewer could be chance, unless they are all of the file. */
    private static final int ENOUGH = 3;
    /** A descriptor word of two bytes has no zeros that could be wrong. */
    private static final int ENOUGH_OF_TWO_BYTES = 6;

    private static final int DATA = 0x4000;

    private static final List<FramingForm> CANDIDATES = candidates();

    private final FramingForm tried;
    private final CodePage codePage;
    private final int length;
    private final GapSearch search;

    /**
     * @param tried the framing that did not fit
     * @param length of the copybook's records; 0 where it is not known
     */
    LikelyFraming(FramingForm tried, CodePage codePage, int length, GapSearch search) {
        this.tried = tried;
        this.codePage = codePage;
        this.length = length;
        this.search = search;
    }

    private static List<FramingForm> candidates() {
        List<FramingForm> all = new ArrayList<>();
        for (String name : new String[] {"bdw", "rdw"}) {
            for (String word : new String[] {"LL00", "00LL", "LLLL", "LL"}) {
                for (String endian : new String[] {"big", "little"}) {
                    for (String inclusive : new String[] {"true", "false"}) {
                        FramingForm form = FramingForm.of(name)
                                .with("word", word, "LL00")
                                .with("endian", endian, "big")
                                .with("inclusive", inclusive, "true");
                        if (name.equals("rdw") || word.equals("LL00")) {
                            all.add(form);
                        }
                    }
                }
            }
        }
        all.add(FramingForm.of("rdw")
                .with("word", "LLLL", "")
                .with("inclusive", "false", "")
                .with("zero-word", "ends-file", "")
                .with("blocked", "1012+2", ""));
        return List.copyOf(all);
    }

    @Override
    public String of(Head head) {
        List<String> fitting = fitting(head);
        String begins = ". The file begins " + head.shown();
        if (!fitting.isEmpty()) {
            return begins + "; its first records fit " + String.join(" or ", fitting) + ": try framing: "
                    + fitting.get(0);
        }
        String lineEnd = LikelyLines.endOfWidth(head, length);
        if (!lineEnd.isEmpty() && !tried.options().containsKey("width")) {
            return begins + "; each record is followed by " + lineEnd + ": try framing: {lines: {width: " + length
                    + "}}";
        }
        if (LikelyLines.fit(head, codePage) && !tried.name().equals("lines")) {
            return begins + "; it looks like lines of text: try framing: lines";
        }
        return begins
                + (isDescribed() && looksLikeData(head)
                        ? ", which looks like data: did the transfer drop the descriptor words (FTP: quote site rdw), or are"
                                + " the records fixed?"
                        : "");
    }

    @Override
    public boolean isLengthRight(Head head) {
        return search.isLengthRight(head);
    }

    @Override
    public Optional<Hint> otherFraming(Head head) {
        boolean lines = LikelyLines.fit(head, codePage);
        if (isDescribed() && fits(tried, head) || lines && tried.name().equals("lines")) {
            return Optional.empty();
        }
        List<String> fitting = fitting(head);
        if (!fitting.isEmpty()) {
            return Optional.of(framing("the file's first records fit " + String.join(" or ", fitting)
                    + ": try framing: " + fitting.get(0)));
        }
        return lines ? Optional.of(framing("the file looks like lines of text: try framing: lines")) : Optional.empty();
    }

    private static Hint framing(String told) {
        return new Hint(DataFault.OTHER_FRAMING.code(), told);
    }

    @Override
    public Optional<Hint> otherEncoding(Head head) {
        if (codePage.isEbcdic()) {
            return TextModeTransfer.of(head.bytes()).hint();
        }
        return TextModeTransfer.isEbcdic(head.bytes())
                ? Optional.of(new Hint(
                        DataFault.ENCODING.code(),
                        "the file's blanks, digits and letters are EBCDIC: is its encoding cp037 or the like, and not "
                                + codePage.name() + "?"))
                : Optional.empty();
    }

    private List<String> fitting(Head head) {
        List<String> fitting = new ArrayList<>();
        for (FramingForm candidate : CANDIDATES) {
            if (!candidate.equals(tried.without("longest", "skip-first", "skip-last", "trailing"))
                    && fits(candidate, head)) {
                fitting.add(candidate.toString());
            }
        }
        return fitting.size() > 2 ? fitting.subList(0, 2) : fitting;
    }

    private static boolean fits(FramingForm candidate, Head head) {
        Blocked blocked = candidate.text("blocked").map(Blocked::of).orElse(null);
        Margins margins = (head.isWhole() ? head.margins() : head.margins().ofBeginning()).with(blocked);
        Window window = new Window(new ByteArrayInputStream(head.bytes()), margins, Diagnosis.NONE);
        long records = 0;
        long payload = 0;
        try (RecordSource source =
                FramingCompiler.described(candidate, Lines.LONGEST).opening().open(window)) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                records++;
                payload += frame.length;
            }
            return head.isWhole()
                    ? payload >= records && records >= (isLong(candidate) ? 1 : enough(candidate))
                    : records >= enough(candidate) && 2 * payload >= head.bytes().length;
        } catch (FramingException fault) {
            boolean isCutOff = fault.code().equals(DataFault.TRUNCATED.code()) && !head.isWhole();
            return isCutOff && records >= enough(candidate) && 2 * payload >= fault.fileOffset();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static boolean isLong(FramingForm candidate) {
        return !candidate.text("word").orElse("").equals("LL");
    }

    private static int enough(FramingForm candidate) {
        return isLong(candidate) ? ENOUGH : ENOUGH_OF_TWO_BYTES;
    }

    private boolean isDescribed() {
        return tried.name().equals("rdw") || tried.name().equals("bdw");
    }

    private static boolean looksLikeData(Head head) {
        byte[] bytes = head.bytes();
        return bytes.length >= 4 && (twoBytes(bytes, 0) >= DATA || twoBytes(bytes, 2) >= DATA);
    }

    private static int twoBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
