package io.banku.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A page for people, with places such as <code>${title}</code>. It loads nothing from elsewhere. Immutable. */
final class PageTemplate {
    /** Scripts, styles and requests are of this server alone; nobody frames the pages, and no form leaves them. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
    private static final PageTemplate LAYOUT = new PageTemplate("layout.html");

    private final String text;

    /** @param file beside the others of {@code pages/} */
    PageTemplate(String file) {
        this.text = new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String file) {
        try (InputStream page = PageTemplate.class.getResourceAsStream("pages/" + file)) {
            if (page == null) {
                throw new IllegalStateException("expected the page " + file + " on the class path, found none");
            }
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param html what stands in each place, escaped */
    String filled(Map<String, String> html) {
        Matcher place = PLACE.matcher(text);
        return place.replaceAll(found -> Matcher.quoteReplacement(html.get(found.group(1))));
    }

    /** Answers with the page in the frame that all pages have. */
    void answer(Exchange exchange, String title, Map<String, String> html) {
        answer(exchange, LAYOUT.filled(Map.of("title", escaped(title), "body", filled(html))));
    }

    /** Answers with a whole page. */
    static void answer(Exchange exchange, String page) {
        Message answer = Answers.of(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader("Referrer-Policy", "no-referrer");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
