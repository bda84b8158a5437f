package io.banku.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form that a value has to have.
 *
 * @param expected ends the sentence "expected …"
 * @param reader throws IllegalArgumentException for a text of another form
 */
record Form<T>(String expected, Function<String, T> reader) {
    static final Form<String> HOST = new Form<>("a host name or address", text -> matching("[\\w.:-]+", text));
    static final Form<String> SERVERS = new Form<>(
            "host:port, several with commas between them",
            text -> matching("[\\w.-]+:\\d{1,5}(\\s*,\\s*[\\w.-]+:\\d{1,5})*", text));
    static final Form<String> COMPRESSION =
            new Form<>("one of none, gzip, snappy, lz4, zstd", text -> matching("none|gzip|snappy|lz4|zstd", text));
    static final Form<String> REDIS_URI = new Form<>(
            "redis://[user:password@]host[:port][/database], rediss://…, or redis-sentinel://[user:password@]host[:port],…/#name,"
                    + " a password with %40 for @",
            Form::redisUri);
    static final Form<Path> DIRECTORY = new Form<>(
            "a directory",
            text -> Path.of(matching(".+", text)).toAbsolutePath().normalize());
    static final Form<Optional<Path>> FILE_OR_NONE = new Form<>(
            "a file, or nothing",
            text -> text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(text).toAbsolutePath().normalize()));
    static final Form<Integer> PORT = new Form<>("a port, 1 to 65535", text -> within(1, 65_535, text));
    static final Form<Integer> COUNT = new Form<>("a whole number from 1", text -> within(1, Integer.MAX_VALUE, text));
    static final Form<Optional<Integer>> COUNT_OR_AUTO = new Form<>(
            "a whole number from 1, or auto",
            text -> text.equals("auto") ? Optional.empty() : Optional.of(within(1, Integer.MAX_VALUE, text)));
    static final Form<Duration> DURATION = new Form<>("a duration such as 50ms, 20s, 5m, 24h or 7d", Form::duration);
    static final Form<Set<Role>> ROLES = new Form<>(
            "one or more of "
                    + Arrays.stream(Role.values())
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
            Form::roles);

    static final Form<OpenIds> OPEN_IDS =
            new Form<>("patterns of account ids, with commas between them, such as WEB-* or !00????????", OpenIds::of);

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private static String matching(String pattern, String text) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static final Pattern SENTINELS = Pattern.compile(
            "rediss?-sentinel://([^@/#\\s]*@)?[\\w.-]+(:\\d{1,5})?(,[\\w.-]+(:\\d{1,5})?)*(/\\d*)?(\\?[^#\\s]*)?#[\\w.-]+");

    private static String redisUri(String text) {
        if (SENTINELS.matcher(text).matches()) {
            return text;
        }
        URI uri = URI.create(text);
        if (!("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static int within(int least, int most, String text) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Duration duration(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw new IllegalArgumentException(text);
        }
        long count = Long.parseLong(length.group(1));
        return switch (length.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Set<Role> roles(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : text.split(",", -1)) {
            roles.add(Role.valueOf(matching("[a-z]+", name.strip()).toUpperCase(Locale.ROOT)));
        }
        return Set.copyOf(roles);
    }
}
