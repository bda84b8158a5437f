package io.banku.draft;

import io.banku.feed.FeedSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A draft as YAML that people like to read: keys in columns, evidence behind them as comments. */
final class DraftText {
    private static final Set<String> FRAME = Set.of("header", "trailer");
    private static final String SHARED = "posting";
    private static final int WIDTH = 120;
    private static final int MOST_NAMES = 4;

    private final Draft draft;
    private final StringBuilder text = new StringBuilder();
    private final List<String> shared;

    DraftText(Draft draft, String name) {
        this.draft = draft;
        this.shared = shared(draft);
        line(FeedSchema.LINE);
        comment(
                "",
                "Drafted from " + draft.copybook() + " and "
                        + draft.files().name().name() + ", "
                        + String.format(Locale.ROOT, "%,d", draft.records())
                        + " records. What nobody can know from them is a TODO: 'banku feed check' names each.");
        draft.doubts().forEach(each -> comment("", "Mind: " + each));
        line("feed: " + name);
        input();
        parts();
        records();
        controls();
        terms();
        tests();
    }

    String text() {
        return text.toString();
    }

    private void input() {
        line("");
        line("input:");
        because("  files:    " + draft.files().pattern(), draft.files().why());
        line("  copybook: " + plain(draft.copybook()));
        List<String> names = draft.report().encoding().names();
        List<String> others = names.subList(Math.min(1, names.size()), Math.min(MOST_NAMES, names.size()));
        because(
                "  encoding: " + draft.report().encodingName(),
                others.isEmpty()
                        ? ""
                        : "or " + String.join(", ", others) + ": nothing in the sample's texts tells them apart");
        line("  framing:  " + draft.framing());
        if (draft.rules().values().stream().anyMatch(DraftText::asksForAZone)) {
            because("  timezone: TODO", "of the mainframe's clocks, for bookedAt: Europe/Vienna, UTC, +01:00");
        }
    }

    private static boolean asksForAZone(RuleDraft rule) {
        return rule.data().stream().anyMatch(line -> line.contains("| datetime"));
    }

    /** Of several rules with the same data it stands once. */
    private static List<String> shared(Draft draft) {
        Map<List<String>, Integer> times = new HashMap<>();
        draft.rules().values().forEach(rule -> times.merge(rule.data(), 1, Integer::sum));
        return times.entrySet().stream()
                .filter(each -> each.getValue() > 1 && each.getKey().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(List.of());
    }

    private void parts() {
        if (!shared.isEmpty()) {
            line("");
            line("shared:");
            line("  " + SHARED + ":");
            shared.forEach(each -> line("    " + each));
        }
    }

    private void records() {
        line("");
        because("records:", draft.rules().size() > 1 ? "the first that matches a record wins" : "");
        int width =
                draft.rules().keySet().stream().mapToInt(String::length).max().orElse(0) + 1;
        draft.rules().forEach((name, rule) -> rule(name, rule, width));
        if (!draft.unseen().isEmpty()) {
            comment(
                    "  ",
                    "In the copybook only, no record of the sample is one, and such a record would be a reject: "
                            + String.join(", ", draft.unseen()));
        }
    }

    private void rule(String name, RuleDraft rule, int width) {
        List<String> keys = new ArrayList<>(rule.head());
        boolean isShared = !shared.isEmpty() && rule.data().equals(shared);
        if (isShared) {
            keys.add("data: " + SHARED);
        }
        String one = "  " + String.format(Locale.ROOT, "%-" + width + "s", name + ":") + " { " + String.join(", ", keys)
                + " }";
        boolean isOneLine = rule.why().isEmpty()
                && rule.events().isEmpty()
                && (isShared || rule.data().isEmpty());
        if (isOneLine && one.length() <= WIDTH) {
            line(one);
            return;
        }
        because("  " + name + ":", rule.why());
        keys.forEach(key -> line("    " + key));
        if (!isShared && !rule.data().isEmpty()) {
            line("    data:");
            rule.data().forEach(each -> line("      " + each));
        }
        if (!rule.events().isEmpty()) {
            line("    events:");
        }
        for (RuleDraft.Several event : rule.events()) {
            line("      - event: " + event.event());
            line("        data:");
            event.data().forEach(each -> line("          " + each));
        }
    }

    private void controls() {
        if (draft.controls().isEmpty() && draft.unexplained().isEmpty()) {
            line("");
            boolean isFramed = draft.rules().keySet().stream().anyMatch(FRAME::contains);
            comment(
                    "",
                    (isFramed
                                    ? "No number of the header and the trailer is equal to a count or a sum of the sample, so no"
                                            + " controls:"
                                    : "No header or trailer, so no controls:")
                            + " a file that was cut off between two records looks whole. Let the"
                            + " writer say when it is complete: 'ready: rename' or 'done-file' under input.");
            return;
        }
        if (!draft.controls().isEmpty()) {
            line("");
            because("controls:", "what the sample's header and trailer agree with");
            int names = width(draft, Controls.Equation::name) + 1;
            int lefts = width(draft, Controls.Equation::left);
            int rights = width(draft, Controls.Equation::right);
            String form = "  %-" + names + "s %-" + lefts + "s = %-" + rights + "s";
            draft.controls()
                    .forEach(each -> because(
                            String.format(Locale.ROOT, form, each.name() + ":", each.left(), each.right()),
                            each.why()));
        }
        draft.unexplained().forEach(each -> comment("  ", each));
    }

    private static int width(Draft draft, Function<Controls.Equation, String> part) {
        return draft.controls().stream()
                .mapToInt(each -> part.apply(each).length())
                .max()
                .orElse(0);
    }

    private void terms() {
        line("");
        because("release: when-balanced", "nothing is published unless every control closes");
        because("rejects: { tolerate: 0 }", "nor with a single reject");
        if (!draft.hidden().isEmpty()) {
            because(
                    "private: [" + String.join(", ", draft.hidden()) + "]",
                    "by their names: no log, listing or error shows their values, unless --unmask");
        }
    }

    /** As YAML reads it as the same text. */
    private static String plain(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z][A-Za-z0-9._-]*")
                ? name
                : "'" + name.replace("'", "''") + "'";
    }

    private void tests() {
        if (draft.tests().isEmpty()) {
            return;
        }
        line("");
        because("tests:", "the first record of each rule; what is not named is zero or blank. Run by: banku feed test");
        for (TestDraft test : draft.tests()) {
            line("  - name:   " + test.name());
            line("    rule:   " + test.rule());
            line("    record: " + test.record());
            line("    expect:");
            test.expect().forEach(each -> line("      " + each));
        }
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /** Behind it where there is room, else above. */
    private void because(String line, String why) {
        if (why.isEmpty()) {
            line(line);
        } else if (line.length() + why.length() + 3 <= WIDTH) {
            line(line + "   # " + why);
        } else {
            comment(line.replaceAll("\\S.*", ""), why);
            line(line);
        }
    }

    private void comment(String indent, String told) {
        StringBuilder line = new StringBuilder(indent + "#");
        for (String word : told.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(indent + "#");
            }
            line.append(' ').append(word);
        }
        line(line.toString());
    }
}
