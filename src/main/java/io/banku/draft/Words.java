package io.banku.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What COBOL names say, by the words that they are made of. */
enum Words {
    HEADER("HEADER", "HDR", "HEAD", "HD"),
    TRAILER("TRAILER", "TRLR", "TRL", "TRAIL", "TLR", "FOOTER"),
    REMARK("COMMENT", "COMMENTS", "REMARK", "NOTE"),
    OPENING("OPEN", "OPENING", "OPENED", "OPND"),
    CLOSING("CLOSE", "CLOSING", "CLOSED"),
    DEPOSIT("DEPOSIT", "DEPOSITS", "DEPOSITED", "DEP", "CREDIT"),
    WITHDRAWAL("WITHDRAWAL", "WITHDRAWALS", "WITHDRAW", "WITHDRAWN", "WDL", "DEBIT"),
    TRANSFER("TRANSFER", "TRANSFERS", "TRANSFERRED", "TFR", "XFER"),
    ACCOUNT("ACCT", "ACCOUNT", "ACCNO", "ACC", "KONTO", "IBAN", "ACCTNO"),
    OTHER_SIDE("TO", "CONTRA", "DEST", "TARGET", "CPTY", "COUNTERPARTY", "BENEF", "CREDITOR"),
    AMOUNT("AMOUNT", "AMT", "BETRAG"),
    CURRENCY("CCY", "CURR", "CURRENCY", "CUR", "WAEHRUNG"),
    TEXT("TEXT", "TXT", "DESC", "DESCRIPTION", "NARRATIVE", "MEMO", "PURPOSE"),
    HOLDER("HOLDER", "OWNER", "NAME", "INHABER"),
    REFERENCE("REF", "REFERENCE", "TRACE"),
    DATE("DATE", "DAY", "DAT", "DT", "DTE", "BOOKED", "POSTED", "DATUM", "JULIAN"),
    TIME("TIME", "TM"),
    BALANCE("BALANCE", "BAL", "SALDO"),
    LIMIT("LIMIT", "OVERDRAFT"),
    STATUS("STATUS", "STAT"),
    ACTIVE("ACTIVE", "OPEN", "NORMAL"),
    BLOCKED("BLOCKED", "BLOCK", "FROZEN", "HOLD"),
    SEQUENCE("SEQ", "SEQUENCE", "SEQNO", "RUN"),
    COUNT("COUNT", "CNT", "RECORDS", "RECS", "ANZAHL", "ITEMS", "ENTRIES"),
    KIND("TYPE", "TYP", "KIND", "RECTYPE", "CODE", "ID"),
    HASH("HASH");

    private final Set<String> words;

    Words(String... words) {
        this.words = Set.of(words);
    }

    /** Whether one of a name's words is one of these: {@code TX-IS-DEPOSIT} is a DEPOSIT. */
    boolean in(String name) {
        return of(name).stream().anyMatch(words::contains);
    }

    static List<String> of(String name) {
        return Arrays.asList(name.toUpperCase(Locale.ROOT).split("[^A-Z]+"));
    }

    /** Whether one of them has a word that another word begins with: {@code TX-OPENING} and {@code TX-IS-OPEN}. */
    static boolean haveOneInCommon(String one, String other) {
        for (String a : of(one)) {
            for (String b : of(other)) {
                if (Math.min(a.length(), b.length()) >= 4 && (a.startsWith(b) || b.startsWith(a))) {
                    return true;
                }
            }
        }
        return false;
    }
}
