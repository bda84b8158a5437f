package io.banku.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * {@code fa02fcfe9fb1/19}: a record of a batch, whose id may be the beginning of it.
 *
 * @param record {@link #ALL} where all of the batch are meant
 */
record RejectId(String batch, long record) {
    static final long ALL = 0;

    /** Of one record. */
    static RejectId one(String text, CommandLine command) {
        if (!text.matches("[0-9a-f]+/[1-9][0-9]{0,17}")) {
            throw new ParameterException(command, "expected BATCH/RECORD, as fa02fcfe9fb1/19, found '" + text + "'");
        }
        int slash = text.indexOf('/');
        return new RejectId(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
    }

    /** Of one record, or of all that a condition finds. */
    static RejectId oneOrAll(String text, CommandLine command) {
        return text.matches("[0-9a-f]+") ? new RejectId(text, ALL) : one(text, command);
    }

    String path() {
        return "/batches/" + Api.escaped(batch) + "/rejects" + (record == ALL ? "" : "/" + record);
    }

    @Override
    public String toString() {
        return record == ALL ? batch : batch + "/" + record;
    }
}
