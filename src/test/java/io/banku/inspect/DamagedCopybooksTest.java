package io.banku.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A copybook is damaged in one place, and the file is held against it: at which place among the proposals is the true cause? */
@Tag("long")
class DamagedCopybooksTest {
    private static final String ACM = "account-master/ACCTMAST.cpy";
    private static final String TXN = "daily-transactions/DAILYTXN.cpy";

    /** Of the cases below; they only ever grow. */
    private static final int LEAST_FIRST = 38;

    private static final int LEAST_AMONG_THREE = 42;

    /**
     * @param from text of the copybook
     * @param to what stands there instead
     * @param cause what has to be proposed, as a regular expression
     */
    private record Case(String copybook, String from, String to, String cause) {}

    private static final List<Case> CASES = List.of(
            // a length
            new Case(ACM, "AM-CCY                      PIC X(03)", "AM-CCY PIC X(05)", "AM-CCY were PIC X\\(3\\)"),
            new Case(ACM, "AM-CCY                      PIC X(03)", "AM-CCY PIC X(02)", "AM-CCY were PIC X\\(3\\)"),
            new Case(
                    ACM,
                    "AM-PRODUCT                  PIC X(03)",
                    "AM-PRODUCT PIC X(04)",
                    "AM-PRODUCT were PIC X\\(3\\)"),
            new Case(ACM, "AM-ACCT                     PIC 9(10)", "AM-ACCT PIC 9(08)", "AM-ACCT were PIC 9\\(10\\)"),
            new Case(
                    ACM,
                    "AM-CUSTOMER                 PIC 9(08)",
                    "AM-CUSTOMER PIC 9(10)",
                    "AM-CUSTOMER were PIC 9\\(8\\)"),
            new Case(
                    ACM,
                    "AM-HOLDER                   PIC X(40)",
                    "AM-HOLDER PIC X(50)",
                    "AM-HOLDER were PIC X\\(40\\)"),
            new Case(
                    ACM,
                    "AM-BALANCE                  PIC S9(11)V99",
                    "AM-BALANCE PIC S9(9)V99",
                    "AM-BALANCE were PIC S9\\(1[01]\\)V99 COMP-3"),
            new Case(
                    ACM,
                    "AM-OPENED                   PIC 9(08)",
                    "AM-OPENED PIC 9(06)",
                    "AM-OPENED were PIC 9\\([89]\\) COMP-3"),
            new Case(
                    ACM,
                    "AM-LIMIT                    PIC S9(07)V99",
                    "AM-LIMIT PIC S9(09)V99",
                    "AM-LIMIT were PIC S9\\(7\\)V99"),
            new Case(TXN, "TX-CCY                  PIC X(03)", "TX-CCY PIC X(05)", "TX-CCY were PIC X\\(3\\)"),
            new Case(TXN, "TX-TIME                 PIC 9(06)", "TX-TIME PIC 9(04)", "TX-TIME were PIC 9\\(6\\)"),
            new Case(TXN, "TX-ACCT                 PIC 9(10)", "TX-ACCT PIC 9(12)", "TX-ACCT were PIC 9\\(10\\)"),
            new Case(TXN, "TX-TEXT             PIC X(24)", "TX-TEXT PIC X(20)", "TX-TEXT were PIC X\\(24\\)"),
            new Case(
                    TXN,
                    "TX-AMOUNT           PIC S9(11)V99",
                    "TX-AMOUNT PIC S9(09)V99",
                    "TX-AMOUNT were PIC S9\\(1[01]\\)V99 COMP-3"),
            // a usage
            new Case(
                    ACM,
                    "AM-OPENED                   PIC 9(08) COMP-3",
                    "AM-OPENED PIC 9(08) COMP",
                    "AM-OPENED were PIC 9\\(0?8\\) COMP-3"),
            new Case(
                    ACM,
                    "AM-LAST-MOVED               PIC 9(07) COMP-3",
                    "AM-LAST-MOVED PIC 9(07)",
                    "AM-LAST-MOVED were PIC 9\\(0?7\\) COMP-3"),
            new Case(
                    ACM,
                    "AM-BALANCE                  PIC S9(11)V99 COMP-3",
                    "AM-BALANCE PIC S9(11)V99 COMP",
                    "AM-BALANCE were PIC S9\\(11\\)V99 COMP-3"),
            new Case(
                    ACM,
                    "AM-BRANCH                   PIC 9(04) COMP",
                    "AM-BRANCH PIC 9(04) COMP-3",
                    "AM-BRANCH were PIC 9\\(0?4\\) COMP"),
            new Case(
                    ACM,
                    "AM-BRANCH                   PIC 9(04) COMP",
                    "AM-BRANCH PIC 9(04)",
                    "AM-BRANCH were PIC 9\\(0?4\\) COMP"),
            new Case(
                    ACM,
                    "AM-LIMIT                    PIC S9(07)V99",
                    "AM-LIMIT PIC S9(07)V99 COMP-3",
                    "AM-LIMIT were PIC S9\\(0?7\\)V99"),
            new Case(
                    ACM,
                    "AM-MOVEMENTS                PIC 9(09) COMP",
                    "AM-MOVEMENTS PIC 9(09)",
                    "AM-MOVEMENTS were PIC 9\\(0?9\\) COMP"),
            new Case(
                    ACM,
                    "AM-MOVEMENTS                PIC 9(09) COMP",
                    "AM-MOVEMENTS PIC 9(09) COMP-3",
                    "AM-MOVEMENTS were PIC 9\\(0?9\\) COMP"),
            new Case(
                    TXN,
                    "TX-AMOUNT           PIC S9(11)V99 COMP-3",
                    "TX-AMOUNT PIC S9(11)V99",
                    "TX-AMOUNT were PIC S9\\(11\\)V99 COMP-3"),
            new Case(
                    TXN,
                    "TX-TELLER           PIC 9(04) COMP",
                    "TX-TELLER PIC 9(04)",
                    "TX-TELLER were PIC 9\\(0?4\\) COMP"),
            new Case(
                    TXN,
                    "TX-TIME                 PIC 9(06)",
                    "TX-TIME PIC 9(06) COMP-3",
                    "TX-TIME were PIC 9\\(0?6\\)"),
            new Case(
                    TXN, "TX-ACCT                 PIC 9(10)", "TX-ACCT PIC 9(10) COMP-3", "TX-ACCT were PIC 9\\(10\\)"),
            // a sign
            new Case(
                    ACM,
                    "AM-LIMIT                    PIC S9(07)V99",
                    "AM-LIMIT PIC S9(07)V99 SIGN TRAILING SEPARATE",
                    "AM-LIMIT were PIC S9\\(0?7\\)V99"),
            new Case(
                    ACM,
                    "AM-LIMIT                    PIC S9(07)V99",
                    "AM-LIMIT PIC S9(07)V99 SIGN LEADING SEPARATE",
                    "AM-LIMIT were PIC S9\\(0?7\\)V99"),
            new Case(
                    ACM,
                    "AM-BALANCE                  PIC S9(11)V99 COMP-3",
                    "AM-BALANCE PIC 9(11)V99 COMP-3",
                    "AM-BALANCE were PIC S9\\(11\\)V99 COMP-3"),
            new Case(
                    ACM,
                    "AM-CUSTOMER                 PIC 9(08)",
                    "AM-CUSTOMER PIC S9(08) SIGN LEADING SEPARATE",
                    "AM-CUSTOMER were PIC 9\\(0?8\\)"),
            // a missing field, one too many, another order
            new Case(
                    ACM,
                    "10  AM-CCY                      PIC X(03).",
                    "",
                    "3 bytes stood before AM-OPENED|AM-STATUS were PIC X\\(4\\)"),
            new Case(ACM, "10  AM-BRANCH                   PIC 9(04) COMP.", "", "2 bytes stood before AM-PRODUCT"),
            new Case(ACM, "10  AM-LAST-MOVED               PIC 9(07) COMP-3.", "", "4 bytes stood before AM-BALANCE"),
            new Case(
                    TXN,
                    "10  TX-TIME                 PIC 9(06).",
                    "",
                    "6 bytes stood before TX-CCY|TX-ACCT were PIC 9\\(16\\)"),
            new Case(TXN, "15  TX-TELLER           PIC 9(04) COMP.", "", "2 bytes stood before TX-TEXT"),
            new Case(
                    ACM,
                    "10  AM-BRANCH                   PIC 9(04) COMP.",
                    "10  AM-BRANCH PIC 9(04) COMP. 10  AM-NEW PIC X(04).",
                    "AM-NEW were not there"),
            new Case(
                    ACM,
                    "10  AM-BALANCE                  PIC S9(11)V99 COMP-3.",
                    "10  AM-NEW PIC 9(05) COMP-3. 10  AM-BALANCE PIC S9(11)V99 COMP-3.",
                    "AM-NEW were not there"),
            new Case(
                    TXN,
                    "10  TX-CCY                  PIC X(03).",
                    "10  TX-NEW PIC 9(04). 10  TX-CCY PIC X(03).",
                    "TX-NEW were not there|TX-NEW redefined TX-TIME"),
            new Case(
                    ACM,
                    "10  AM-CUSTOMER                 PIC 9(08).",
                    "10  AM-CUSTOMER PIC 9(08). 10  AM-CUSTOMER-X PIC X(08).",
                    "AM-CUSTOMER-X (were not there|redefined AM-CUSTOMER)"),
            new Case(
                    ACM,
                    "10  AM-OPENED                   PIC 9(08) COMP-3.",
                    "10  AM-OPENED PIC 9(08) COMP-3. 10  AM-OPENED-X PIC X(05).",
                    "AM-OPENED-X (were not there|redefined AM-OPENED)"),
            // occurrences and boundaries
            new Case(
                    ACM,
                    "AM-CUSTOMER                 PIC 9(08)",
                    "AM-CUSTOMER PIC 9(01) OCCURS 6 TIMES",
                    "AM-CUSTOMER occurred 8 times"),
            new Case(
                    ACM,
                    "AM-CUSTOMER                 PIC 9(08)",
                    "AM-CUSTOMER PIC 9(04) OCCURS 3 TIMES",
                    "AM-CUSTOMER occurred 2 times"),
            new Case(
                    ACM,
                    "AM-MOVEMENTS                PIC 9(09) COMP",
                    "AM-MOVEMENTS PIC 9(09) COMP SYNC",
                    "its binary items were not SYNC"));

