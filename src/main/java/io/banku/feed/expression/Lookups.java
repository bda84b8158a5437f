package io.banku.feed.expression;

/** What is looked up in references while a batch is read: for each record always in the same version of each. */
public interface Lookups {
    /** Of who has none: no key has a value. */
    Lookups NONE = new Lookups() {
        @Override
        public String find(String reference, String key, long record) {
            return null;
        }

        @Override
        public String version(String reference, long record) {
            return "no version of it";
        }
    };

    /**
     * The value of a key, or null.
     *
     * @param key without blanks around it
     * @param record that asks, by its number
     */
    String find(String reference, String key, long record);

    /** {@code version 12 (CARDS.D261120)}: in what it is looked up. */
    String version(String reference, long record);
}
