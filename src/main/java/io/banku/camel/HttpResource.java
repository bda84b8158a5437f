package io.banku.camel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.component.platform.http.HttpEndpointModel;

/** A path that the routes answer, with its methods and the format of its bodies. Immutable. */
final class HttpResource {
    private final Pattern path;
    private final TreeSet<String> methods;
    private final List<String> consumes;

    private HttpResource(Pattern path, TreeSet<String> methods, List<String> consumes) {
        this.path = path;
        this.methods = methods;
        this.consumes = consumes;
    }

    static HttpResource of(HttpEndpointModel endpoint) {
        TreeSet<String> methods = new TreeSet<>(split(endpoint.getVerbs()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return new HttpResource(pattern(endpoint.getUri()), methods, split(endpoint.getConsumes()));
    }

    /** @param template {@code /accounts/{id}} */
    static Pattern pattern(String template) {
        return Pattern.compile(Arrays.stream(template.split("/", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/")));
    }

    boolean isAt(String requested) {
        return path.matcher(requested).matches();
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    /** For the header {@code Allow}. */
    String allowed() {
        return String.join(", ", methods);
    }

    /** @param contentType of the request, with or without parameters; null when there is none */
    boolean reads(String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return consumes.isEmpty() || consumes.contains(type);
    }

    String readable() {
        return String.join(" or ", consumes);
    }

    private static List<String> split(String list) {
        return list == null ? List.of() : List.of(list.split(","));
    }
}
