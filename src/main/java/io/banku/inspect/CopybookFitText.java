package io.banku.inspect;

import io.banku.copybook.Elementary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a copybook fits, as lines for a person. */
final class CopybookFitText {
    private static final int MOST_PROPOSALS = 3;
    private static final int MOST_OF_VALUE = 20;
    private static final double AS_GOOD = 0.5;

    private CopybookFitText() {}

    static String of(CopybookFit fit) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "copybook    %s, records of up to %,d bytes, read with framing: %s%n",
                Path.of(fit.layout().name()).getFileName(),
                fit.layout().length(),
                fit.framing()));
        fit.doubts().forEach(each -> text.append(ReportText.lines("", each)));
        text.append(String.format(
                Locale.ROOT, "            it fits %,d of the %,d records looked at%n", fit.legal(), fit.looked()));
        if (fit.looked() == 0) {
            return text.toString();
        }
        if (fit.rules() != null) {
            text.append(ReportText.lines("rules", rules(fit)));
        }
        fields(fit, text);
        proposals(fit, text);
        return text.toString();
    }

    private static String rules(CopybookFit fit) {
        return fit.rules().entrySet().stream()
                .map(each -> each.getKey() + " (" + Told.number(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static void fields(CopybookFit fit, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT, "%n%6s  %-24s %-28s %15s  %s%n", "byte", "field", "type", "legal", "values"));
        for (FieldCount each : fit.fields()) {
            Elementary item = (Elementary) each.field().reader().item();
            text.append(String.format(
                    Locale.ROOT,
                    "%6d  %-24s %-28s %15s  %s%n",
                    each.field().reader().offset(),
                    each.field().reader().name(),
                    item.description(),
                    String.format(Locale.ROOT, "%,d of %,d", each.legal(), each.records()),
                    told(each)));
        }
    }

    static String told(FieldCount count) {
        return count.firstBad() > 0 ? "first bad in record " + count.firstBad() + "; " + values(count) : values(count);
    }

    private static String values(FieldCount count) {
        if (count.isMasked()) {
            return "not shown: --unmask";
        }
        List<String> commonest = count.commonest().stream()
                .map(each -> shown(each.getKey()) + " (" + each.getValue() + ")")
                .toList();
        if (count.least().equals(count.greatest())) {
            return commonest.isEmpty() ? shown(count.least()) : String.join(", ", commonest);
        }
        String range = shown(count.least()) + " to " + shown(count.greatest());
        return commonest.isEmpty() ? range : range + "; " + String.join(", ", commonest);
    }

    private static String shown(String value) {
        String text = value.isEmpty() ? "blank" : value;
        return text.length() > MOST_OF_VALUE ? text.substring(0, MOST_OF_VALUE) + "…" : text;
    }

    private static void proposals(CopybookFit fit, StringBuilder text) {
        if (fit.fits()) {
            text.append(String.format("%nThe copybook fits every record that was looked at.%n"));
            return;
        }
        if (fit.proposals().isEmpty()) {
            text.append(String.format("%nNo small change of the copybook makes more records fit.%n"));
            return;
        }
        Proposal best = fit.proposals().get(0);
        List<Proposal> told = fit.proposals().stream()
                .filter(each -> 2 * each.legal() >= best.legal())
                .limit(MOST_PROPOSALS)
                .toList();
        text.append(String.format(
                "%nWhy it does not fit: every small change of it was tried, and these make most records fit.%n"));
        for (Proposal each : told) {
            text.append(
                    String.format(Locale.ROOT, "  %,d of %,d fit if %s%n", each.legal(), fit.looked(), each.told()));
        }
        long asGood = told.stream()
                .filter(each -> each.legal() == best.legal() && best.gain() - each.gain() < AS_GOOD)
                .count();
        if (asGood > 1) {
            text.append("The bytes do not decide between ")
                    .append(asGood == told.size() ? "these" : "the first " + asGood)
                    .append(": ask who wrote the copybook.\n");
        }
    }
}
