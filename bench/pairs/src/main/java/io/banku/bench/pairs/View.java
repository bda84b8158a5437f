package io.banku.bench.pairs;

import java.io.IOException;
import java.util.List;

/** Whether what lies in Redis is what the files say: every account, to the cent, and no other. */
final class View {
    private static final String AT_ONCE = "1000";
    private static final String ACCOUNT = ":account:";
    /** Cents. */
    private static final String BALANCE = "b";
    /** As it was called until the fields got short names: an older build may be compared. */
    private static final String BALANCE_BEFORE = "balance";

    private View() {}

    /**
     * @param sums cents per account
     * @throws IOException that names the first account that is wrong
     */
    static void check(Servers servers, long[] sums) throws IOException {
        boolean[] seen = new boolean[sums.length];
        try (Redis redis = servers.redis()) {
            String cursor = "0";
            do {
                List<?> page = (List<?>) redis.ask("SCAN", cursor, "MATCH", "banku:{*}:account:*", "COUNT", AT_ONCE);
                cursor = (String) page.get(0);
                List<?> keys = (List<?>) page.get(1);
                for (Object key : keys) {
                    redis.send(List.of("HMGET", (String) key, BALANCE, BALANCE_BEFORE));
                }
                redis.flush();
                for (Object key : keys) {
                    List<?> found = (List<?>) redis.answer();
                    account((String) key, (String) (found.get(0) == null ? found.get(1) : found.get(0)), sums, seen);
                }
            } while (!cursor.equals("0"));
        }
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] != 0 && !seen[i]) {
                throw new IOException("expected account " + Movements.account(i) + " in the view, found none");
            }
        }
    }

    private static void account(String key, String balance, long[] sums, boolean[] seen) throws IOException {
        int number = Integer.parseInt(key.substring(key.indexOf(ACCOUNT) + ACCOUNT.length()));
        seen[number] = true;
        if (balance == null || Long.parseLong(balance) != sums[number]) {
            throw new IOException("expected " + sums[number] + " cents at " + key + ", found " + balance);
        }
    }

    /** Of all that lies in Redis, without what it needs for itself. */
    static double bytes(Servers servers) throws IOException {
        try (Redis redis = servers.redis()) {
            return ((String) redis.ask("INFO", "memory"))
                    .lines()
                    .filter(line -> line.startsWith("used_memory_dataset:"))
                    .mapToDouble(line -> Double.parseDouble(
                            line.substring(line.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
