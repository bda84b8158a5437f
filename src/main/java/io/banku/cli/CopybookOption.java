package io.banku.cli;

import io.banku.copybook.CompileOptions;
import io.banku.copybook.CopyFolders;
import io.banku.copybook.CopyLibrary;
import io.banku.copybook.Copybook;
import io.banku.copybook.CopybookEncoding;
import io.banku.copybook.DecimalPoint;
import io.banku.copybook.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a copybook needs from around it: mixed into the commands that read one. */
final class CopybookOption {
    @Option(
            names = "--copy-path",
            paramLabel = "DIR",
            description = "Where COPY finds members, beside the copybook's own folder; may be given several times.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--replacing",
            paramLabel = "TAG=TEXT",
            description = "What stands for a tag, :TAG:=TX, as in COPY REPLACING; may be given several times.")
    private Map<String, String> replacing = new LinkedHashMap<>();

    @Option(names = "--decimal-comma", description = "Read literals and edited PICTUREs by DECIMAL-POINT IS COMMA.")
    private boolean decimalComma;

    @Option(
            names = "--currency",
            paramLabel = "SYMBOL=SIGN",
            description =
                    "CURRENCY SIGN IS SIGN WITH PICTURE SYMBOL SYMBOL, in place of the dollar; may be given several"
                            + " times.")
    private Map<String, String> currency = new LinkedHashMap<>();

    @Option(
            names = "--define",
            paramLabel = "NAME=VALUE",
            mapFallbackValue = "",
            description =
                    "What >>IF asks for, as the compiler's option DEFINE; NAME alone is defined only. May be given"
                            + " several times.")
    private Map<String, String> definitions = new LinkedHashMap<>();

    @Option(
            names = "--copybook-encoding",
            paramLabel = "NAME",
            defaultValue = "utf-8",
            description = "In what the copybook is written, iso-8859-1 or cp037 for instance; ${DEFAULT-VALUE} if not"
                    + " given.")
    private String encoding;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean isGiven() {
        return !folders.isEmpty()
                || !replacing.isEmpty()
                || decimalComma
                || !currency.isEmpty()
                || !definitions.isEmpty();
    }

    Layout read(Path copybook) throws IOException {
        InputFile.require(copybook);
        List<Path> library = new ArrayList<>(List.of(copybook.toAbsolutePath().getParent()));
        library.addAll(folders);
        CopybookEncoding written = encoding();
        CompileOptions options = options(CopyFolders.of(library, written));
        Layout layout = Copybook.parse(copybook.toString(), written.read(copybook), options);
        if (!layout.unusedTags().isEmpty()) {
            throw refused("--replacing: expected tags that stand in the copybook or in its members, found "
                    + String.join(", ", layout.unusedTags()));
        }
        layout.notes().forEach(note -> command.commandLine().getErr().println("banku: note: " + note));
        return layout;
    }

    private CopybookEncoding encoding() {
        try {
            return CopybookEncoding.of(encoding);
        } catch (IllegalArgumentException unknown) {
            throw refused("--copybook-encoding: " + unknown.getMessage());
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private CompileOptions options(CopyLibrary library) {
        CompileOptions options =
                CompileOptions.DEFAULT.with(library).with(decimalComma ? DecimalPoint.COMMA : DecimalPoint.PERIOD);
        if (!currency.isEmpty()) {
            options = options.withoutCurrency();
        }
        try {
            for (Map.Entry<String, String> pair : replacing.entrySet()) {
                options = options.replacing(pair.getKey(), pair.getValue());
            }
            for (Map.Entry<String, String> definition : definitions.entrySet()) {
                options = options.define(definition.getKey(), definition.getValue());
            }
            for (Map.Entry<String, String> sign : currency.entrySet()) {
                options = options.withCurrency(sign.getKey(), sign.getValue());
            }
            return options;
        } catch (IllegalArgumentException refused) {
            throw refused("--replacing, --define and --currency: " + refused.getMessage());
        }
    }
}
