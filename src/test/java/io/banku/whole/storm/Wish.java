package io.banku.whole.storm;

import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;

/**
 * A command as its client sends it, the same for every retry. Immutable.
 *
 * @param type of the event that it becomes when it is accepted; null for a request that is none of the contract
 * @param account that it is addressed to; null for an opening that leaves the id to the bridge
 * @param target of a transfer, or null
 * @param minor the amount in minor units, 0 for an opening
 */
record Wish(
        String type,
        String key,
        String path,
        String account,
        String target,
        long minor,
        String currency,
        String holder,
        String body) {

    /** What makes two requests the same command: whoever of them is decided first, the other one did nothing. */
    record Identity(String path, String account, String key) {}

    Identity identity() {
        return new Identity(path, account, key);
    }

    static Wish opening(String account, String currency, String holder, String key) {
        String named = account == null ? "" : "\"account\":\"" + account + "\",";
        String body = "{" + named + "\"currency\":\"" + currency + "\",\"holder\":\"" + holder + "\"}";
        return new Wish("AccountOpened", key, "/api/v1/accounts", account, null, 0, currency, holder, body);
    }

    /** @param target null unless money is sent */
    static Wish movement(String type, String account, String target, long minor, String currency, String key) {
        String resource = switch (type) {
            case "MoneyDeposited" -> "deposits";
            case "MoneyWithdrawn" -> "withdrawals";
            case "MoneySent" -> "transfers";
            default -> throw new IllegalArgumentException(type);
        };
        String to = target == null ? "" : "\"to\":\"" + target + "\",";
        String body =
                "{" + to + "\"amount\":\"" + BigDecimal.valueOf(minor, 2) + "\",\"currency\":\"" + currency + "\"}";
        return new Wish(
                type,
                key,
                "/api/v1/accounts/" + account + "/" + resource,
                account,
                target,
                minor,
                currency,
                null,
                body);
    }

    /** The same key on a request that says something else. */
    Wish saidOtherwise() {
        return type.equals("AccountOpened")
                ? opening(account, currency, holder + " II", key)
                : movement(type, account, target, minor + 1, currency, key);
    }

    /** Something that any client may come to want; most accounts are in euros, few are not opened yet. */
    static Wish any(Random random, int accounts) {
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        String account = account(random.nextInt(accounts));
        String currency = random.nextInt(50) == 0 ? "USD" : "EUR";
        long minor = 1 + random.nextInt(60_00);
        int kind = random.nextInt(100);
        if (kind < 12) {
            return opening(random.nextInt(20) == 0 ? null : account, currency, "HOLDER", key);
        }
        if (kind < 40) {
            return movement("MoneyDeposited", account, null, minor, currency, key);
        }
        if (kind < 65) {
            return movement("MoneyWithdrawn", account, null, minor, currency, key);
        }
        return movement("MoneySent", account, account(random.nextInt(accounts)), minor, currency, key);
    }

    /** Something that the contract does not know: none of it may ever be appended. */
    static Wish mistaken(Random random, int accounts) {
        String account = account(random.nextInt(accounts));
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        String body = switch (random.nextInt(6)) {
            case 0 -> "{\"amount\":125.00,\"currency\":\"EUR\"}";
            case 1 -> "{\"amount\":\"125.001\",\"currency\":\"EUR\"}";
            case 2 -> "{\"amount\":\"-1.00\",\"currency\":\"EUR\"}";
            case 3 -> "{\"amount\":\"1.00\",\"currency\":\"EURO\"}";
            case 4 -> "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"note\":\"\"}";
            default -> "{\"amount\":\"1.00\"";
        };
        return new Wish(null, key, "/api/v1/accounts/" + account + "/deposits", account, null, 0, null, null, body);
    }

    static String account(int number) {
        return String.format("%010d", number);
    }
}
