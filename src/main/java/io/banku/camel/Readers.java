package io.banku.camel;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Who wants a page, and who wants what a program can read: browsers ask for HTML by its name, all others do not. */
final class Readers {
    private static final Pattern HTML = Pattern.compile("(?i)text/html|application/xhtml\\+xml");
    private static final Pattern NOT_AT_ALL = Pattern.compile("(?i)q\\s*=\\s*0(\\.0*)?");

    private Readers() {}

    static boolean wantPage(Exchange exchange) {
        return wantPage(exchange.getMessage().getHeader("Accept"));
    }

    /** @param accept the header, or null */
    static boolean wantPage(Object accept) {
        for (String range : QuotedText.parts(QuotedText.joined(accept), ',')) {
            List<String> parts = QuotedText.parts(range, ';');
            if (!parts.isEmpty() && HTML.matcher(parts.get(0)).matches()) {
                return parts.stream().noneMatch(part -> NOT_AT_ALL.matcher(part).matches());
            }
        }
        return false;
    }

    /** What was answered depends on the header. */
    static void vary(Exchange exchange) {
        exchange.getMessage().setHeader("Vary", "Accept");
    }
}
