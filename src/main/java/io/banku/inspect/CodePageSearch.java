package io.banku.inspect;

import io.banku.record.CodePage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which EBCDIC pages make sense of the texts: the bytes that differ between pages are looked at where letters stand on both
 * sides, as a national letter is likely there and a bracket is not. Pages that read all of them alike are told together.
 * Where numbers are among the texts, it may be them that speak.
 */
final class CodePageSearch {
    private static final List<String> PAGES = List.of(
            "cp037", "cp1140", "cp1047", "cp500", "cp1148", "cp273", "cp1141", "cp277", "cp1142", "cp278", "cp1143",
            "cp280", "cp1144", "cp284", "cp1145", "cp285", "cp1146", "cp297", "cp1147", "cp871", "cp1149");

    /** @param pages equally good ones, the commonest first */
    record Found(List<String> pages, String told) {}

    private static final int MOST_TOLD = 4;
    private static final int AT = 0x7C;
    private static final int DOT = 0x4B;
    private static final int BLANK = 0x40;

    private CodePageSearch() {}

    /** Fewer bytes may be numbers that stand between letters by chance. */
    private static final int ENOUGH = 3;

    static Found of(byte[] head) {
        Map<Integer, Long> deciding = betweenLetters(head);
        Map<String, Long> letters = new LinkedHashMap<>();
        PAGES.forEach(name -> letters.put(name, letters(deciding, CodePage.of(name))));
        long most = Collections.max(letters.values());
        long ofTheCommonest = letters.get(PAGES.get(0));
        boolean isEnough = most - ofTheCommonest >= ENOUGH;
        List<String> best = pages(letters, isEnough ? most : ofTheCommonest);
        if (deciding.isEmpty()) {
            return new Found(best, "no byte between letters tells it from " + others(best));
        }
        if (!isEnough && most > ofTheCommonest) {
            List<String> others = pages(letters, most);
            return new Found(
                    Stream.concat(best.stream(), others.stream()).toList(),
                    "too few bytes between letters speak for another, such as " + others.get(0) + ", which reads "
                            + (most - ofTheCommonest) + " more of them as letters");
        }
        return new Found(best, told(deciding, best));
    }

    private static List<String> pages(Map<String, Long> letters, long which) {
        return PAGES.stream().filter(name -> letters.get(name) == which).toList();
    }

    private static long letters(Map<Integer, Long> deciding, CodePage page) {
        return deciding.entrySet().stream()
                .filter(each -> Character.isLetter(page.character((byte) (int) each.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String told(Map<Integer, Long> deciding, List<String> best) {
        CodePage page = CodePage.of(best.get(0));
        List<String> each = new ArrayList<>();
        deciding.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(MOST_TOLD)
                .forEach(found -> each.add(String.format(
                        Locale.ROOT,
                        "X'%02X' as '%s' (%s)",
                        found.getKey(),
                        page.character((byte) (int) found.getKey()),
                        Told.times(found.getValue()))));
        String told = "it reads what stands between letters as letters: " + String.join(", ", each);
        return best.size() == 1 ? told : told + "; nothing in these texts tells it from " + others(best);
    }

    private static String others(List<String> best) {
        List<String> others = best.subList(1, Math.min(best.size(), 1 + MOST_TOLD));
        return Told.either(others)
                + (best.size() > 1 + MOST_TOLD ? " (and " + (best.size() - 1 - MOST_TOLD) + " more)" : "")
                + (best.contains("cp1140") ? ". cp037 has the currency sign where cp1140 has the euro, X'9F'" : "");
    }

    private static Map<Integer, Long> betweenLetters(byte[] head) {
        Map<Integer, Long> found = new TreeMap<>();
        for (int i = 2; i + 2 < head.length; i++) {
            int c = head[i] & 0xFF;
            boolean isOpen = c > 0x40 && c < 0xFF && !isText(c) && !isMark(c);
            if (isOpen
                    && isText(head[i - 2] & 0xFF)
                    && isInWord(head[i - 1] & 0xFF, head[i + 1] & 0xFF)
                    && isText(head[i + 2] & 0xFF)
                    && !(c == AT && isInAddress(head, i))) {
                found.merge(c, 1L, Long::sum);
            }
        }
        return found;
    }

    /** {@code SKØD}, {@code skød}, {@code Köln}; not a small letter and a capital: X'91 82 7C C5' is the end of a packed number. */
    private static boolean isInWord(int before, int after) {
        return ByteClass.isEbcdicCapital(after)
                ? ByteClass.isEbcdicCapital(before)
                : ByteClass.isEbcdicSmall(after)
                        && (ByteClass.isEbcdicSmall(before) || ByteClass.isEbcdicCapital(before));
    }

    /** X'7C', the @ of most pages: a dot follows in {@code info@bank.example}. */
    private static boolean isInAddress(byte[] texts, int at) {
        int i = at + 1;
        while (i < texts.length && isText(texts[i] & 0xFF) && texts[i] != BLANK) {
            i++;
        }
        return i + 1 < texts.length && (texts[i] & 0xFF) == DOT && isText(texts[i + 1] & 0xFF);
    }

    /** The same in all of these pages. */
    private static boolean isText(int c) {
        return c == 0x40 || ByteClass.isEbcdicCapital(c) || ByteClass.isEbcdicSmall(c) || c >= 0xF0 && c <= 0xF9;
    }

    /** {@code . < ( + & * ) ; - / , % _ > ? : ' = "}, the same in all of them. */
    private static boolean isMark(int c) {
        return "4B4C4D4E505C5D5E60616B6C6D6E6F7A7D7E7F".contains(String.format("%02X", c));
    }
}
