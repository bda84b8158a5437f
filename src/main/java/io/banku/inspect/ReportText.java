package io.banku.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as lines for a person. */
final class ReportText {
    private static final int WIDTH = 112;
    private static final int INDENT = 12;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private ReportText(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        ReportText lines = new ReportText(report);
        lines.text();
        return report.outcome() == Report.Outcome.PACKED ? lines.text.toString() : lines.whole();
    }

    static String summary(Report report) {
        return new ReportText(report).text();
    }

    /** One thing with its name before it, in lines. */
    static String lines(String name, String told) {
        ReportText lines = new ReportText(null);
        lines.line(name, told);
        return lines.text.toString();
    }

    private String text() {
        told(report).forEach(each -> line(each.name(), each.told()));
        return text.toString();
    }

    /** What is told under one name; under none where it belongs to the line before. */
    record Line(String name, String told) {}

    /** What the file is, without what comes of it. */
    static List<Line> told(Report report) {
        if (report.outcome() == Report.Outcome.PACKED) {
            return List.of(new Line("file", report.name()), new Line("packed in", report.packing()));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("file", report.name() + length(report.content())));
        if (!report.packing().isEmpty()) {
            lines.add(new Line("packed in", report.packing()));
        }
        report.damage()
                .ifPresent(damage -> lines.add(new Line(
                        "transfer",
                        grade(damage.grade()) + damage.told() + ". "
                                + Damage.ADVICE.substring(0, 1).toUpperCase(Locale.ROOT)
                                + Damage.ADVICE.substring(1))));
        if (report.content().isSample()) {
            lines.add(new Line("sample", sample(report.content())));
        }
        lines.add(new Line("encoding", report.encoding().told()));
        for (Candidate each : report.best()) {
            String of = report.damage().isPresent() ? "of the file as it was before, " : "";
            lines.add(new Line("framing", of + grade(each.grade()) + each.form() + ": " + each.told()));
        }
        for (LengthField each : report.lengthFields()) {
            lines.add(new Line("framing", "likely: " + each.told()));
        }
        if (report.best().isEmpty() && report.lengthFields().isEmpty()) {
            lines.add(new Line("framing", report.nothing()));
        } else if (report.best().size() + report.lengthFields().size() > 1) {
            lines.add(new Line("", "These are equally good: nothing in the file decides between them."));
        }
        return lines;
    }

    private static String length(Content content) {
        return content.length() == Content.UNKNOWN ? "" : ", " + Told.counted(content.length(), "byte");
    }

    private static String sample(Content content) {
        return "all that follows was found " + Told.sample(content)
                + ". How the file ends was not looked at: whether its last record is whole, a trailer, bytes behind it;"
                + " so nothing is certain of its records";
    }

    private String whole() {
        report.types().ifPresent(types -> line("records", types.told()));
        String draft = FeedDraft.of(report);
        if (!draft.isEmpty()) {
            text.append("\nA feed.yaml to start from:\n\n").append(draft);
        }
        return text.toString();
    }

    private static String grade(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT) + ": ";
    }

    private void line(String name, String told) {
        String head = name;
        for (String part : wrapped(told)) {
            text.append(String.format(Locale.ROOT, "%-" + INDENT + "s%s%n", head, part));
            head = "";
        }
    }

    private static List<String> wrapped(String told) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : told.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - INDENT) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
