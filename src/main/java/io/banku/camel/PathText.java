package io.banku.camel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A part of the path as it is meant: the routes of the contract are handed it as it was escaped. */
final class PathText {
    private PathText() {}

    /** {@code GIRO%201} becomes {@code GIRO 1}; a plus is a plus. */
    static String of(String parameter, String escaped) {
        String text = URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw ProblemException.malformed(List.of(RequestFault.inParameter(parameter, "text in UTF-8", escaped)));
        }
        return text;
    }
}
