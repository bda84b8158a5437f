package io.banku.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** One file of a zip archive, which is closed with it. */
final class ZipContent extends FilterInputStream {
    private final ZipFile archive;

    private ZipContent(ZipFile archive, InputStream content) {
        super(content);
        this.archive = archive;
    }

    static InputStream open(Path file, String name) throws IOException {
        ZipFile archive = new ZipFile(file.toFile());
        return new ZipContent(archive, archive.getInputStream(archive.getEntry(name)));
    }

    @Override
    public void close() throws IOException {
        super.close();
        archive.close();
    }
}
