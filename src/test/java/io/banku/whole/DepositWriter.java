package io.banku.whole;

import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** Writes deposits to the log, one cent more each, round and round over a hundred accounts. One thread. */
final class DepositWriter implements AutoCloseable {
    private static final int ACCOUNTS = 100;
    private static final Currency EUR = Currency.getInstance("EUR");

    private final EventLog log;
    private final Map<String, String> expected = new TreeMap<>();
    private long written;

    DepositWriter(Servers servers) {
        log = EventLog.open(servers.connection(), "deposits", Servers.TOPICS);
    }

    /** In transactions of two hundred. */
    void write(int deposits) throws AppendFailedException {
        long until = written + deposits;
        while (written < until) {
            log.begin();
            for (int i = 0; i < 200 && written < until; i++) {
                append();
            }
            log.commit();
        }
    }

    private void append() throws AppendFailedException {
        written++;
        String account = String.format("%010d", written % ACCOUNTS);
        var deposit = new MoneyDeposited(account, new Money(written, EUR), null, null, null);
        var origin = new FromBatch("deposits", "of-this-test", written);
        log.append(new RecordedEvent("of-this-test/" + written + "/0", deposit, origin, Instant.now()));
        expected.merge(account, "1 " + written, DepositWriter::sum);
    }

    private static String sum(String before, String deposit) {
        String[] b = before.split(" ");
        String[] d = deposit.split(" ");
        return (Long.parseLong(b[0]) + Long.parseLong(d[0])) + " " + (Long.parseLong(b[1]) + Long.parseLong(d[1]));
    }

    long written() {
        return written;
    }

    /** Per account: the number of its deposits and their sum in cents. */
    Map<String, String> expected() {
        return expected;
    }

    /** The same of what the view holds. */
    static Map<String, String> found(AccountsInRedis accounts) {
        Map<String, String> found = new TreeMap<>();
        accounts.all().forEach((id, account) -> found.put(id, account.get("v") + " " + account.get("b")));
        return found;
    }

    @Override
    public void close() {
        log.close();
    }
}
