package io.banku.view;

/**
 * The keys of the view. All keys of partition 7 carry the hash tag {@code {7}}: one script can touch all of them, in a
 * cluster too.
 */
public final class ViewKeys {
    private ViewKeys() {}

    public static String position(int partition) {
        return "banku:{" + partition + "}:position";
    }

    public static String account(int partition, String id) {
        return "banku:{" + partition + "}:account:" + id;
    }

    /** What of an account is long or rare: a holder of more than 64 bytes, breaks, suspense, why it is parked. */
    public static String more(int partition, String id) {
        return "banku:{" + partition + "}:account-more:" + id;
    }

    /** The ids of the accounts that something is kept aside of, a sorted set: it goes with the accounts when they go. */
    public static String aside(int partition, Aside what) {
        return "banku:{" + partition + "}:accounts-with-" + what.text();
    }

    /** Matches the keys of all accounts of a partition, and of the lists of some of them; no others of the view. */
    static String accounts(int partition) {
        return "banku:{" + partition + "}:account*";
    }

    /** The outcomes of commands: a hash of command id → outcome as JSON. One key, so that scripts can name it. */
    public static String outcomes(int partition) {
        return "banku:{" + partition + "}:outcomes";
    }

    /** Of which topic a partition's commands are, and what is missing of it. */
    public static String commands(int partition) {
        return "banku:{" + partition + "}:commands";
    }

    /** No key: the channel on which processes of a log tell each other what became of commands. */
    public static String outcomeNews(String logId) {
        return "banku:decided:" + logId;
    }

    /** When each of these commands was appended: what says which outcome goes next. */
    public static String outcomeTimes(int partition) {
        return "banku:{" + partition + "}:outcome-times";
    }
}
