package io.banku.feed.expression;

/** Why a record whose bytes are legal cannot become an event. The codes are stable. */
public enum MappingFault {
    UNKNOWN_RECORD_TYPE("BNK-3001", "no rule of the feed matches the record"),
    NOT_AN_AMOUNT("BNK-3002", "not an amount of that currency: too many decimals, too large, or no number"),
    NOT_POSITIVE("BNK-3003", "a posting's amount is zero or negative"),
    NOT_A_CURRENCY("BNK-3004", "not a currency code of ISO 4217"),
    NOT_A_DATE("BNK-3005", "not a date or time of the pattern"),
    NO_SUCH_LOCAL_TIME("BNK-3006", "a local time that the clocks of the feed's timezone skipped"),
    NOT_IN_MAP("BNK-3007", "a value that the map does not list"),
    TOO_LONG("BNK-3008", "longer than what it is padded to"),
    NOT_AN_ACCOUNT(
            "BNK-3009",
            "blank or negative where an account or a transfer is named, or an id that no request could name"),
    NO_HEADER("BNK-3010", "a header's field is needed, but no header came before the record, or it cannot be read"),
    NOT_A_STATUS("BNK-3011", "not a status of an account"),
    NOT_A_NUMBER("BNK-3012", "text that should be digits"),
    NO_PARENT("BNK-3013", "a carried field is needed, but no record before carries it, or that one is a reject"),
    TOO_SHORT("BNK-3014", "shorter than the part that is taken of it"),
    TOO_LARGE("BNK-3015", "an event larger than one that is kept"),
    UNKNOWN_KEY("BNK-3050", "a key that the version of the reference does not have in which it is looked up"),
    BLANK_ENTRY("BNK-3051", "a record of a reference whose key or value is blank"),
    LONG_ENTRY("BNK-3052", "a key or a value of a reference of more than 1,000 characters"),
    REPEATED("BNK-4040", "a record with the key of one that is in the log, or stands before it in the file"),
    NOT_IDENTIFIED("BNK-4041", "what makes a record unique is blank");

    private final String code;
    private final String meaning;

    MappingFault(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
