package io.banku.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.inspect.Encodings.Family;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every binary sample, and what transfers and other programs make of them: what is said of a file nobody has said anything
 * about. Nothing may be wrong that is said for certain; how much is right only ever grows.
 */
class UnknownFilesTest {
    private static final String ACM = "sample-mainframe-files/account-master/ACM.D261120.DAT";
    private static final String TXN = "sample-mainframe-files/daily-transactions/TXN.D261121.BIN";
    private static final String TEXT = "sample-mainframe-files/branch-deposits/BRANCH0042.TXT";
    private static final String EVERY_USE = "src/test/resources/cobol/every-use.";
    private static final String BLOCKED = "src/test/resources/cobol/blocked.bin";

    /** Of the cases below. */
    private static final int LEAST_RIGHT = 60;

    /** Nobody could say how this file falls into records. */
    private static final String NOTHING = "nothing";

    /**
     * @param framing the beginning of what has to be said, or {@link #NOTHING}
     * @param damage what a transfer did; null: nothing
     */
    private record Case(String name, byte[] bytes, Family family, String framing, Damage.Kind damage) {}

    private enum Mark {
        RIGHT,
        UNDECIDED,
        WRONG,
        WRONG_WITH_CONFIDENCE
    }

    @TempDir
    Path folder;

    private final List<Case> cases = new ArrayList<>();

    @Test
    void nothingIsWrongThatIsSaidForCertainAndMostIsRight() throws IOException {
        samples();
        otherWords();
        lineEnds();
        cardsAndBlocks();
        transfers();
        losses();

        int[] marks = new int[Mark.values().length];
        StringBuilder table = new StringBuilder();
        for (Case each : cases) {
            Report report = Inspection.of(Files.write(folder.resolve("unknown"), each.bytes()));
            Mark mark = mark(each, report);
            marks[mark.ordinal()]++;
            table.append(String.format(Locale.ROOT, "%-22s %-44s %s%n", mark, each.name(), said(report)));
        }
        String sum = String.format(
                "%n%d files: %d right, %d undecided, %d wrong and not sure, %d wrong with confidence%n",
                cases.size(), marks[0], marks[1], marks[2], marks[3]);
        System.out.println(table + sum);

        assertThat(marks[Mark.WRONG_WITH_CONFIDENCE.ordinal()])
                .as(table.toString())
                .isZero();
        assertThat(marks[Mark.WRONG.ordinal()]).as(table.toString()).isZero();
        assertThat(marks[Mark.RIGHT.ordinal()]).as(table.toString()).isGreaterThanOrEqualTo(LEAST_RIGHT);
    }

    private void samples() {
        for (String day : List.of("D261119", "D261120")) {
            known("ACM." + day, Mutated.read("sample-mainframe-files/account-master/ACM." + day + ".DAT"), fixed(120));
        }
        known(
                "broken ACM.D261121",
                Mutated.read("sample-mainframe-files/account-master/broken/ACM.D261121.DAT"),
                fixed(120));
        known(
                "broken ACM.D261122, cut off",
                Mutated.read("sample-mainframe-files/account-master/broken/ACM.D261122.DAT"),
                fixed(120));
        known("TXN.D261120", Mutated.read("sample-mainframe-files/daily-transactions/TXN.D261120.BIN"), "rdw");
        known("TXN.D261121", Mutated.read(TXN), "rdw");
        for (String day : List.of("D261122", "D261123", "D261125")) {
            known(
                    "broken TXN." + day,
                    Mutated.read("sample-mainframe-files/daily-transactions/broken/TXN." + day + ".BIN"),
                    "rdw");
        }
        cases.add(new Case(
                "broken TXN.D261124, in text mode",
                Mutated.read("sample-mainframe-files/daily-transactions/broken/TXN.D261124.BIN"),
                Family.ASCII,
                "rdw",
                Damage.Kind.TEXT_MODE));
        text("BRANCH0042", Mutated.read(TEXT), "{lines");
        text(
                "broken BRANCH0043",
                Mutated.read("sample-mainframe-files/branch-deposits/broken/BRANCH0043.TXT"),
                "{lines");
        known("every use of COBOL", Mutated.read(EVERY_USE + "ebcdic.bin"), "rdw");
        text("every use of COBOL, in ASCII", Mutated.read(EVERY_USE + "ascii.bin"), "rdw");
        text("every use of COBOL, overpunched ASCII", Mutated.read(EVERY_USE + "overpunched.bin"), "rdw");
        cases.add(new Case("blocked.bin", Mutated.read(BLOCKED), Family.UNDECIDED, "bdw", null));
    }

