package io.banku.camel;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer into the body (RFC 6901), where the body is to blame; "" for all of it
 * @param header its name, where a header is to blame
 * @param parameter its name, where the path or the query is to blame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestFault(String pointer, String header, String parameter, String expected, String found) {
    private static final int MOST_SHOWN = 60;

    static RequestFault inBody(String pointer, String expected, String found) {
        return new RequestFault(pointer, null, null, expected, shortened(found));
    }

    /** Headers are never shown: what was found has to be said in words. */
    static RequestFault inHeader(String name, String expected, String foundInWords) {
        return new RequestFault(null, name, null, expected, foundInWords);
    }

    static RequestFault inParameter(String parameter, String expected, String found) {
        return new RequestFault(null, null, parameter, expected, shortened(found));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    @Override
    public String toString() {
        String where = pointer != null
                ? (pointer.isEmpty() ? "body" : pointer)
                : header != null ? "header " + header : "parameter " + parameter;
        return where + ": expected " + expected + ", found " + found;
    }
}
