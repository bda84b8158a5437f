package io.banku.draft;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A test of a rule, made of the first of its records: account, currency and amounts; never what is private.
 *
 * @param record as {@code record:} has it
 * @param expect as {@code expect:} has it
 */
record TestDraft(String name, String rule, String record, List<String> expect) {

    /** Empty where the rule is not finished, or the record has no amount of its currency. */
    static Optional<TestDraft> of(String name, Kind kind, RuleDraft rule, Kind header) {
        Meaning meaning = new Meaning(kind, header);
        boolean isFinished = rule.makesEvents()
                && rule.head().stream().noneMatch(key -> key.contains(Meaning.TODO))
                && rule.data().stream().noneMatch(line -> line.contains(Meaning.TODO))
                && rule.events().stream()
                        .flatMap(event -> event.data().stream())
                        .noneMatch(line -> line.contains(Meaning.TODO));
        if (!isFinished || kind.looked().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(name, kind, kind.looked().get(0), rule, meaning));
        } catch (FieldException | ArithmeticException | IllegalArgumentException noExample) {
            return Optional.empty();
        }
    }

    private static TestDraft of(String name, Kind kind, Frame frame, RuleDraft rule, Meaning meaning)
            throws FieldException {
        Given given = new Given(kind, frame);
        String account = given.text(meaning.account().orElseThrow(IllegalArgumentException::new));
        String currency =
                meaning.currency().isPresent() ? given.text(meaning.currency().get()) : null;
        List<String> expect = new ArrayList<>();
        String transfer = key(rule, "transfer: ");
        String event = key(rule, "event: ");
        if (transfer != null) {
            expect.add("transfer: { from: " + quoted(account) + ", to: "
                    + quoted(given.text(meaning.otherAccount().orElseThrow())) + ", reference: "
                    + quoted(given.text(meaning.reference().orElseThrow())) + " }");
            expect.add("data:     { amount: " + given.amount(meaning.amount().orElseThrow(), currency) + ", currency: "
                    + currency + " }");
        } else if (event != null) {
            boolean isPosting = event.startsWith("Money");
            expect.add("event: " + event);
            expect.add("key:   " + quoted(account));
            if (isPosting) {
                expect.add("data:  { amount: " + given.amount(meaning.amount().orElseThrow(), currency) + ", currency: "
                        + currency + " }");
            } else if (event.equals("AccountOpened")) {
                expect.add("data:  { currency: " + currency + " }");
            }
        } else {
            expect.add("events:");
            for (RuleDraft.Several each : rule.events()) {
                String data = each.event().equals("BalanceBroughtForward")
                        ? ", data: { amount: " + given.amount(meaning.balance().orElseThrow(), currency) + " }"
                        : "";
                expect.add("  - { event: " + each.event() + ", key: " + quoted(account) + data + " }");
            }
            if (meaning.status().isPresent()) {
                given.text(meaning.status().get().split(" ")[0]);
            }
        }
        String what = event != null ? event : transfer != null ? "both legs" : "its events";
        return new TestDraft("a record of '" + name + "' becomes " + what, name, given.record(), expect);
    }

    private static String key(RuleDraft rule, String key) {
        return rule.head().stream()
                .filter(each -> each.startsWith(key))
                .map(each -> each.substring(key.length()))
                .findFirst()
                .orElse(null);
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9-]*")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** What of a record is written into the test: all that is asked for. */
    private static final class Given {
        private final Kind kind;
        private final Frame frame;
        private final List<String> values = new ArrayList<>();

        private Given(Kind kind, Frame frame) {
            this.kind = kind;
            this.frame = frame;
        }

        private FieldReader field(String name) {
            return kind.fields().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }

        private String text(String name) throws FieldException {
            String text = field(name).text(frame).strip();
            add(name, quoted(text));
            return text;
        }

        /** In the decimals of its currency. */
        private String amount(FieldReader field, String currency) throws FieldException {
            BigDecimal value = field.decimal(frame);
            add(field.name(), value.toPlainString());
            if (currency == null) {
                throw new IllegalArgumentException("no currency");
            }
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            return value.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        }

        private void add(String name, String value) {
            String line = name + ": " + value;
            if (!values.contains(line)) {
                values.add(line);
            }
        }

        private String record() {
            return "{ " + String.join(", ", values) + " }";
        }
    }
}
