package io.banku.batch;

import io.banku.whole.Servers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Servers of the test class's own, and for each test a feed on them; a test may put another one in its place. */
abstract class DayFeedTest {
    @TempDir
    static Path folder;

    static Servers servers;

    DayFeed feed;

    @BeforeAll
    static void startServers() {
        servers = Servers.start(folder);
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @BeforeEach
    void makeAFeed() throws IOException {
        feed = DayFeed.in(servers, folder);
    }

    @AfterEach
    void stopItsMembers() {
        feed.close();
    }
}
