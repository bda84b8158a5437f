package io.banku.inspect;

/** How parts of a record are told from each other where colours can be shown. */
public enum Paint {
    /** For files, pipes and terminals without colours. */
    NONE,
    ANSI;

    /** What a part is. */
    enum Part {
        EVEN_FIELD("36"),
        ODD_FIELD("33"),
        WRONG("1;31"),
        NO_FIELD("2");

        private final String code;

        Part(String code) {
            this.code = code;
        }
    }

    String of(Part part, String text) {
        return this == NONE ? text : "\u001B[" + part.code + "m" + text + "\u001B[0m";
    }
}
