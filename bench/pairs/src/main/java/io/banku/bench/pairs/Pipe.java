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
    private static final String TOPIC = "pipe.events";

    private final Child publish;
    private final Child project;

    private Pipe(Child publish, Child project) {
        this.publish = publish;
        this.project = project;
    }

    /** @param files which it will be given: it is told beforehand how many records there will be after each */
    static Pipe start(Path program, Servers servers, Path directory, List<Movements> files)
            throws IOException, InterruptedException {
        List<String> counts = new ArrayList<>();
        long all = 0;
        for (Movements file : files) {
            all += file.records();
            counts.add(Long.toString(all));
        }
        List<String> common = List.of("--bootstrap", servers.bootstrapServers(), "--topic", TOPIC);
        Child publish = part(directory, program, List.of("publish", "-"), common);
        try {
            List<String> work = List.of("project", "--redis", servers.redisUri(), "--until", String.join(",", counts));
            return new Pipe(publish, part(directory, program, work, common));
        } catch (IOException | InterruptedException failed) {
            publish.close();
            throw failed;
        }
    }

    /** Returns when it says that it is ready. */
    private static Child part(Path directory, Path program, List<String> work, List<String> common)
            throws IOException, InterruptedException {
        Path log = directory.resolve(work.get(0) + ".log");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(work);
        command.addAll(common);
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

    @Override
    public Processors processors(Processors servers) {
        return servers.with("publish", publish.pid()).with("project", project.pid());
    }

    @Override
    public void take(Movements file) throws IOException {
        publish.tell(file.path().toString());
        publish.line();
        project.line();
    }

    @Override
    public void close() {
        publish.close();
        project.close();
    }
}
