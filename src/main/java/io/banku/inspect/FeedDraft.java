package io.banku.inspect;

import java.util.Locale;
import java.util.stream.Collectors;

/** A feed.yaml to start from: what was found stands in it, and what nobody can know from bytes is a TODO. */
final class FeedDraft {
    private FeedDraft() {}

    /** Empty where there is no framing to start from. */
    static String of(Report report) {
        if (report.best().isEmpty() || report.damage().isPresent()) {
            return "";
        }
        Candidate best = report.best().get(0);
        StringBuilder yaml = new StringBuilder();
        yaml.append("feed: ").append(name(report)).append("          # the folder's name\n");
        yaml.append("input:\n");
        yaml.append("  files:    ").append(pattern(report.name())).append('\n');
        yaml.append("  copybook: TODO.cpy\n");
        yaml.append("  encoding: ")
                .append(
                        report.encoding().names().isEmpty()
                                ? "TODO"
                                : report.encoding().names().get(0))
                .append(
                        report.encoding().names().size() > 1
                                ? "   # or "
                                        + Told.either(report.encoding()
                                                .names()
                                                .subList(
                                                        1,
                                                        Math.min(
                                                                5,
                                                                report.encoding()
                                                                        .names()
                                                                        .size())))
                                : "")
                .append('\n');
        yaml.append("  framing:  ").append(best.form());
        if (report.best().size() > 1) {
            yaml.append("   # or ")
                    .append(report.best().subList(1, report.best().size()).stream()
                            .map(each -> each.form().toString())
                            .collect(Collectors.joining(" or ")));
        }
        yaml.append("\nrecords:\n");
        report.types()
                .ifPresentOrElse(types -> rules(types, yaml), () -> yaml.append("  all: { event: TODO, key: TODO }\n"));
        return yaml.toString();
    }

    private static void rules(RecordTypes types, StringBuilder yaml) {
        String field = "TODO-TYPE";
        types.counts().forEach((type, count) -> {
            String role = types.hasHeader() && type.equals(types.first())
                    ? "role: header"
                    : types.hasTrailer() && type.equals(types.last()) ? "role: trailer" : "event: TODO, key: TODO";
            yaml.append(String.format(
                    Locale.ROOT,
                    "  type-%s: { when: %s = '%s', %s }%n",
                    type.toLowerCase(Locale.ROOT),
                    field,
                    type,
                    role));
        });
    }

    private static String name(Report report) {
        String name = report.name()
                .replaceAll("[0-9]+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "todo" : name;
    }

    /** {@code TXN.D261120.BIN} becomes {@code TXN.D{date:yyMMdd}.BIN}. */
    private static String pattern(String name) {
        String dated = name.replaceFirst("(?<![0-9])(2[0-9])(0[1-9]|1[0-2])([0-3][0-9])(?![0-9])", "{date:yyMMdd}");
        dated = dated.equals(name)
                ? name.replaceFirst("(?<![0-9])(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![0-9])", "{date:yyyyMMdd}")
                : dated;
        return dated.equals(name) ? name.replaceFirst("[0-9]+", "{sequence}") : dated;
    }
}
