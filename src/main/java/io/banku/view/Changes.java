package io.banku.view;

import io.banku.account.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Changes as {@code apply.lua} reads them: the movements by their places, then all others with their names. */
final class Changes {
    private static final byte[] NONE = {};

    private final ScriptArguments arguments;
    private Instant time;
    private byte[] timeBytes = NONE;

    Changes(ScriptArguments arguments) {
        this.arguments = arguments;
    }

    void add(ViewStore.Change change) {
        boolean onlyMoved = change.others().isEmpty() && change.more().isEmpty();
        arguments.number(onlyMoved ? 0 : 1);
        if (change.moved() == null) {
            arguments.bytes(NONE).bytes(NONE).bytes(NONE).bytes(NONE).bytes(NONE);
        } else {
            Account account = change.moved();
            arguments
                    .number(account.balances().balance())
                    .number(account.balances().mainframe());
            arguments.number(account.version()).number(account.offset()).bytes(time(account.updatedAt()));
        }
        if (!onlyMoved) {
            add(change.others());
            add(change.more());
        }
    }

    private void add(List<String> fields) {
        arguments.number(fields.size() / 2);
        fields.forEach(arguments::text);
    }

    /** Neighbours in the log share their time: its text is made once. */
    private byte[] time(Instant updatedAt) {
        if (updatedAt == null) {
            return NONE;
        }
        if (!updatedAt.equals(time)) {
            time = updatedAt;
            timeBytes = StoredTime.text(updatedAt).getBytes(StandardCharsets.US_ASCII);
        }
        return timeBytes;
    }
}