    @Test
    void theTrueCauseIsMostlyTheFirstProposal() {
        int first = 0;
        int amongThree = 0;
        StringBuilder table = new StringBuilder();
        List<Frame> accounts = some(Mutated.records(
                "{fixed: {length: 120}}", Mutated.read("sample-mainframe-files/account-master/ACM.D261120.DAT")));
        List<Frame> transactions =
                some(Mutated.records("rdw", Mutated.read("sample-mainframe-files/daily-transactions/TXN.D261121.BIN")));
        List<List<Proposal>> all = CASES.parallelStream()
                .map(each -> each.copybook().equals(ACM)
                        ? proposals(each, accounts, true)
                        : proposals(each, transactions, false))
                .toList();
        for (int at = 0; at < CASES.size(); at++) {
            Case each = CASES.get(at);
            List<Proposal> proposals = all.get(at);
            int rank = 0;
            for (int i = 0; i < proposals.size() && rank == 0; i++) {
                rank = proposals.get(i).told().matches(each.cause()) ? i + 1 : 0;
            }
            first += rank == 1 ? 1 : 0;
            amongThree += rank >= 1 && rank <= 3 ? 1 : 0;
            table.append(String.format(
                    Locale.ROOT,
                    "%4s  %-60s %s%n",
                    rank == 0 ? "none" : rank,
                    each.to().isEmpty() ? "without " + each.from().replaceAll(" +", " ") : each.to(),
                    proposals.stream()
                            .limit(3)
                            .map(p -> p.told() + " [" + p.legal() + "]")
                            .toList()));
        }
        System.out.println(table);
        System.out.printf(
                "%d copybooks: the true cause is first in %d, among the first three in %d%n",
                CASES.size(), first, amongThree);

        assertThat(first).as(table.toString()).isGreaterThanOrEqualTo(LEAST_FIRST);
        assertThat(amongThree).as(table.toString()).isGreaterThanOrEqualTo(LEAST_AMONG_THREE);
    }

