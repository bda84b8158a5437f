package io.banku.cli;

/** Which records of a file: from a number on, and not more than so many. */
record Selection(long first, long last) {

    /** @param from null: from the first; @param most null: all of them, or the one that {@code from} names */
    static Selection of(Long from, Long most) {
        long first = from == null ? 1 : from;
        if (most == null) {
            return new Selection(first, from == null ? Long.MAX_VALUE : from);
        }
        return new Selection(first, first - 1 + most);
    }

    boolean includes(long number) {
        return number >= first && number <= last;
    }

    /** Whether the file is read to its end. */
    boolean isToTheEnd() {
        return last == Long.MAX_VALUE;
    }

    /** Whether no later record can be among them. */
    boolean endsWith(long number) {
        return number >= last;
    }
}
