package io.banku.bench.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plain pipe of {@code bench/pipe}: one process publishes the files whose names it is given in lines, one projects. Each
 * prints a line when it is done with a file.
 */
final class Pipe implements Contestant {
    static final String TOPIC = "pipe.events";

    private final Contestant publish;
    private final Contestant project;

    private Pipe(Contestant publish, Contestant project) {
        this.publish = publish;
        this.project = project;
    }

    /** @param files which it will be given */
    static Pipe start(Path program, Servers servers, Path directory, List<Movements> files)
            throws IOException, InterruptedException {
        Contestant publish = publish(program, servers, directory);
        try {
            return new Pipe(publish, project(program, servers, directory, TOPIC, files));
        } catch (IOException | InterruptedException failed) {
            publish.close();
            throw failed;
        }
    }

    /** To Kafka, no further. */
    static Contestant publish(Path program, Servers servers, Path directory) throws IOException, InterruptedException {
        return new Part("publish", part(program, servers, directory, TOPIC, List.of("publish", "-")), true);
    }

    /** To Redis what comes in Kafka. @param files it is told beforehand how many records there will be after each */
    static Contestant project(Path program, Servers servers, Path directory, String topic, List<Movements> files)
            throws IOException, InterruptedException {
        List<String> counts = new ArrayList<>();
        long all = 0;
        for (Movements file : files) {
            all += file.records();
            counts.add(Long.toString(all));
        }
        List<String> work = List.of("project", "--redis", servers.redisUri(), "--until", String.join(",", counts));
        return new Part("project", part(program, servers, directory, topic, work), false);
    }

    /** Returns when it says that it is ready. */
    private static Child part(Path program, Servers servers, Path directory, String topic, List<String> work)
            throws IOException, InterruptedException {
        Path log = directory.resolve(work.get(0) + ".log");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(work);
        command.addAll(List.of("--bootstrap", servers.bootstrapServers(), "--topic", topic));
        Child part = Child.start(command, Map.of(), directory, log);
        try {
            Waiting.until(
                    work.get(0) + " to be ready",
                    part,
                    () -> Files.readAllLines(log, StandardCharsets.UTF_8).contains("ready"));
            return part;
        } catch (IOException | InterruptedException failed) {
            part.close();
            throw failed;
        }
    }

    /** @param isTold whether it waits for the name of each file */
    record Part(String name, Child process, boolean isTold) implements Contestant {
        @Override
        public Processors processors(Processors servers) {
            return servers.with(name, process.pid());
        }

        @Override
        public void take(Movements file) throws IOException {
            if (isTold) {
                process.tell(file.path().toString());
            }
            process.line();
        }

        @Override
        public void close() {
            process.close();
        }
    }

    @Override
    public Processors processors(Processors servers) {
        return project.processors(publish.processors(servers));
    }

    @Override
    public void take(Movements file) throws IOException, InterruptedException {
        publish.take(file);
        project.take(file);
    }

    @Override
    public void close() {
        publish.close();
        project.close();
    }
}
