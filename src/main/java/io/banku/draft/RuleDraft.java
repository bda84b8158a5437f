package io.banku.draft;

import io.banku.record.FieldReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule, as far as names and values say what its records mean.
 *
 * @param head the keys before {@code data}, as {@code when: A}; none of them needs more than a line
 * @param data the properties; empty where there are none
 * @param events of a rule that makes several: each with its own data
 * @param why what is behind it as a comment
 */
record RuleDraft(List<String> head, List<String> data, List<Several> events, String why) {

    /** One event of several. */
    record Several(String event, List<String> data) {}

    static RuleDraft role(Kind kind, String role) {
        return plain(kind, List.of("role: " + role), List.of(), "");
    }

    private static RuleDraft plain(Kind kind, List<String> keys, List<String> data, String why) {
        List<String> head = new ArrayList<>();
        if (!kind.when.isEmpty()) {
            head.add("when: " + plain(kind.when));
        }
        head.addAll(keys);
        return new RuleDraft(head, data, List.of(), joined(kind.why, why));
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
    }

    /** A condition in quotes, where its literal has characters that YAML takes for its own. */
    private static String plain(String condition) {
        return condition.matches("[^,\\[\\]{}#:\"\\\\]*")
                ? condition
                : '"' + condition.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    boolean makesEvents() {
        return head.stream().noneMatch(key -> key.startsWith("role:"));
    }

    static RuleDraft of(Kind kind, Kind header) {
        Meaning meaning = new Meaning(kind, header);
        RuleDraft rule = of(kind, meaning);
        String dates = rule.makesEvents() ? String.join("; ", meaning.unreadDates()) : "";
        return new RuleDraft(rule.head, rule.data, rule.events, joined(rule.why, dates));
    }

    private static RuleDraft of(Kind kind, Meaning meaning) {
        String key = "key: " + meaning.account().orElse(Meaning.TODO);
        if (Words.REMARK.in(kind.hint)) {
            return role(kind, "skip");
        }
        if (meaning.account().isPresent()) {
            Optional<RuleDraft> known = moved(kind, meaning, key).or(() -> described(kind, meaning, key));
            if (known.isPresent()) {
                return known.get();
            }
        }
        long wrong = meaning.amount().map(meaning::firstNotPositive).orElse(0L);
        return plain(
                kind,
                List.of("event: " + Meaning.TODO, key),
                meaning.amount().map(meaning::posting).orElse(List.of()),
                wrong == 0
                        ? "what do these records say? An event, or 'role: skip' in place of event, key and data"
                        : meaning.amount().get().name() + " is not above zero in record " + wrong
                                + ": a rule for each sign? 'when: … and "
                                + meaning.amount().get().name()
                                + " < 0', with '| negate' before '| money'");
    }

    private static Optional<RuleDraft> moved(Kind kind, Meaning meaning, String key) {
        Optional<FieldReader> amount = meaning.amount();
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        List<String> posting = meaning.posting(amount.get());
        long wrong = meaning.firstNotPositive(amount.get());
        boolean isTransfer = Words.TRANSFER.in(kind.hint);
        if (isTransfer
                && wrong == 0
                && meaning.otherAccount().isPresent()
                && meaning.reference().isPresent()) {
            String ends = "transfer: { from: " + meaning.account().orElseThrow() + ", to: "
                    + meaning.otherAccount().get() + ", reference: "
                    + meaning.reference().get() + " }";
            return Optional.of(plain(kind, List.of(ends), posting, ""));
        }
        String event = Words.DEPOSIT.in(kind.hint)
                ? "MoneyDeposited"
                : Words.WITHDRAWAL.in(kind.hint) ? "MoneyWithdrawn" : Meaning.TODO;
        if (event.equals(Meaning.TODO) || isTransfer) {
            return Optional.empty();
        }
        return Optional.of(
                wrong == 0
                        ? plain(kind, List.of("event: " + event, key), posting, "")
                        : plain(
                                kind,
                                List.of("event: " + Meaning.TODO, key),
                                posting,
                                event + " by its name, but " + amount.get().name() + " is not above zero in record "
                                        + wrong + ": a rule for each sign?"));
    }

    private static Optional<RuleDraft> described(Kind kind, Meaning meaning, String key) {
        if (Words.OPENING.in(kind.hint) && meaning.currency().isPresent()) {
            return Optional.of(plain(kind, List.of("event: AccountOpened", key), opened(meaning), ""));
        }
        if (Words.CLOSING.in(kind.hint)) {
            return Optional.of(plain(kind, List.of("event: AccountClosed", key), List.of(), ""));
        }
        if (meaning.balance().isEmpty() || meaning.currency().isEmpty()) {
            return Optional.empty();
        }
        List<Several> events = new ArrayList<>(List.of(new Several("AccountOpened", opened(meaning))));
        List<String> described = new ArrayList<>();
        meaning.holder().ifPresent(holder -> described.add("holder: " + holder + " | trim"));
        meaning.limit().ifPresent(limit -> described.add("limit:  " + meaning.money(limit)));
        meaning.status().ifPresent(status -> described.add("status: " + status));
        if (!described.isEmpty()) {
            events.add(new Several("AccountDescribed", described));
        }
        events.add(new Several(
                "BalanceBroughtForward",
                List.of(
                        "amount: " + meaning.money(meaning.balance().get()),
                        "asOf:   "
                                + meaning.headerDate()
                                        .or(() -> meaning.alwaysDated(Words.DATE))
                                        .orElse(Meaning.TODO))));
        RuleDraft several = plain(kind, List.of(key), List.of(), "");
        return Optional.of(new RuleDraft(
                several.head(), List.of(), events, joined(several.why(), "an account and its balance, by the names")));
    }

    private static List<String> opened(Meaning meaning) {
        List<String> lines =
                new ArrayList<>(List.of("currency: " + meaning.currency().orElseThrow()));
        meaning.holder().ifPresent(holder -> lines.add("holder:   " + holder + " | trim"));
        meaning.dated(Words.OPENING).or(meaning::headerDate).ifPresent(date -> lines.add("openedOn: " + date));
        return lines;
    }
}
