package io.banku.inspect;

import java.util.List;
import java.util.Optional;

/**
 * All that is told of one file. Immutable.
 *
 * @param fit how the copybook fits; empty without one, and where single records are asked for
 * @param misfits what a feed says of its files and is not so in this one
 * @param records those that are shown
 */
public record Findings(Report report, Optional<CopybookFit> fit, List<String> misfits, List<RecordSight> records) {

    /** Whether a copybook is there, and something does not fit it. */
    public boolean hasMisfits() {
        return fit.filter(each -> !each.fits()).isPresent()
                || !misfits.isEmpty()
                || records.stream().anyMatch(each -> !each.fields().isEmpty() && !each.isLegal());
    }

    /** For a person. */
    public String text(Paint paint) {
        StringBuilder text = new StringBuilder();
        boolean isBare = fit.isEmpty() && misfits.isEmpty() && records.isEmpty();
        text.append(isBare ? report.text() : report.summary());
        misfits.forEach(each -> text.append(ReportText.lines("feed", each)));
        fit.ifPresent(each -> text.append(each.text()));
        records.forEach(each -> text.append('\n').append(RecordText.of(each, paint)));
        return text.toString();
    }

    /** For a browser, and to be sent on: one page with all in it. */
    public String html() {
        return FindingsPage.of(this);
    }

    /** For programs: one JSON object. */
    public String json() {
        return FindingsJson.of(this);
    }
}
