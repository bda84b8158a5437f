package io.banku.bench.pairs;

import java.io.IOException;

/** Who takes files and brings what is in them into Redis. */
interface Contestant extends AutoCloseable {

    /** Adds its processes to those of the servers. */
    Processors processors(Processors servers);

    /** Takes the file and returns when Redis has all of it. */
    void take(Movements file) throws IOException, InterruptedException;

    @Override
    void close();
}
