package io.banku.bench.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where contestants run: each on servers of its own that nobody used before, in a folder that is gone afterwards.
 *
 * @param against another build of the bridge, where one is given
 * @param pipe the folder of the plain pipe, its program {@code run} and the feed that says the same
 * @param directory for files and servers, with some gigabytes free
 */
record Lab(Build product, Optional<Build> against, Path pipe, Path directory, boolean quick) {

    /** How a contestant is started. */
    interface Start {
        /** @param files which it will be given */
        Contestant start(Servers servers, Path directory, List<Movements> files)
                throws IOException, InterruptedException;
    }

    /** What is done with a contestant. */
    interface Use<T> {
        /** @param place a folder that is gone afterwards */
        T of(Servers servers, Contestant contestant, Path place) throws IOException, InterruptedException;
    }

    /** What is looked at when the file is in Redis, before everything is stopped. */
    interface Look {
        void at(Servers servers, Contestant contestant) throws IOException;
    }

    Start bridge(Build build, Map<String, String> settings) {
        return bridge(build, settings, Bridge.Work.ALL);
    }

    Start bridge(Build build, Map<String, String> settings, Bridge.Work work) {
        return (servers, place, files) -> Bridge.start(build, feed(), servers, place, settings, work);
    }

    Start reference() {
        return (servers, place, files) -> Pipe.start(program(), servers, place, files);
    }

    /** The plain pipe as far as Kafka. */
    Start referencePublishing() {
        return (servers, place, files) -> Pipe.publish(program(), servers, place);
    }

    /** The plain pipe from Kafka on. */
    Start referenceProjecting(String topic) {
        return (servers, place, files) -> Pipe.project(program(), servers, place, topic, files);
    }

    /** A quick run does not wait for a quiet machine. */
    Pairs pairs() {
        return new Pairs(quick ? 0 : 2);
    }

    /** Of other tools, where they could be built. */
    Path peers() {
        return pipe.resolveSibling("peers/target/peers.jar");
    }

    /** That sends commands. */
    Path latency() {
        return pipe.resolveSibling("latency/target/latency.jar");
    }

    private Path program() {
        return pipe.resolve("run");
    }

    /** Of the product, which says the same as the plain pipe. */
    Path feed() {
        return pipe.resolve("feed/movements");
    }

    Movements file(String name, int records, int accounts, long seed) throws IOException, InterruptedException {
        return Movements.write(program(), directory.resolve(name + ".dat"), records, accounts, seed);
    }

    /** The file is timed, those before it warm up. What lies in Redis afterwards has to be right. */
    Sample time(String who, Start start, List<Movements> before, Movements timed, Look look)
            throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(directory, who);
        try (Servers servers = Servers.start(product, place.resolve("servers"))) {
            Sample sample = part(who, start, servers, place.resolve("contestant"), before, timed, look);
            View.check(servers, sums(before, timed));
            return sample;
        } finally {
            remove(place);
        }
    }

    /** To Kafka, no further. Who publishes has to see to it that all is there. */
    Sample published(String who, Start start, List<Movements> before, Movements timed)
            throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(directory, who);
        try (Servers servers = Servers.start(product, place.resolve("servers"))) {
            return part(who, start, servers, place.resolve("publish"), before, timed, (at, contestant) -> {});
        } finally {
            remove(place);
        }
    }

    /** Whatever is done with a contestant that has just been started. */
    <T> T with(String who, Start start, Use<T> use) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(directory, who);
        try (Servers servers = Servers.start(product, place.resolve("servers"));
                Contestant contestant =
                        start.start(servers, Files.createDirectory(place.resolve("contestant")), List.of())) {
            return use.of(servers, contestant, place);
        } finally {
            remove(place);
        }
    }

    /** First all files to Kafka, then all of them to Redis, each by a process of its own. What lies in Redis has to be right. */
    Staged stages(String who, Start publish, Start project, List<Movements> before, Movements timed)
            throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(directory, who.replace(' ', '-'));
        try (Servers servers = Servers.start(product, place.resolve("servers"))) {
            Look none = (at, contestant) -> {};
            Sample published = part(who, publish, servers, place.resolve("publish"), before, timed, none);
            Sample projected = part(who, project, servers, place.resolve("project"), before, timed, none);
            View.check(servers, sums(before, timed));
            return new Staged(published, projected);
        } finally {
            remove(place);
        }
    }

    private static Sample part(
            String who, Start start, Servers servers, Path place, List<Movements> before, Movements timed, Look look)
            throws IOException, InterruptedException {
        List<Movements> all = Stream.concat(before.stream(), Stream.of(timed)).toList();
        try (Contestant contestant = start.start(servers, Files.createDirectory(place), all)) {
            for (Movements warmUp : before) {
                contestant.take(warmUp);
            }
            Processors processors = contestant.processors(servers.processors());
            Map<String, Double> spent = processors.spent();
            long began = System.nanoTime();
            contestant.take(timed);
            double seconds = (System.nanoTime() - began) / 1e9;
            Sample sample = Sample.of(who, timed.records(), seconds, spent, processors.spent());
            look.at(servers, contestant);
            System.out.println("  " + sample.told());
            return sample;
        }
    }

    private static long[] sums(List<Movements> before, Movements timed) {
        long[] sums = timed.sums();
        for (Movements file : before) {
            sums = Movements.together(sums, file.sums());
        }
        return sums;
    }

    static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
