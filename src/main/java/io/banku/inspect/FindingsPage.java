package io.banku.inspect;

import io.banku.copybook.Elementary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** All that is told of a file as one page without anything from elsewhere: no scripts, no fonts, no pictures. */
final class FindingsPage {
    private static final int MOST_PROPOSALS = 3;

    private final Findings findings;
    private final Html page = new Html();

    private FindingsPage(Findings findings) {
        this.findings = findings;
    }

    static String of(Findings findings) {
        return new FindingsPage(findings).page();
    }

    private String page() {
        Report report = findings.report();
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", report.name() + ": what it is")
                .raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n")
                .element("h1", report.name())
                .raw("\n<dl>\n");
        for (ReportText.Line line : ReportText.told(report)) {
            item(line.name(), line.told());
        }
        report.types().ifPresent(types -> item("records", types.told()));
        findings.misfits().forEach(each -> item("feed", each));
        page.raw("</dl>\n");
        findings.fit().ifPresent(this::fit);
        records();
        return page.raw("</body>\n</html>\n").toString();
    }

    private void item(String name, String told) {
        page.element("dt", name).element("dd", told).raw("\n");
    }

    private void fit(CopybookFit fit) {
        page.element("h2", "Copybook")
                .element(
                        "p",
                        "It fits " + Told.number(fit.legal()) + " of the " + Told.counted(fit.looked(), "record")
                                + " looked at, read with framing: " + fit.framing() + ".")
                .raw("\n");
        fit.doubts().forEach(each -> page.element("p", each).raw("\n"));
        if (!fit.fits() && !fit.proposals().isEmpty()) {
            page.element("p", "Small changes that make most records fit:").raw("\n<ul>\n");
            for (Proposal each : fit.proposals()
                    .subList(0, Math.min(MOST_PROPOSALS, fit.proposals().size()))) {
                page.element("li", Told.number(each.legal()) + " fit if " + each.told())
                        .raw("\n");
            }
            page.raw("</ul>\n");
        }
        page.raw("<table>\n").row("th", "byte", "field", "type", "legal", "values");
        for (FieldCount each : fit.fields()) {
            page.row(
                    "td",
                    String.valueOf(each.field().reader().offset()),
                    each.field().reader().name(),
                    ((Elementary) each.field().reader().item()).description(),
                    Told.number(each.legal()) + " of " + Told.number(each.records()),
                    CopybookFitText.told(each));
        }
        page.raw("</table>\n");
    }

    private void records() {
        List<RecordSight> records = findings.records();
        if (records.isEmpty()) {
            return;
        }
        page.element("h2", "Records").raw("\n");
        boolean isMasked = records.stream().anyMatch(RecordSight::isMasked);
        if (isMasked) {
            page.element("p class=\"note\"", "Private values are not shown: " + RecordSight.MASK + " stands for them.")
                    .raw("\n");
        }
        records.forEach(each -> RecordHtml.write(each, page));
    }

    private static String style() {
        try (InputStream css = Optional.ofNullable(FindingsPage.class.getResourceAsStream("page.css"))
                .orElseThrow(() -> new IllegalStateException("expected page.css in the program, found none"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
