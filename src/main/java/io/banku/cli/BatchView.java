package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A batch as the API answers it, for people. */
record BatchView(JsonNode batch) {
    private static final Set<String> UNDER_WAY = Set.of("staged", "checked", "publishing");
    private static final int SHORT_ID = 12;

    String id() {
        return text("id");
    }

    /** Enough of it for people; the API knows a batch by the beginning of its id. */
    String shortId() {
        return id().substring(0, Math.min(SHORT_ID, id().length()));
    }

    String state() {
        return text("state");
    }

    /** Empty where there is none. */
    String text(String name) {
        return Shown.of(batch.path(name).asText(""));
    }

    String count(String name) {
        return number(batch.path("counts").path(name).asLong());
    }

    boolean isUnderWay() {
        return UNDER_WAY.contains(state());
    }

    /** How often it came into a state. */
    int moves() {
        return batch.path("history").size();
    }

    ExitCode exitCode() {
        if (state().equals("held") || state().equals("refused")) {
            return ExitCode.REFUSED;
        }
        return batch.path("counts").path("rejected").asLong() > 0 ? ExitCode.REJECTS : ExitCode.CLEAN;
    }

    /** {@code daily-transactions TXN.BIN is held (rejects): 123 read = 0 published + 1 rejected + 122 skipped}. */
    String line() {
        String why = why().isEmpty() ? "" : " (" + why() + ")";
        return text("feed") + " " + text("file") + " is " + state() + why + ": " + balance();
    }

    /** Why it does not go on, or not yet: {@code rejects}, {@code after G0043: missing}, {@code after account-master of 2026-11-20: late}. */
    String why() {
        String wish = batch.path("wish").path("action").asText("");
        return wish.isEmpty() ? whyHeld() : whyHeld() + ", " + wish + " waits for approval";
    }

    /** What waits for somebody else, and what to do about it. */
    Optional<String> wish() {
        JsonNode wish = batch.path("wish");
        if (wish.isMissingNode()) {
            return Optional.empty();
        }
        String said = Shown.of(wish.path("action").asText() + " asked for by "
                + wish.path("by").asText() + " at " + wish.path("at").asText() + ": "
                + wish.path("reason").asText());
        return Optional.of(
                wish.has("void")
                        ? said + " (void: " + Shown.of(wish.path("void").asText()) + ")"
                        : said + "; somebody else has to approve: banku batch approve " + shortId() + " --of "
                                + wish.path("action").asText() + " --reason TEXT");
    }

    private String whyHeld() {
        List<String> others = new ArrayList<>();
        batch.path("waitsFor")
                .forEach(each -> others.add(Shown.of("after "
                        + (each.has("number")
                                ? each.path("number").asText()
                                : each.path("feed").asText()
                                        + (each.has("date")
                                                ? " of " + each.path("date").asText()
                                                : ""))
                        + ": "
                        + each.path("state").asText().replace('-', ' '))));
        return others.isEmpty() ? text("heldFor") : String.join(", ", others);
    }

    /** Of a batch that is not in the log, or not all of it, nothing is said to be published that is not. */
    boolean isSealed() {
        return state().equals("sealed");
    }

    /** Records that are in the log; of a sealed batch those that became events. */
    String published() {
        return isSealed() ? count("published") : number(batch.path("published").asLong());
    }

    /** Empty while only some of them are in the log. */
    String events() {
        return isSealed() ? count("events") : batch.path("published").asLong() == 0 ? "0" : "";
    }

    String balance() {
        if (!isSealed()) {
            return count("read") + " read, " + count("published") + " good + " + count("rejected") + " rejected + "
                    + count("skipped") + " skipped; in the log: "
                    + number(batch.path("published").asLong());
        }
        return count("read") + " read, " + count("published") + " published + " + count("rejected") + " rejected + "
                + count("skipped") + " skipped; " + count("events") + " events";
    }

