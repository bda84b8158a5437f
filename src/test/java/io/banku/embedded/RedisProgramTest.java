package io.banku.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisProgramTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   linux-amd64",
        "Linux,    aarch64, linux-arm64",
        "Linux,    i386,    linux-386",
        "Mac OS X, x86_64,  darwin-amd64",
        "Mac OS X, aarch64, darwin-arm64",
        "Linux,    riscv64, linux-riscv64"
    })
    void aPlatformHasTheNameOfItsBundledProgram(String osName, String osArch, String platform) {
        assertThat(RedisProgram.platform(osName, osArch)).isEqualTo(platform);
    }

    @Test
    void aServerOnPathIsTakenFrom62On() throws Exception {
        Path old = program("old", "6.0.16");
        Path enough = program("enough", "6.2.0");

        assertThat(RedisProgram.onPath(old + ":" + enough)).contains(enough.resolve("redis-server"));
        assertThat(RedisProgram.onPath(old.toString())).isEmpty();
        assertThat(RedisProgram.onPath(null)).isEmpty();
    }

    private Path program(String name, String version) throws Exception {
        Path program = Files.createDirectory(folder.resolve(name)).resolve("redis-server");
        Files.writeString(
                program, "#!/bin/sh\necho 'Redis server v=" + version + " sha=00000000:0 malloc=libc bits=64'\n");
        program.toFile().setExecutable(true);
        return program.getParent();
    }
}
