package io.banku.log;

/**
 * The extension attributes of CloudEvents that an event of a command has. Readers of CloudEvents take what begins with
 * {@code ce_}; the first events had them without, and stay readable.
 */
enum CommandHeader {
    ID("commandid"),
    FINGERPRINT("fingerprint"),
    OFFSET("commandoffset"),
    TIME("commandtime");

    private final String key;
    private final String formerKey;

    CommandHeader(String attribute) {
        this.key = "ce_" + attribute;
        this.formerKey = attribute;
    }

    String key() {
        return key;
    }

    String formerKey() {
        return formerKey;
    }
}
