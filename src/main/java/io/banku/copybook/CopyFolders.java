package io.banku.copybook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folders as a library: the member CUSTREC is the file {@code CUSTREC}, {@code CUSTREC.cpy}, {@code CUSTREC.cbl} or
 * {@code CUSTREC.cob}, in upper or lower case. The first folder that has it is asked; COPY … OF LIB asks the
 * folders {@code LIB} in them first.
 */
public final class CopyFolders implements CopyLibrary {
    private static final Set<String> EXTENSIONS = Set.of("", ".CPY", ".CBL", ".COB");

    private final List<Path> folders;
    private final CopybookEncoding encoding;

    private CopyFolders(List<Path> folders, CopybookEncoding encoding) {
        this.folders = List.copyOf(folders);
        this.encoding = encoding;
    }

    /** Of members in UTF-8. */
    public static CopyFolders of(List<Path> folders) {
        return of(folders, CopybookEncoding.UTF_8);
    }

    public static CopyFolders of(List<Path> folders, CopybookEncoding encoding) {
        return new CopyFolders(folders, encoding);
    }

    @Override
    public Optional<Member> find(String name, Optional<String> library) throws IOException {
        String wanted = name.toUpperCase(Locale.ROOT);
        if (library.isPresent()) {
            for (Path folder : folders) {
                for (Path sub : named(folder, file -> file.equals(library.get()), Files::isDirectory)) {
                    Optional<Member> member = member(sub, wanted);
                    if (member.isPresent()) {
                        return member;
                    }
                }
            }
        }
        for (Path folder : folders) {
            Optional<Member> member = member(folder, wanted);
            if (member.isPresent()) {
                return member;
            }
        }
        return Optional.empty();
    }

    private Optional<Member> member(Path folder, String wanted) throws IOException {
        List<Path> files = named(
                folder,
                file -> file.startsWith(wanted) && EXTENSIONS.contains(file.substring(wanted.length())),
                Files::isRegularFile);
        if (files.size() > 1) {
            String found = files.stream().map(Path::toString).collect(Collectors.joining(" and "));
            throw new IOException("expected one file for " + wanted + ", found " + found);
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Path file = files.get(0);
        return Optional.of(new Member(file.toString(), encoding.read(file)));
    }

    private static List<Path> named(Path folder, Predicate<String> name, Predicate<Path> kind) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            name.test(file.getFileName().toString().toUpperCase(Locale.ROOT)) && kind.test(file))
                    .sorted()
                    .toList();
        }
    }
}
