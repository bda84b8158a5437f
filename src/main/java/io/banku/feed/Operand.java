package io.banku.feed;

/** One side of a control. Immutable. */
interface Operand {

    /** As what values are compared. */
    enum Sort {
        NUMBER("a number"),
        DATE("a date"),
        TEXT("text");

        private final String told;

        Sort(String told) {
            this.told = told;
        }

        String told() {
            return told;
        }
    }

    /** What it is by itself; a field's digits can also be taken as another sort, see {@link Operands}. */
    Sort sort();

    /** Can it be compared as a value of this sort? */
    default boolean canBe(Sort wanted) {
        return wanted == sort();
    }

    Found in(Evidence evidence, Sort wanted);

    /**
     * What an operand is in one batch.
     *
     * @param value a BigDecimal, LocalDate or String; null when there is none
     * @param shown the value as the report shows it, or why there is none
     * @param isComplete false when a reject may have taken something from it
     * @param isPrivate neither it nor what tells it may be shown
     */
    record Found(Object value, String shown, boolean isComplete, boolean isPrivate) {
        static Found of(Object value, String shown) {
            return new Found(value, shown, true, false);
        }

        static Found hidden(Object value) {
            return new Found(value, "(private)", true, true);
        }

        static Found unreadable(String why) {
            return new Found(null, why, true, false);
        }
    }
}
