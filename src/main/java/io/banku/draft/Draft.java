package io.banku.draft;

import io.banku.copybook.Layout;
import io.banku.inspect.CopybookFit;
import io.banku.inspect.PrivateNames;
import io.banku.inspect.Report;
import io.banku.inspect.Watch;
import io.banku.inspect.Way;
import io.banku.record.CodePage;
import io.banku.record.FieldReader;
import io.banku.record.Framing;
import io.banku.record.RecordDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first definition of a feed: what a copybook and a sample say of it, with the evidence. Immutable.
 *
 * @param framing as {@code framing:} has it
 * @param rules by the names of the rules; a kind that is in the copybook only is among {@code unseen}
 * @param doubts what speaks against the copybook, though its fields are legal
 * @param unexplained numbers of header and trailer that are equal to nothing
 */
public record Draft(
        String copybook,
        Report report,
        String framing,
        long records,
        FilesDraft files,
        Map<String, RuleDraft> rules,
        List<String> unseen,
        List<Controls.Equation> controls,
        List<String> unexplained,
        Set<String> hidden,
        List<TestDraft> tests,
        List<String> doubts) {
    private static final double MOST = 0.9;

    /**
     * @param found of the sample
     * @throws DraftException when the copybook does not fit the file, or nothing tells its records apart
     * @throws IOException when the file cannot be read
     */
    public static Draft of(Path sample, Report found, Layout layout) throws IOException {
        CopybookFit fit = fit(sample, found, layout);
        String framing = fit.framing();
        Report report = found.by(Way.of(layout, framing, found.encodingName(), Way.Values.SHOWN));
        CodePage page = CodePage.of(report.encodingName());
        RecordDecoder decoder = RecordDecoder.of(layout, page);
        Records records = new Records(sample, Framing.of(framing, layout, page));
        int typeAt = report.types().map(types -> types.at()).orElse(-1);
        String whole = layout.roots().size() == 1 ? layout.roots().get(0).name() : "";
        List<Kind> all = Kinds.of(layout, decoder, records, typeAt, whole);
        all.forEach(kind -> kind.describedBy(Description.of(layout, decoder, kind)));
        List<Kind> seen = all.stream().filter(kind -> kind.count() > 0).toList();
        FilesDraft files = FilesDraft.of(sample.getFileName().toString());
        Totals totals = Totals.of(seen, records);
        Kind header =
                seen.stream().filter(kind -> isHeader(kind, seen)).findFirst().orElse(null);
        Kind trailer = seen.stream()
                .filter(kind -> kind != header && isTrailer(kind, seen, totals.records()))
                .findFirst()
                .orElse(null);
        Map<Kind, String> names = Kinds.named(seen);
        Map<String, RuleDraft> rules = new LinkedHashMap<>();
        List<Kind> details = new ArrayList<>();
        List<Kind> makers = new ArrayList<>();
        List<TestDraft> tests = new ArrayList<>();
        for (Kind kind : seen) {
            RuleDraft rule = kind == header
                    ? RuleDraft.role(kind, "header")
                    : kind == trailer ? RuleDraft.role(kind, "trailer") : RuleDraft.of(kind, header);
            rules.put(kind == header ? "header" : kind == trailer ? "trailer" : names.get(kind), rule);
            TestDraft.of(names.get(kind), kind, rule, header).ifPresent(tests::add);
            if (kind != header && kind != trailer) {
                details.add(kind);
            }
            if (rule.makesEvents()) {
                makers.add(kind);
            }
        }
        Controls controls = new Controls(names, details, makers, totals, files.name());
        Optional.ofNullable(trailer).ifPresent(kind -> controls.lookAt("trailer", kind));
        Optional.ofNullable(header).ifPresent(kind -> controls.lookAt("header", kind));
        List<String> unseen = all.stream()
                .filter(kind -> kind.count() == 0)
                .map(kind -> kind.when)
                .toList();
        return new Draft(
                Path.of(layout.files().get(0)).getFileName().toString(),
                report,
                framing,
                totals.records(),
                files,
                rules,
                unseen,
                controls.lines(),
                controls.unexplained(),
                hidden(makers),
                tests,
                fit.doubts());
    }

    /** A single first record that differs from all others is a header, unless its name says that it is something else. */
    private static boolean isHeader(Kind kind, List<Kind> all) {
        return all.size() > 1 && kind.isFirst() && (Words.HEADER.in(kind.hint) || saysNothing(kind));
    }

    private static boolean isTrailer(Kind kind, List<Kind> all, long records) {
        return all.size() > 1 && kind.isLast(records) && (Words.TRAILER.in(kind.hint) || saysNothing(kind));
    }

    private static boolean saysNothing(Kind kind) {
        return List.of(Words.OPENING, Words.CLOSING, Words.DEPOSIT, Words.WITHDRAWAL, Words.TRANSFER, Words.REMARK)
                .stream()
                .noneMatch(words -> words.in(kind.hint));
    }

    private static Set<String> hidden(List<Kind> makers) {
        Set<String> hidden = new LinkedHashSet<>();
        for (Kind kind : makers) {
            kind.fields().stream()
                    .filter(field -> !field.isNumeric())
                    .map(FieldReader::name)
                    .filter(name -> PrivateNames.isOne(name) || Words.TEXT.in(name))
                    .forEach(hidden::add);
        }
        return hidden;
    }

    /** By the first framing by which the copybook explains the file. */
    private static CopybookFit fit(Path sample, Report report, Layout layout) throws IOException {
        if (report.outcome() == Report.Outcome.SPOILED || report.outcome() == Report.Outcome.PACKED) {
            throw new DraftException("expected a file that came well, found one that 'banku inspect' complains of:\n"
                    + report.summary());
        }
        Set<String> candidates = new LinkedHashSet<>();
        report.framing(layout).ifPresent(found -> candidates.add(plain(found, layout)));
        if (report.outcome() != Report.Outcome.ONE) {
            candidates.addAll(List.of("fixed", "lines", "rdw", "bdw"));
        }
        List<String> faults = new ArrayList<>();
        for (String each : candidates) {
            Way way = Way.of(layout, each, report.encodingName(), Way.Values.MASKED);
            CopybookFit fit = CopybookFit.of(sample, way, Long.MAX_VALUE, CopybookFit.Search.NONE, Watch.NONE);
            if (fit.explains(MOST)) {
                return fit;
            }
            faults.add(each + " (" + fit.fault() + ")");
        }
        throw new DraftException("expected a copybook that explains the file, found one that does not by framing "
                + String.join(", ", faults)
                + ": 'banku inspect FILE --copybook CPY' says where, and what would make it fit");
    }

    /** Without what says what would hold anyway. */
    private static String plain(String framing, Layout layout) {
        return framing.equals("{fixed: {length: " + layout.length() + "}}")
                ? "fixed"
                : framing.equals("{lines: {end: lf}}") ? "lines" : framing;
    }

    /** As {@code feed.yaml}, for a folder of that name. */
    public String yaml(String name) {
        return new DraftText(this, name).text();
    }

    /** How many places are left to decide. */
    public long todos(String yaml) {
        return yaml.lines()
                .filter(line -> line.replaceFirst("(^| )#.*", "").matches(".*\\b" + Meaning.TODO + "\\b.*"))
                .count();
    }
}