    private static List<Proposal> proposals(Case damage, List<Frame> sample, boolean isFixed) {
        String text = squeezed(damage.copybook());
        String from = damage.from().replaceAll(" +", " ");
        assertThat(text).contains(from);
        Layout layout = Copybook.parse(damage.copybook(), text.replace(from, folded(damage.to())));
        return FitSearch.of(layout, Dialect.of(CodePage.of("cp1140")), sample, isFixed);
    }

    /** Without comments, columns of numbers and blanks that say nothing. */
    private static String squeezed(String copybook) {
        String text = new String(Mutated.read("sample-mainframe-files/" + copybook), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.charAt(6) != '*')
                .map(line ->
                        line.substring(6, Math.min(72, line.length())).strip().replaceAll(" +", " "))
                .collect(Collectors.joining("\n           ", "           ", "\n"));
    }

    /** Within the columns of a card. */
    private static String folded(String text) {
        return text.replaceAll("(PIC|OCCURS|SIGN|10  )", "\n           $1");
    }

    private static List<Frame> some(List<byte[]> records) {
        return FitSearch.spread(frames(records), 40);
    }

    private static List<Frame> frames(List<byte[]> records) {
        List<Frame> frames = new ArrayList<>();
        for (byte[] record : records) {
            Frame frame = new Frame();
            frame.bytes = record;
            frame.length = record.length;
            frame.number = frames.size() + 1L;
            frames.add(frame);
        }
        return frames;
    }
}
