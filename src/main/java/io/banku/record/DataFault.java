package io.banku.record;

/** What can be wrong with the bytes of a file. The codes are stable: programs and runbooks rely on them. */
public enum DataFault {
    SHORT_RECORD("BNK-2001", "the record ends before the field does"),
    SPACES("BNK-2002", "a number consists of spaces only"),
    LOW_VALUES("BNK-2003", "a number consists of X'00' only"),
    HIGH_VALUES("BNK-2004", "a number consists of X'FF' only"),
    BAD_DIGIT("BNK-2005", "a digit of a number is none"),
    BAD_SIGN("BNK-2006", "the sign of a number is none"),
    BAD_PADDING("BNK-2007", "the unused half byte of a packed number is not 0"),
    NEGATIVE("BNK-2008", "a number without S in its PICTURE is negative"),
    BEYOND_PICTURE("BNK-2009", "a binary number has more digits than its PICTURE"),
    OTHER_ENCODING("BNK-2010", "a number is in the other encoding, ASCII for EBCDIC or the reverse"),
    NOT_NUMERIC("BNK-2011", "a number was asked for, and the item is text"),
    BEYOND_64_BITS("BNK-2012", "a number was asked for in 64 bits, and it is larger, or has decimals"),
    NO_CHARACTER("BNK-2013", "a byte of a text is no character of its encoding"),
    UNPRINTABLE("BNK-2014", "a text has a control character, and the feed refuses them"),
    ABSENT("BNK-2015", "a number is wanted, and the feed takes such bytes as none"),
    NOT_FINITE("BNK-2016", "a floating-point number is infinite, or none"),
    BAD_EDITING("BNK-2017", "an edited number is not as its PICTURE edits one"),
    BAD_COUNT("BNK-2018", "the counter of a table is outside of the table's bounds"),
    NO_OCCURRENCE("BNK-2019", "an occurrence lies behind the last one that the table's counter counts"),
    LONGER_RECORD("BNK-2020", "the record goes on behind the end of its own layout"),
    BAD_VARCHAR("BNK-2021", "the length of a VARCHAR is negative, or more than its text can be"),

    REMAINDER("BNK-2101", "the file does not divide into records of the given length"),
    BAD_DESCRIPTOR("BNK-2102", "four bytes that should be a record descriptor word are none"),
    TRUNCATED("BNK-2103", "the file ends within a record, or within a block"),
    ENDLESS_LINE("BNK-2104", "a line is longer than a line may be"),
    BAD_LINE("BNK-2105", "a line of fixed width does not end where it should"),
    BEYOND_LIMIT("BNK-2106", "a record is longer than a record may be"),
    BAD_SEGMENT("BNK-2107", "the segments of a spanned record do not follow each other"),
    BAD_LENGTH("BNK-2108", "the field or type that should tell a record's length tells none"),
    NO_MARGINS("BNK-2109", "the file is shorter than what stands before and after its records"),
    CONTAINER("BNK-2110", "the file is packed in a way that is not read"),
    DAMAGED_CONTAINER("BNK-2111", "the compressed file is damaged or cut off"),
    NO_FILLER("BNK-2112", "what stands behind a block are no fillers"),
    BEHIND_END("BNK-2113", "something stands behind the word that ends the file"),

    GAP(
            "BNK-2114",
            "records decode up to one place of the file and again from another one: between them bytes were lost,"
                    + " or are too many"),
    OTHER_FRAMING("BNK-2115", "the framing fits, and the file looks like another one"),
    ENCODING("BNK-2116", "the file looks like EBCDIC, and the feed says another encoding");

    private final String code;
    private final String meaning;

    DataFault(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    static String meaningOf(String code) {
        for (DataFault fault : values()) {
            if (fault.code.equals(code)) {
                return fault.meaning;
            }
        }
        throw new IllegalArgumentException("expected a code of DataFault, found " + code);
    }
}
