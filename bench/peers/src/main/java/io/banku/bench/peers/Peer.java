package io.banku.bench.peers;

import java.nio.file.Path;

/** A tool that brings files into a topic. */
interface Peer extends AutoCloseable {

    /** Returns when the broker has all of it. */
    void take(Path file) throws Exception;

    @Override
    void close();
}
