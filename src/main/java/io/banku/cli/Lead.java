package io.banku.cli;

import io.banku.feed.BatchReader;
import java.util.List;
import java.util.Locale;

/** What a row has before the fields of its record. */
interface Lead {
    Lead NONE = new Lead() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public List<String> values() {
            return List.of();
        }
    };

    /** In small letters: no field of a copybook is called so. */
    List<String> names();

    /** Of the record that was read last. */
    List<String> values();

    /** The record's number, as its events have it, the rule that it matches, and what becomes of it. */
    static Lead of(BatchReader reader) {
        return new Lead() {
            @Override
            public List<String> names() {
                return List.of("record", "rule", "outcome");
            }

            @Override
            public List<String> values() {
                return List.of(
                        Long.toString(reader.recordNumber()),
                        reader.rule() == null ? "" : reader.rule(),
                        reader.outcome().name().toLowerCase(Locale.ROOT));
            }
        };
    }
}
