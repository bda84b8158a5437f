package io.banku.inspect;

import io.banku.inspect.LengthWord.Chain;
import io.banku.record.CodePage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Was the file EBCDIC, and a transfer has translated it? Undoing the translation has to make sense of bytes that make none
 * as they are: descriptor words that chain, packed numbers in columns.
 */
final class TransferSearch {
    /** The tables of FTP and its like, by the page on the mainframe's side; ISO 8859-1 on ours. */
    private static final List<String> PAGES = List.of("cp037", "cp1047", "cp500", "cp273", "cp1140");

    private static final int ENOUGH_WORDS = 5;
    private static final int SAMPLE = 1 << 18;
    private static final int FEW = 5;
    private static final int IN_A_THOUSAND = 1000;

    private final Content content;

    private TransferSearch(Content content) {
        this.content = content;
    }

    static Optional<Damage> of(Content content) throws IOException {
        if (Encodings.family(content.head()) != Encodings.Family.ASCII) {
            return Optional.empty();
        }
        TransferSearch search = new TransferSearch(content);
        Optional<Damage> utf8 = search.utf8();
        if (utf8.isPresent()) {
            return utf8;
        }
        Optional<Damage> table = search.table();
        return table.isPresent() ? table : search.lossy();
    }

    /** Control characters beside characters of several bytes: no text has them. */
    private Optional<Damage> utf8() {
        Census census = content.census();
        long controls = controls(census);
        if (!census.utf8() || census.wide() == 0 || FEW * controls < census.wide() || controls < FEW) {
            return Optional.empty();
        }
        boolean isLost = census.replaced() > 0;
        return Optional.of(new Damage(
                Damage.Kind.UTF_8,
                Grade.CERTAIN,
                "the file was made UTF-8 on its way: all of it is UTF-8, " + Told.number(census.wide())
                        + " characters have several bytes, and " + Told.number(controls)
                        + " control characters stand among them, as in no text"
                        + (isLost
                                ? "; " + Told.number(census.replaced())
                                        + " bytes became X'EF BF BD', which says no more" + " what they were"
                                : ""),
                null));
    }

    private static long controls(Census census) {
        return census.count(0, 0x1F) - census.count(0x09) - census.count(0x0A) - census.count(0x0D);
    }

    private Optional<Damage> table() throws IOException {
        byte[] head = Arrays.copyOf(content.head(), Math.min(SAMPLE, content.head().length));
        if (words(head) >= ENOUGH_WORDS) {
            return Optional.empty();
        }
        int length = PackedColumns.length(head);
        int packedAsItIs = PackedColumns.in(head, length);
        String best = "";
        int mostPacked = packedAsItIs + 1;
        int mostWords = ENOUGH_WORDS - 1;
        for (String page : PAGES) {
            byte[] before = translated(head, backTo(CodePage.of(page)));
            int words = words(before);
            int packed = PackedColumns.in(before, length);
            if (words > mostWords || mostWords < ENOUGH_WORDS && packed > mostPacked) {
                best = page;
                mostWords = Math.max(words, mostWords);
                mostPacked = packed;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(textMode(best, mostWords, mostPacked, packedAsItIs));
    }

    private Damage textMode(String page, int words, int packed, int packedAsItIs) throws IOException {
        boolean isByWords = words >= ENOUGH_WORDS;
        String evidence = isByWords
                ? words + " descriptor words chain once the bytes are " + page + " again, and none do as they are"
                : packed + " columns look like packed numbers once the bytes are " + page + " again, and "
                        + packedAsItIs + " as they are";
        return new Damage(
                Damage.Kind.TEXT_MODE,
                isByWords ? Grade.CERTAIN : Grade.LIKELY,
                "the file is EBCDIC that was sent in text mode: its texts are ASCII, and " + evidence,
                Content.of(content.bytes().through(backTo(CodePage.of(page))), content.length()));
    }

    /** From ISO 8859-1 back to a page. */
    static byte[] backTo(CodePage page) {
        byte[] table = new byte[0x100];
        for (int b = 0; b < table.length; b++) {
            char c = page.character((byte) b);
            if (c < table.length) {
                table[c] = (byte) b;
            }
        }
        return table;
    }

    static byte[] translated(byte[] bytes, byte[] table) {
        byte[] translated = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            translated[i] = table[bytes[i] & 0xFF];
        }
        return translated;
    }

    /** How many words of the mainframe's own kind chain, all of them; 0 where they break off. */
    private static int words(byte[] bytes) {
        int most = 0;
        for (Forms.Described described : Forms.rdw()) {
            if (described.word().zeros() >= 0) {
                Chain chain = described.word().chain(bytes, 0);
                most = chain.goesOn() ? Math.max(most, chain.records()) : most;
            }
        }
        return most;
    }

    /** Control characters, and not one byte above X'7F': where half of the bytes are packed or binary there are such. */
    private Optional<Damage> lossy() {
        Census census = content.census();
        long controls = controls(census);
        boolean isSevenBit = census.count(0x80, 0xFF) == 0;
        if (!isSevenBit || controls * FEW < census.size() / (IN_A_THOUSAND / FEW) || controls < FEW) {
            return Optional.empty();
        }
        return Optional.of(new Damage(
                Damage.Kind.LOSSY_TEXT_MODE,
                Grade.LIKELY,
                "the file is probably EBCDIC that was sent in text mode through a table of 7 bits: its texts are ASCII, "
                        + Told.number(controls) + " bytes are control characters, and none is above X'7F'",
                null));
    }

    /** The characters of UTF-8 as ISO 8859-1, where each is one; empty where one is none. */
    static Optional<byte[]> latin1(byte[] utf8) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (char c : new String(utf8, StandardCharsets.UTF_8).toCharArray()) {
            if (c > 0xFF) {
                return Optional.empty();
            }
            bytes.write(c);
        }
        return Optional.of(bytes.toByteArray());
    }
}
