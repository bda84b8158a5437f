package io.banku.bench.pairs;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A build of the bridge: the unpacked distribution.
 *
 * @param name as it is told: {@code product}, {@code against}
 */
record Build(String name, Path home) {

    /**
     * @param home the folder of the distribution, or a clone in which it was built
     * @throws IllegalArgumentException where there is none
     */
    static Build of(String name, Path home) {
        for (Path folder : new Path[] {home, home.resolve("target/distribution")}) {
            if (Files.isDirectory(folder.resolve("lib")) && Files.isExecutable(folder.resolve("banku"))) {
                return new Build(name, folder.toAbsolutePath().normalize());
            }
        }
        throw new IllegalArgumentException("expected a build of the bridge (with banku and lib) in " + home
                + ", found none; give an unpacked distribution, or a clone after `mvn package`");
    }

    String program() {
        return home.resolve("banku").toString();
    }

    /** The Java that runs this program. */
    String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** Where the broker's classes lie. */
    String servers() {
        return home.resolve("lib-embedded") + "/*" + java.io.File.pathSeparator + home.resolve("lib") + "/*";
    }
}
