package io.banku.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.DataItem;
import io.banku.copybook.Depending;
import io.banku.copybook.Elementary;
import io.banku.copybook.Extent;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.copybook.Sign;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku layout}: where the items of a copybook lie, or all that is wrong with it. */
@Command(
        name = "layout",
        description =
                "List the items of a copybook: level, name, PICTURE, usage, offset, length and occurrences. Ends with 8"
                        + " when the copybook is refused, with all its faults.",
        footer = "%nExample: banku layout DAILYTXN.cpy --copy-path copybooks")
final class LayoutCommand implements Callable<ExitCode> {
    private static final JsonFactory JSON = new JsonFactory();

    @Parameters(paramLabel = "COPYBOOK", description = "The copybook.")
    private Path copybook;

    @Option(names = "--json", description = "One JSON object per item and line.")
    private boolean json;

    @Mixin
    private CopybookOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        Layout layout = options.read(copybook);
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table("LEVEL", "NAME", "PICTURE", "USAGE", "OFFSET", "LENGTH", "OCCURS");
        for (DataItem root : layout.roots()) {
            show(root, "", table, out);
        }
        for (DataItem item : layout.renames()) {
            show(item, "", table, out);
        }
        if (!json) {
            table.print(out);
        }
        return ExitCode.CLEAN;
    }

    private void show(DataItem item, String indent, Table table, PrintWriter out) throws IOException {
        if (json) {
            out.println(object(item));
        } else {
            table.row(
                    "%02d".formatted(item.declaration().level()),
                    indent + item.name() + (item.redefines() == null ? "" : " REDEFINES " + item.redefines()),
                    item instanceof Elementary field ? field.picture().text() : "",
                    item instanceof Elementary field ? usage(field) : "",
                    item.start().toString(),
                    item.size().toString(),
                    occurs(item));
        }
        if (item instanceof Group group) {
            for (DataItem each : group.items()) {
                show(each, indent + "  ", table, out);
            }
        }
    }

    private static String usage(Elementary field) {
        boolean isUsual = field.sign() == Sign.NONE || field.sign() == Sign.TRAILING;
        return field.usage() + (isUsual ? "" : " SIGN " + field.sign().name().replace('_', ' '));
    }

    private static String occurs(DataItem item) {
        Depending depending = item.depending();
        if (depending != null) {
            return depending.least() + " to " + depending.most() + " by "
                    + depending.count().name();
        }
        return item.isTable() ? Integer.toString(item.occurrences()) : "";
    }

    /** Where offset or length depend on counts, a text tells how; the number is that of full tables. */
    private static String object(DataItem item) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("level", item.declaration().level());
            out.writeStringField("name", item.name());
            if (item instanceof Elementary field) {
                out.writeStringField("picture", field.picture().text());
                out.writeStringField("usage", usage(field));
            }
            bytes("offset", item.start(), out);
            bytes("length", item.size(), out);
            if (item.isTable()) {
                out.writeNumberField("occurs", item.occurrences());
            }
            if (item.depending() != null) {
                out.writeNumberField("occursAtLeast", item.depending().least());
                out.writeStringField("dependingOn", item.depending().count().name());
            }
            if (item.redefines() != null) {
                out.writeStringField("redefines", item.redefines());
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void bytes(String name, Extent extent, JsonGenerator out) throws IOException {
        out.writeNumberField(name, extent.largest());
        if (!extent.isFixed()) {
            out.writeStringField(name + "ByCounts", extent.toString());
        }
    }
}