    private void otherWords() {
        List<byte[]> records = Mutated.records("rdw", Mutated.read(TXN));
        ByteOrder big = ByteOrder.BIG_ENDIAN;
        ByteOrder little = ByteOrder.LITTLE_ENDIAN;
        known(
                "words that do not count themselves",
                Mutated.described(records, big, false, 2, 1),
                "{rdw: {inclusive: false}}");
        known("little-endian words", Mutated.described(records, little, true, 2, 1), "{rdw: {endian: little}}");
        known(
                "little-endian, do not count themselves",
                Mutated.described(records, little, false, 2, 1),
                "{rdw: {endian: little, inclusive: false}}");
        known("00LL", Mutated.described(records, big, true, 2, -1), "{rdw: {word: 00LL}}");
        known(
                "LLLL that do not count themselves",
                Mutated.described(records, big, false, 4, 0),
                "{rdw: {word: 00LL, inclusive: false}}");
        known("LL", Mutated.described(records, big, true, 2, 0), "{rdw: {word: LL}}");
        known(
                "LL that do not count themselves",
                Mutated.described(records, big, false, 2, 0),
                "{rdw: {word: LL, inclusive: false}}");
        known(
                "little-endian LL",
                Mutated.described(records, little, false, 2, 0),
                "{rdw: {word: LL, endian: little, inclusive: false}}");
        known("blocks of 20 records", Mutated.inBlocks(records, 20), "bdw");
        known("one block", Mutated.inBlocks(records.subList(0, 50), 50), "bdw");
        known(
                "account master behind words",
                Mutated.described(Mutated.records(fixed(120), Mutated.read(ACM)), big, true, 2, 1),
                "rdw");
        known("account master in blocks", Mutated.inBlocks(Mutated.records(fixed(120), Mutated.read(ACM)), 10), "bdw");
        known("words dropped", Mutated.ended(records), NOTHING);
        known(
                "words dropped, first day",
                Mutated.ended(Mutated.records(
                        "rdw", Mutated.read("sample-mainframe-files/daily-transactions/TXN.D261120.BIN"))),
                NOTHING);
        known(
                "words dropped, every use",
                Mutated.ended(Mutated.records("rdw", Mutated.read(EVERY_USE + "ebcdic.bin"))),
                NOTHING);
    }

    private void lineEnds() {
        List<byte[]> accounts = Mutated.records(fixed(120), Mutated.read(ACM));
        known("LF behind each account", Mutated.ended(accounts, 0x0A), "{lines: {width: 120}}");
        known("CRLF behind each account", Mutated.ended(accounts, 0x0D, 0x0A), "{lines: {width: 120}}");
        known("NEL behind each account", Mutated.ended(accounts, 0x15), "{lines: {width: 120}}");
        known("X'25' behind each account", Mutated.ended(accounts, 0x25), "{lines: {width: 120}}");
        known("LF behind each transaction", Mutated.ended(Mutated.records("rdw", Mutated.read(TXN)), 0x0A), NOTHING);
        List<byte[]> lines = Mutated.records("{lines: {width: 38}}", Mutated.read(TEXT));
        text("lines with CRLF", Mutated.ended(lines, 0x0D, 0x0A), "{lines: {end: crlf}}");
        text("lines without ends", Mutated.ended(lines), fixed(38));
        text("lines and an end mark", Mutated.joined(Mutated.read(TEXT), new byte[] {0x1A}), "{lines");
        List<byte[]> ebcdic = Mutated.records("{lines: {width: 38}}", Mutated.read(TEXT)).stream()
                .map(line ->
                        TransferSearch.translated(line, TransferSearch.backTo(io.banku.record.CodePage.of("cp037"))))
                .toList();
        known("lines in EBCDIC with NEL", Mutated.ended(ebcdic, 0x15), "{lines: {end: nel}}");
        known("lines in EBCDIC with X'25'", Mutated.ended(ebcdic, 0x25), "{lines: {end: lf}}");
        known("lines in EBCDIC behind words", Mutated.described(ebcdic, ByteOrder.BIG_ENDIAN, true, 2, 1), "rdw");
    }

