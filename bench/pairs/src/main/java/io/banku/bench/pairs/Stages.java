package io.banku.bench.pairs;

import io.banku.bench.pairs.Pairs.Pair;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** File → Kafka, and Kafka → Redis, each alone: the product beside the plain pipe, and hot accounts beside uniform ones. */
final class Stages {
    private static final Map<String, String> AS_SHIPPED = Map.of();
    private static final int HOT_ACCOUNTS = 1_000;

    private final Lab lab;
    private final Sizes sizes;

    Stages(Lab lab, Sizes sizes) {
        this.lab = lab;
        this.sizes = sizes;
    }

    List<Measured> besideThePipe() throws IOException, InterruptedException {
        List<Movements> warmUp = List.of(sizes.warmUp(Sizes.FEW_ACCOUNTS));
        Movements timed = sizes.timed(Sizes.FEW_ACCOUNTS);
        List<Pair<Staged>> pairs = lab.pairs()
                .run(sizes.rounds(), false, () -> reference(warmUp, timed), () -> product("product", warmUp, timed));
        return List.of(
                Measured.pairs(Goal.PUBLISH, pairs, Staged::publish, Sample::recordsPerSecond, "k records/s", 1e-3),
                Measured.pairs(Goal.PROJECT, pairs, Staged::project, Sample::recordsPerSecond, "k records/s", 1e-3));
    }

    List<Measured> hot() throws IOException, InterruptedException {
        List<Pair<Sample>> pairs = lab.pairs()
                .run(sizes.rounds(), false, () -> projected(Sizes.FEW_ACCOUNTS), () -> projected(HOT_ACCOUNTS));
        return List.of(Measured.pairs(Goal.PROJECT_HOT, pairs, Sample::recordsPerSecond, "k records/s", 1e-3));
    }

    private Staged reference(List<Movements> warmUp, Movements timed) throws IOException, InterruptedException {
        return lab.stages("pipe", lab.referencePublishing(), lab.referenceProjecting(Pipe.TOPIC), warmUp, timed);
    }

    private Staged product(String who, List<Movements> warmUp, Movements timed)
            throws IOException, InterruptedException {
        return lab.stages(
                who,
                lab.bridge(lab.product(), AS_SHIPPED, Bridge.Work.PUBLISH),
                lab.bridge(lab.product(), AS_SHIPPED, Bridge.Work.PROJECT),
                warmUp,
                timed);
    }

    private Sample projected(int accounts) throws IOException, InterruptedException {
        return product(accounts + " accts", List.of(sizes.warmUp(accounts)), sizes.timed(accounts))
                .project();
    }
}
