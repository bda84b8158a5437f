package io.banku.camel;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is looked at of a request to an operation before its body is read. A wish that would not be granted is refused rather
 * than ignored: who asks for the balance of a day must not be given today's because a name was misspelt.
 */
final class RequestForm {
    /** On what depends what is done (RFC 9110, 13). */
    private static final List<String> CONDITIONS = List.of("If-Match", "If-None-Match", "If-Unmodified-Since");

    /** Tags are weak, of which none is ever the same in the strong sense that this one asks for; there are no dates. */
    private static final List<String> CONDITIONS_OF_READING = List.of("If-Match");

    private static final String JSON = "application/json";
    private static final Pattern RANGE = Pattern.compile("([^/\\s;]+)/([^/\\s;]+)");
    private static final Pattern WEIGHT = Pattern.compile("(?i)q\\s*=\\s*0(\\.0*)?");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*(.*)");

    private RequestForm() {}

    /** @throws ProblemException with what was expected and found */
    static void require(RoutingContext request, Contract.Operation operation) {
        requireKnown(request.queryParams(), operation.queries());
        MultiMap headers = request.request().headers();
        requireAcceptable(headers);
        requireNone(operation.method().equals("POST") ? CONDITIONS : CONDITIONS_OF_READING, headers);
    }

    private static void requireKnown(MultiMap query, List<String> known) {
        List<RequestFault> faults = new ArrayList<>();
        String expected =
                known.isEmpty() ? "no query parameter" : "one of the query parameters " + String.join(", ", known);
        for (String name : query.names()) {
            if (!known.contains(name)) {
                faults.add(RequestFault.inParameter(name, expected, "another"));
            } else if (query.getAll(name).size() > 1) {
                faults.add(RequestFault.inParameter(name, "it once", "it several times"));
            } else if (query.get(name).indexOf('\uFFFD') >= 0) {
                faults.add(RequestFault.inParameter(name, "text in UTF-8", "another"));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
    }

    /** The view that an ETag is of follows the log: by the time of the decision nobody knows it to be the latest. */
    private static void requireNone(List<String> conditions, MultiMap headers) {
        for (String condition : conditions) {
            if (headers.contains(condition)) {
                throw new ProblemException(
                        Problem.CONDITION_NOT_KEPT,
                        "expected a request without the header " + condition + ", found one");
            }
        }
    }

    /** All answers of operations are JSON. The most exact range decides. */
    private static void requireAcceptable(MultiMap headers) {
        List<String> ranges = QuotedText.parts(QuotedText.joined(headers.getAll("Accept")), ',');
        int exactness = 0;
        boolean accepted = ranges.isEmpty();
        for (String range : ranges) {
            List<String> parts = QuotedText.parts(range, ';');
            int found = exactness(parts.get(0).toLowerCase(Locale.ROOT));
            if (found > exactness) {
                exactness = found;
                accepted = parts.stream().noneMatch(part -> WEIGHT.matcher(part).matches());
            }
        }
        if (!accepted) {
            throw new ProblemException(
                    Problem.NOT_ACCEPTABLE, "expected a request that accepts " + JSON + ", found one that does not");
        }
    }

    private static int exactness(String range) {
        Matcher parts = RANGE.matcher(range);
        if (range.equals(JSON)) {
            return 3;
        }
        if (!parts.matches() || !parts.group(2).equals("*")) {
            return 0;
        }
        return parts.group(1).equals("application") ? 2 : parts.group(1).equals("*") ? 1 : 0;
    }

    /** Of a body that is read: JSON is always UTF-8 (RFC 8259), and comes as it is. */
    static void requireReadable(MultiMap headers, HttpResource resource) {
        List<String> types = headers.getAll("Content-Type");
        String found = types.size() > 1 ? "several" : types.isEmpty() ? "none" : types.get(0);
        boolean readable = types.size() == 1 && resource.reads(found);
        for (String parameter : QuotedText.parts(found, ';')) {
            Matcher charset = CHARSET.matcher(parameter);
            readable &= !charset.matches()
                    || QuotedText.unquoted(charset.group(1).strip()).equalsIgnoreCase("utf-8");
        }
        if (!readable) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_MEDIA_TYPE,
                    "expected the Content-Type " + resource.readable() + ", in UTF-8, found " + found);
        }
        String coding = QuotedText.joined(headers.getAll("Content-Encoding"));
        if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_MEDIA_TYPE, "expected a body without a Content-Encoding, found one");
        }
    }
}