    private void cardsAndBlocks() {
        List<byte[]> records = Mutated.records("rdw", Mutated.read(TXN));
        known("transactions on cards of 80", Mutated.onCards(records, 0x40), fixed(80));
        known(
                "accounts on two cards of 80",
                Mutated.onCards(Mutated.records(fixed(120), Mutated.read(ACM)), 0x40),
                fixed(160));
        text(
                "lines on cards of 80",
                Mutated.onCards(Mutated.records("{lines: {width: 38}}", Mutated.read(TEXT)), ' '),
                fixed(80));
        known("forty transactions on cards", Mutated.onCards(records.subList(0, 40), 0x40), fixed(80));
        byte[] described = Mutated.described(records, ByteOrder.BIG_ENDIAN, false, 4, 0);
        known(
                "clearing: LLLL in blocks of 1014",
                Mutated.with1014(Mutated.joined(described, new byte[4])),
                "{rdw: {word: 00LL, inclusive: false, blocked: 1012+2, zero-word: ends-file}}");
        known("gzip of the account master", Mutated.gzip(Mutated.read(ACM)), fixed(120));
        known("gzip of transactions", Mutated.gzip(Mutated.read(TXN)), "rdw");
        text("gzip of lines", Mutated.gzip(Mutated.read(TEXT)), "{lines");
        known("gzip of blocks", Mutated.gzip(Mutated.inBlocks(records, 20)), "bdw");
        known(
                "four bytes before the words",
                Mutated.joined(new byte[] {1, 2, 3, 4}, Mutated.read(TXN)),
                "{rdw: {skip-first: 4}}");
        known("four bytes before the accounts", Mutated.joined(new byte[] {1, 2, 3, 4}, Mutated.read(ACM)), fixed(120));
        known(
                "a prefix of text before the words",
                Mutated.joined(new byte[] {(byte) 0xC8, (byte) 0xC4, (byte) 0xD9, (byte) 0xF1}, Mutated.read(TXN)),
                "{rdw: {skip-first: 4}}");
    }

    private void transfers() {
        for (String page : List.of("cp037", "cp1047", "cp500")) {
            spoiled(
                    "accounts in text mode, " + page,
                    Mutated.textMode(Mutated.read(ACM), page),
                    fixed(120),
                    Damage.Kind.TEXT_MODE);
            spoiled(
                    "transactions in text mode, " + page,
                    Mutated.textMode(Mutated.read(TXN), page),
                    "rdw",
                    Damage.Kind.TEXT_MODE);
        }
        spoiled(
                "blocks in text mode",
                Mutated.textMode(Mutated.inBlocks(Mutated.records("rdw", Mutated.read(TXN)), 20), "cp037"),
                "bdw",
                Damage.Kind.TEXT_MODE);
        spoiled("accounts, seven bits", Mutated.sevenBits(Mutated.read(ACM)), NOTHING, Damage.Kind.LOSSY_TEXT_MODE);
        spoiled("transactions, seven bits", Mutated.sevenBits(Mutated.read(TXN)), NOTHING, Damage.Kind.LOSSY_TEXT_MODE);
        spoiled("accounts as UTF-8", Mutated.utf8(Mutated.read(ACM)), NOTHING, Damage.Kind.UTF_8);
        spoiled("transactions as UTF-8", Mutated.utf8(Mutated.read(TXN)), NOTHING, Damage.Kind.UTF_8);
        spoiled(
                "accounts misread as UTF-8",
                Mutated.misreadAsUtf8(Mutated.textMode(Mutated.read(ACM), "cp037")),
                NOTHING,
                Damage.Kind.UTF_8);
        spoiled(
                "transactions misread as UTF-8",
                Mutated.misreadAsUtf8(Mutated.textMode(Mutated.read(TXN), "cp037")),
                NOTHING,
                Damage.Kind.UTF_8);
    }

