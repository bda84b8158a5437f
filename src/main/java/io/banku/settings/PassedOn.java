package io.banku.settings;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What others than we are told: Kafka's clients may be told how to reach the brokers, who we are, and how much they take
 * at once; Camel everything but what the bridge itself says to it. What correctness rests on is nobody's to change.
 */
final class PassedOn {
    /** By Kafka's names. What is in no group is refused: a name that is new to us may mean anything. */
    private static final Pattern KAFKA = Pattern.compile(
            // how the brokers are reached, and who we are
            "(security|sasl|ssl|config\\.providers)(\\..+)?|client\\.(dns\\.lookup|rack)"
                    + "|connections\\.max\\.idle\\.ms|(reconnect|retry)\\.backoff(\\.max)?\\.ms"
                    + "|socket\\.connection\\.setup\\.timeout(\\.max)?\\.ms|(send|receive)\\.buffer\\.bytes"
                    + "|metadata\\.(max\\.(age|idle)\\.ms|recovery\\.(strategy|rebootstrap\\.trigger\\.ms))"
                    // how much at once
                    + "|batch\\.size|buffer\\.memory|compression\\..+\\.level|max\\.request\\.size|max\\.partition\\.fetch\\.bytes"
                    + "|fetch\\.(min|max)\\.bytes|fetch\\.max\\.wait\\.ms|max\\.poll\\.records"
                    // how long a member of a group may be silent
                    + "|session\\.timeout\\.ms|heartbeat\\.interval\\.ms|max\\.poll\\.interval\\.ms"
                    // who looks on
                    + "|metrics?\\..+|auto\\.include\\.jmx\\.reporter|enable\\.metrics\\.push");

    /** By Kafka's names, and why it is refused. */
    private static final List<Reason> KAFKA_REASONS = List.of(
            new Reason("isolation\\.level", "events of transactions that were aborted would be applied"),
            new Reason(
                    "acks|enable\\.idempotence|retries|max\\.in\\.flight\\..*",
                    "records would be lost, doubled or reordered"),
            new Reason("partitioner\\..*", "an account's events would lie in partitions where nobody looks for them"),
            new Reason("transaction.*", "a process that was replaced could still write"),
            new Reason(
                    "group\\..*|partition\\.assignment\\.strategy|auto\\.offset\\.reset|enable\\.auto\\.commit"
                            + "|auto\\.commit\\..*",
                    "the bridge itself says who reads what, and from where: records would be skipped or applied twice"),
            new Reason(
                    "(key|value)\\.(de)?serializer|interceptor\\.classes|check\\.crcs",
                    "what is written and read would be other bytes"),
            new Reason("bootstrap\\..*", "banku.kafka.bootstrap-servers says it"),
            new Reason("compression\\.type", "banku.kafka.compression says it"),
            new Reason("client\\.id", "each client has a name of its own, by which logs and quotas know it"),
            new Reason(
                    ".*\\.ms",
                    "these times depend on each other, and a producer's must end before its transaction does"));

    private static final String KAFKA_UNKNOWN =
            "only how the brokers are reached (security.*, sasl.*, ssl.*, …), how much"
                    + " is sent and fetched at once and the group's silence (session.timeout.ms, …) can be passed on";

    /** By Camel's names without hyphens, in small letters. */
    private static final List<Reason> CAMEL_REASONS = List.of(
            new Reason(
                    "component\\.kafka\\..*",
                    "the routes depend on what the bridge says there; for Kafka's clients use " + Keys.KAFKA + "*"),
            new Reason("component\\.properties\\..*", "the settings would not be the ones that were checked"),
            new Reason("component\\.platformhttp\\..*|server\\..*", "banku.http.* says it"),
            new Reason("component\\.springredis\\..*", "banku.redis.uri says it"),
            new Reason("management\\.(host|port|enabled)", "banku.management.* says it"),
            new Reason("main\\.(routes|xml|javaroutes).*", "banku.routes and banku.roles say it"),
            new Reason("main\\.shutdown(timeout|nowontimeout|suppress.*)", "banku.shutdown-timeout says it"),
            new Reason(
                    "main\\.(autostartup|duration.*|autoconfiguration(environment|system|failfast).*)|routecontroller\\..*",
                    "a route that does not run would be seen by nobody"),
            new Reason("health\\.(enabled|excludepattern|.*\\[.*|.*banku.*)", "what stands would be seen by nobody"));

    private record Reason(Pattern names, String why) {
        Reason(String names, String why) {
            this(Pattern.compile(names), why);
        }
    }

    private PassedOn() {}

    /** One sentence for each that is refused. */
    static List<String> faults(Collection<Entry> entries) {
        return entries.stream().flatMap(entry -> fault(entry).stream()).toList();
    }

    private static Optional<String> fault(Entry entry) {
        Optional<String> why = Optional.empty();
        if (entry.key().startsWith(Keys.KAFKA)) {
            String name = entry.key().substring(Keys.KAFKA.length()).toLowerCase(Locale.ROOT);
            why = KAFKA.matcher(name).matches()
                    ? Optional.empty()
                    : Optional.of(reason(KAFKA_REASONS, name).orElse(KAFKA_UNKNOWN));
        } else if (entry.key().startsWith(Keys.CAMEL)) {
            String name = entry.key().substring(Keys.CAMEL.length());
            why = reason(CAMEL_REASONS, name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT));
        }
        return why.map(because ->
                entry.origin() + ": " + entry.key() + " cannot be set, found " + entry.shown() + "; " + because);
    }

    private static Optional<String> reason(List<Reason> reasons, String name) {
        return reasons.stream()
                .filter(reason -> reason.names().matcher(name).matches())
                .map(Reason::why)
                .findFirst();
    }
}
