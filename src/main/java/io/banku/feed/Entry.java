package io.banku.feed;

/** One line of a reference: a card's number, and its account. Neither is blank, or has blanks around it. */
public record Entry(String key, String value) {
    /** What it is called where events have their type. */
    public static final String TYPE = "Entry";
}