    private void losses() {
        known("accounts, a byte cut off", Mutated.cut(Mutated.read(ACM), 1), fixed(120));
        known("accounts, 70 bytes cut off", Mutated.cut(Mutated.read(ACM), 70), fixed(120));
        known("transactions, a byte cut off", Mutated.cut(Mutated.read(TXN), 1), "rdw");
        known("transactions, 30 bytes cut off", Mutated.cut(Mutated.read(TXN), 30), "rdw");
        known(
                "blocks, 30 bytes cut off",
                Mutated.cut(Mutated.inBlocks(Mutated.records("rdw", Mutated.read(TXN)), 20), 30),
                "bdw");
        text("lines, 10 bytes cut off", Mutated.cut(Mutated.read(TEXT), 10), "{lines");
        known(
                "accounts, two bytes missing in the middle",
                Mutated.without(Mutated.read(ACM), 15000, 15002),
                fixed(120));
        known("accounts, two bytes missing early", Mutated.without(Mutated.read(ACM), 5000, 5002), fixed(120));
        known("transactions, two bytes missing", Mutated.without(Mutated.read(TXN), 12000, 12002), "rdw");
        known(
                "accounts, CRLF and X'1A' at the end",
                Mutated.joined(Mutated.read(ACM), new byte[] {0x0D, 0x0A, 0x1A}),
                "{fixed: {length: 120, trailing: ignored}}");
        known("five accounts", Mutated.cut(Mutated.read(ACM), 30840 - 600), fixed(120));
        known("one account", Mutated.cut(Mutated.read(ACM), 30840 - 120), NOTHING);
        known(
                "three transactions",
                Mutated.described(
                        Mutated.records("rdw", Mutated.read(TXN)).subList(0, 3), ByteOrder.BIG_ENDIAN, true, 2, 1),
                "rdw");
    }

    private void known(String name, byte[] bytes, String framing) {
        cases.add(new Case(name, bytes, Family.EBCDIC, framing, null));
    }

    private void text(String name, byte[] bytes, String framing) {
        cases.add(new Case(name, bytes, Family.ASCII, framing, null));
    }

    private void spoiled(String name, byte[] bytes, String framing, Damage.Kind damage) {
        cases.add(new Case(name, bytes, Family.ASCII, framing, damage));
    }

    private static String fixed(int length) {
        return "{fixed: {length: " + length + "}}";
    }

    /** Said for certain is more than said: only one candidate, and called certain. */
    private static Mark mark(Case expected, Report report) {
        Damage.Kind damage = report.damage().map(Damage::kind).orElse(null);
        boolean isSure =
                report.damage().map(each -> each.grade() == Grade.CERTAIN).orElse(false);
        if (report.encoding().family() != expected.family() && report.encoding().family() != Family.UNDECIDED) {
            return Mark.WRONG_WITH_CONFIDENCE;
        }
        if (damage != expected.damage()) {
            return damage == null ? Mark.UNDECIDED : isSure ? Mark.WRONG_WITH_CONFIDENCE : Mark.WRONG;
        }
        if (report.best().isEmpty()) {
            return expected.framing().equals(NOTHING) ? Mark.RIGHT : Mark.UNDECIDED;
        }
        Candidate first = report.best().get(0);
        if (report.best().size() > 1) {
            return Mark.UNDECIDED;
        }
        boolean isRight = first.form().toString().startsWith(expected.framing());
        return isRight ? Mark.RIGHT : first.grade() == Grade.CERTAIN ? Mark.WRONG_WITH_CONFIDENCE : Mark.WRONG;
    }

    private static String said(Report report) {
        StringBuilder said = new StringBuilder(report.encoding().family().toString());
        report.damage()
                .ifPresent(damage ->
                        said.append(", ").append(damage.grade()).append(' ').append(damage.kind()));
        report.best()
                .forEach(each ->
                        said.append(", ").append(each.grade()).append(' ').append(each.form()));
        return report.best().isEmpty() ? said.append(", no framing").toString() : said.toString();
    }
}
