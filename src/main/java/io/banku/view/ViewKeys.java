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
}
