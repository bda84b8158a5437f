package io.banku.inspect;

import io.banku.record.CodePage;
import io.banku.record.Framing;
import io.banku.record.FramingForm;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Is it text in lines, and what ends them? */
final class LineSearch {
    private static final int IN_A_THOUSAND = 995;
    private static final int ENOUGH = 3;

    private LineSearch() {}

    static List<Candidate> of(Content content) throws IOException {
        Census census = content.census();
        boolean ebcdic = content.page().isEbcdic();
        long nextLine = ebcdic ? census.count(0x15) : 0;
        long lineFeed = census.count(ebcdic ? 0x25 : 0x0A);
        long ends = nextLine + lineFeed;
        if (ends == 0 || 1000 * (ends + printable(census, content.page())) < IN_A_THOUSAND * census.size()) {
            return List.of();
        }
        String end = end(census, nextLine, lineFeed, ebcdic);
        FramingForm form = new FramingForm("lines", end.equals("any") ? Map.of() : Map.of("end", end));
        Walk walk = Walk.of(Framing.of(form.toString(), null, content.page()), content.bytes());
        Grade grade = walk.records() >= ENOUGH ? Grade.CERTAIN : Grade.LIKELY;
        return walk.endsWithTheFile()
                ? List.of(new Candidate(
                        form,
                        0,
                        walk,
                        grade,
                        true,
                        Told.walked(walk, content) + "; nearly every" + " other byte can be printed"))
                : List.of();
    }

    /** One word where all lines end alike. */
    private static String end(Census census, long nextLine, long lineFeed, boolean ebcdic) {
        if (ebcdic) {
            return nextLine == 0 ? "lf" : lineFeed == 0 ? "nel" : "any";
        }
        return census.crLf() == 0 ? "lf" : census.crLf() == lineFeed ? "crlf" : "any";
    }

    private static long printable(Census census, CodePage page) {
        long printable = census.utf8() ? census.count(0x80, 0xFF) : 0;
        for (int b = 0; b < 0x100; b++) {
            boolean isOfUtf8 = census.utf8() && b >= 0x80 && !page.isEbcdic();
            printable += !isOfUtf8 && isPrintable(page.character((byte) b), b) ? census.count(b) : 0;
        }
        return page.isEbcdic() && census.utf8() ? printable - census.count(0x80, 0xFF) : printable;
    }

    private static boolean isPrintable(char c, int b) {
        return c == '\t' || b == 0x0D || b == 0x1A || c >= ' ' && c < 0x7F || c >= 0xA0 && c != '\uFFFD';
    }
}