    void print(PrintWriter out) {
        out.println(line());
        out.println("id " + id() + ", SHA-256 " + text("sha256") + ", "
                + number(batch.path("size").asLong()) + " bytes");
        batch.path("findings").forEach(finding -> out.println("  " + finding(finding)));
        wish().ifPresent(out::println);
        section(turnover(), out);
        section(controls(), out);
        section(rejects(), out);
        section(repairs(), out);
        section(oddities(), out);
        section(history(), out);
        JsonNode actions = batch.path("allowedActions");
        actions.forEach(action -> out.println((action == actions.get(0) ? "\n" : "") + "banku batch " + action.asText()
                + " " + shortId() + " --reason TEXT" + despite(action.asText())));
    }

    private String despite(String action) {
        String conflict = batch.path("conflicts").path(0).asText();
        return action.equals("release") && !conflict.isEmpty() ? " --despite " + conflict.substring(0, SHORT_ID) : "";
    }

    static String finding(JsonNode finding) {
        return finding.path("code").asText() + " "
                + Shown.of(finding.path("message").asText())
                + (finding.has("released") ? " (released)" : "");
    }

    /** Controls that do not close although no reject may explain it. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        batch.path("controls").forEach(control -> {
            if (control.path("state").asText().equals("BROKEN")) {
                broken.add(Shown.of(control.path("name").asText() + " is broken: expected "
                        + control.path("expected").asText() + ", found "
                        + control.path("actual").asText() + " (difference "
                        + control.path("difference").asText() + ")"));
            }
        });
        return broken;
    }

    private Table controls() {
        Table table = new Table("CONTROL", "STATE", "EXPECTED", "FOUND", "DIFFERENCE", "DEFINITION");
        batch.path("controls")
                .forEach(row -> table.row(
                        row.path("name").asText(),
                        row.path("state").asText().toLowerCase(Locale.ROOT),
                        row.path("expected").asText(""),
                        row.path("actual").asText(""),
                        row.path("difference").asText(""),
                        row.path("definition").asText()));
        return table;
    }

    /** What its events add up to. */
    private Table turnover() {
        Table table = new Table("CURRENCY", "CREDITS", "DEBITS", "BALANCES");
        batch.path("turnover")
                .forEach(row -> table.row(
                        row.path("currency").asText(),
                        row.path("credits").asText(),
                        row.path("debits").asText(),
                        row.path("balances").asText()));
        return table;
    }

    /** What operators said of its records. */
    private Table repairs() {
        Table table = new Table("RECORD", "IS", "SINCE", "BY", "REASON");
        batch.path("repairs")
                .forEach(row -> table.row(
                        number(row.path("record").asLong()),
                        row.path("status").asText(),
                        row.path("at").asText(),
                        row.path("by").asText(),
                        row.path("reason").asText()));
        return table;
    }

    private Table rejects() {
        return rejects(batch.path("rejects"));
    }

    static Table rejects(JsonNode rejects) {
        Table table = new Table("RECORD", "IN FILE", "CODE", "FIELD", "IN RECORD", "REASON");
        rejects.forEach(row -> table.row(
                number(row.path("record").asLong()),
                number(row.path("fileOffset").asLong()),
                row.path("code").asText(),
                row.path("field").asText(""),
                row.has("fieldOffset") ? number(row.path("fieldOffset").asLong()) : "",
                row.path("reason").asText()));
        return table;
    }

    private Table oddities() {
        Table table = new Table("FIELD", "VALUES", "LEGAL, BUT");
        batch.path("oddities")
                .forEach(row -> table.row(
                        row.path("field").asText(),
                        number(row.path("values").asLong()),
                        row.path("oddity").asText().toLowerCase(Locale.ROOT).replace('_', '-')));
        return table;
    }

    private Table history() {
        Table table = new Table("STATE", "AT", "WHY");
        batch.path("history")
                .forEach(step -> table.row(
                        step.path("state").asText(),
                        step.path("at").asText(),
                        step.path("why").asText("")));
        return table;
    }

    private static void section(Table table, PrintWriter out) {
        if (!table.isEmpty()) {
            out.println();
            table.print(out);
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
