package io.banku.bench.pairs;

import java.util.List;
import java.util.Locale;

/**
 * A picture of figures beside what is wanted, as SVG that needs nothing else: a bar for each, all on the scale of what each must
 * be, with the spread of its rounds. Readable on light and on dark ground.
 */
record Chart(String title, List<Measured> measured) {
    private static final int WIDTH = 860;
    private static final int LEFT = 20;
    private static final int PLOT = 660;
    private static final int TOP = 64;
    private static final int ROW = 46;
    private static final int BAR = 14;
    /** So many times what must be is at the right end; longer bars end there, and their number tells. */
    private static final double MOST = 2.5;

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328; }
              .title { font-size: 16px; font-weight: 600; }
              .small { font-size: 11px; fill: #59636e; }
              .met { fill: #2f81f7; } .missed { fill: #bc6c25; }
              .must { stroke: #1f2328; stroke-width: 2; } .aim { stroke: #1f2328; stroke-width: 1; stroke-dasharray: 3 3; }
              .spread { stroke: #59636e; stroke-width: 2; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; } .small { fill: #9198a1; }
                .must, .aim { stroke: #e6edf3; } .spread { stroke: #c9d1d9; }
              }
            </style>
            """;

    String svg() {
        int height = TOP + ROW * measured.size() + 12;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                height,
                escaped(title)));
        svg.append(STYLE);
        text(svg, LEFT, 24, "title", title);
        text(
                svg,
                LEFT,
                44,
                "small",
                "solid line: must; dashed: aim; thin line on a bar: least to most; orange: missed");
        for (int i = 0; i < measured.size(); i++) {
            row(svg, measured.get(i), TOP + i * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Measured one, int top) {
        Goal goal = one.goal();
        int bar = top + 18;
        int middle = bar + BAR / 2;
        text(svg, LEFT, top + 12, "name", goal.what());
        double end = place(one.median(), goal);
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
                one.verdict().equals("missed") ? "missed" : "met",
                LEFT,
                bar,
                Math.max(1, end - LEFT),
                BAR));
        line(svg, "spread", place(one.least(), goal), middle, place(one.most(), goal), middle);
        line(svg, "must", place(goal.must(), goal), bar - 3, place(goal.must(), goal), bar + BAR + 3);
        line(svg, "aim", place(goal.aim(), goal), bar - 3, place(goal.aim(), goal), bar + BAR + 3);
        text(
                svg,
                LEFT + PLOT + 12,
                bar + BAR - 3,
                "value",
                String.format(
                        Locale.ROOT, "%.2f (%s)", one.median(), goal.wanted().replace(" | ", ", ")));
    }

    private static double place(double value, Goal goal) {
        return LEFT + PLOT * Math.min(MOST, value / goal.must()) / MOST;
    }

    private static void line(StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, int x, int y, String kind, String what) {
        svg.append(String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n", kind, x, y, escaped(what)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
