package io.banku.feed.expression;

import java.util.Set;

/**
 * What may stand behind a bar: {@code TX-TEXT | trim}. One class per filter, found by {@link java.util.ServiceLoader}.
 * Called when a feed is loaded; the expression it makes is called for every record.
 */
public interface Filter {

    String name();

    /** How it is written, as a message shows it: {@code pad N}. */
    String form();

    /** What it can be applied to. */
    Set<ValueType> takes();

    /**
     * @param input of a type that it {@link #takes}
     * @throws io.banku.feed.definition.Misuse when the arguments are not what the filter expects
     */
    Expression of(Expression input, Arguments arguments);
}
