package io.banku.cli;

import io.banku.copybook.CompileOptions;
import io.banku.copybook.CopyFolders;
import io.banku.copybook.Copybook;
import io.banku.copybook.DecimalPoint;
import io.banku.copybook.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

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

    Layout read(Path copybook) throws IOException {
        List<Path> library = new ArrayList<>(List.of(copybook.toAbsolutePath().getParent()));
        library.addAll(folders);
        CompileOptions options = CompileOptions.DEFAULT
                .with(CopyFolders.of(library))
                .replacing(replacing)
                .with(decimalComma ? DecimalPoint.COMMA : DecimalPoint.PERIOD);
        return Copybook.parse(copybook.toString(), Files.readString(copybook, StandardCharsets.UTF_8), options);
    }
}
