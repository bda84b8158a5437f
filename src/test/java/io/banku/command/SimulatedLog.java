package io.banku.command;

import io.banku.account.LogEntry;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * The events topic in memory, as Kafka's transactions make it: epochs that fence, records that lie there before anybody
 * knows whether they will be committed, markers that take offsets and arrive one partition after the other, commits that
 * are lost, late, or carried out and not answered.
 */
final class SimulatedLog implements DecisionLog {

    /** What the world does between two steps of a log's client. */
    interface Meanwhile {
        void happen();
    }

    private enum State {
        OPEN,
        COMMITTED,
        ABORTED
    }

    /** A transaction: known to be ended first, marked in its partitions later. */
    private static final class Transaction {
        private final String id;
        private final int epoch;
        private State state = State.OPEN;
        /** Partitions without a marker yet, and where the transaction begins there. */
        private final Map<Integer, Integer> unmarked = new LinkedHashMap<>();

        Transaction(String id, int epoch) {
            this.id = id;
            this.epoch = epoch;
        }
    }

    /** What lies at an offset; no event: a marker of a transaction, or of a decider. */
    private record Record(Transaction transaction, RecordedEvent event, int leaderEpoch) {}

    private record LateCommit(Transaction transaction) {}

    private final Random random;
    private final Partitioning partitioning;
    private final Meanwhile meanwhile;
    private final List<List<Record>> partitions = new ArrayList<>();
    private final int[] leaderEpochs;
    private final Map<String, Integer> epochs = new HashMap<>();
    private final Map<String, Transaction> current = new LinkedHashMap<>();
    private final List<Transaction> ended = new ArrayList<>();
    private final List<LateCommit> late = new ArrayList<>();
    private final SimulatedEnds ends;
    private boolean calm;

    SimulatedLog(Random random, Partitioning partitioning, Meanwhile meanwhile, SimulatedEnds ends) {
        this.random = random;
        this.ends = ends;
        this.partitioning = partitioning;
        this.meanwhile = meanwhile;
        this.leaderEpochs = new int[partitioning.partitions()];
        for (int i = 0; i < partitioning.partitions(); i++) {
            partitions.add(new ArrayList<>());
        }
    }

    /** From now on nothing fails any more. */
    void calmDown() {
        calm = true;
        late.clear();
    }

    void calm(boolean now) {
        calm = now;
    }

    @Override
    public Hand takeOver(int partition) throws AppendFailedException {
        return takeOver("decider-" + partition, partition);
    }

    @Override
    public long end(int partition) {
        meanwhile.happen();
        return readableEnd(partition);
    }

    @Override
    public OptionalLong recentEnd(int partition) {
        return ends.recent(partition);
    }

    /** With a transactional id of choice: a fixed one fences. */
    Hand takeOver(String id, int partition) throws AppendFailedException {
        int leaderEpoch = leaderEpochs[partition];
        int epoch = open(id);
        meanwhile.happen();
        Transaction transaction = begin(id, epoch);
        long marker = write(transaction, partition, null);
        commit(transaction);
        return new Hand() {
            @Override
            public long marker() {
                return marker;
            }

            @Override
            public OptionalInt epoch() {
                return OptionalInt.of(leaderEpoch);
            }

            @Override
            public List<LogEntry.Readable> append(List<RecordedEvent> decided) throws AppendFailedException {
                return SimulatedLog.this.append(id, epoch, partition, decided);
            }

            @Override
            public void close() {}
        };
    }

    /** Fences whoever has the id, whose open transaction is aborted. */
    int open(String id) {
        Transaction before = current.get(id);
        if (before != null) {
            if (before.state == State.OPEN) {
                end(before, State.ABORTED);
            }
            while (!before.unmarked.isEmpty()) {
                meanwhile.happen();
                mark(before);
            }
        }
        return epochs.merge(id, 1, Integer::sum);
    }

    List<LogEntry.Readable> append(String id, int epoch, int partition, List<RecordedEvent> events)
            throws AppendFailedException {
        List<LogEntry.Readable> own = new ArrayList<>();
        Transaction transaction = null;
        for (RecordedEvent event : events) {
            meanwhile.happen();
            if (transaction == null) {
                transaction = begin(id, epoch);
            }
            requireNotFenced(id, epoch);
            int home = partitioning.of(event.account());
            if (transaction.state != State.OPEN) {
                throw new AppendFailedException("simulated: the coordinator ended the transaction", null);
            }
            long offset = write(transaction, home, event);
            if (home == partition) {
                own.add(new LogEntry.Readable(event, offset));
            }
        }
        meanwhile.happen();
        commit(transaction);
        return own;
    }

    private Transaction begin(String id, int epoch) throws AppendFailedException {
        requireNotFenced(id, epoch);
        Transaction before = current.get(id);
        while (before != null && !before.unmarked.isEmpty() && before.state != State.OPEN) {
            mark(before); // the client is told that the last one is not ended yet, and tries again
        }
        if (before != null && before.state == State.OPEN && !before.unmarked.isEmpty()) {
            throw new AppendFailedException("simulated: a transaction is open already", null);
        }
        Transaction transaction = new Transaction(id, epoch);
        current.put(id, transaction);
        return transaction;
    }

    private void requireNotFenced(String id, int epoch) throws AppendFailedException {
        if (epochs.getOrDefault(id, 0) != epoch) {
            throw new AppendFailedException("simulated: fenced", null);
        }
    }

    private long write(Transaction transaction, int partition, RecordedEvent event) {
        List<Record> records = partitions.get(partition);
        transaction.unmarked.putIfAbsent(partition, records.size());
        records.add(new Record(transaction, event, leaderEpochs[partition]));
        return records.size() - 1;
    }

    private void commit(Transaction transaction) throws AppendFailedException {
        int fault = calm ? 100 : random.nextInt(100);
        if (fault < 3) {
            throw new AppendFailedException("simulated: the commit was lost", null);
        }
        if (fault < 6) {
            late.add(new LateCommit(transaction));
            throw new AppendFailedException("simulated: the commit is still under way", null);
        }
        if (transaction.state != State.OPEN || epochs.get(transaction.id) != transaction.epoch) {
            throw new AppendFailedException("simulated: fenced at the commit", null);
        }
        end(transaction, State.COMMITTED);
        meanwhile.happen();
        if (fault < 12) {
            throw new AppendFailedException("simulated: the commit was carried out and its answer lost", null);
        }
        if (fault < 13) {
            throw new AppendFailedException("simulated: an offset is not known", null);
        }
    }

    private void end(Transaction transaction, State state) {
        transaction.state = state;
        ended.add(transaction);
    }

    /** One more partition learns how the transaction ended. */
    private void mark(Transaction transaction) {
        if (transaction.unmarked.isEmpty()) {
            return;
        }
        Integer partition = transaction.unmarked.keySet().iterator().next();
        transaction.unmarked.remove(partition);
        partitions.get(partition).add(new Record(transaction, null, leaderEpochs[partition]));
        if (transaction.unmarked.isEmpty()) {
            ended.remove(transaction);
        }
    }

    /** A step of the coordinator. */
    void coordinate() {
        if (!late.isEmpty() && random.nextInt(4) == 0) {
            Transaction transaction = late.remove(random.nextInt(late.size())).transaction();
            if (transaction.state == State.OPEN && epochs.get(transaction.id) == transaction.epoch) {
                end(transaction, State.COMMITTED);
            }
        }
        if (!ended.isEmpty()) {
            Transaction transaction = ended.get(random.nextInt(ended.size()));
            if (transaction.unmarked.isEmpty()) {
                ended.remove(transaction);
            } else {
                mark(transaction);
            }
        }
    }

    /** A transaction that is open for too long is aborted, and its producer fenced. */
    void timeOut() {
        for (Transaction transaction : List.copyOf(current.values())) {
            if (transaction.state == State.OPEN && !transaction.unmarked.isEmpty()) {
                epochs.merge(transaction.id, 1, Integer::sum);
                end(transaction, State.ABORTED);
                return;
            }
        }
    }

    /** A broker lost the last records of a partition, with all that it knew of transactions there, and leads it anew. */
    List<RecordedEvent> forgetTail(int partition, int least) {
        List<Record> records = partitions.get(partition);
        int end = Math.max(least, records.size() - 1 - random.nextInt(12));
        if (end >= records.size()) {
            return List.of();
        }
        List<Record> tail = records.subList(end, records.size());
        List<RecordedEvent> lost =
                tail.stream().map(Record::event).filter(Objects::nonNull).toList();
        tail.clear();
        leaderEpochs[partition]++;
        current.values().forEach(transaction -> {
            if (transaction.unmarked.getOrDefault(partition, -1) >= end) {
                transaction.unmarked.remove(partition);
                if (transaction.state == State.OPEN) { // its next record is out of sequence there
                    epochs.merge(transaction.id, 1, Integer::sum);
                    end(transaction, State.ABORTED);
                }
            }
        });
        return lost;
    }

    int size(int partition) {
        return partitions.get(partition).size();
    }

    /** What Kafka answers to whoever asks where an epoch ends. */
    long endOfEpoch(int partition, int epoch) {
        List<Record> records = partitions.get(partition);
        int end = 0;
        while (end < records.size() && records.get(end).leaderEpoch() <= epoch) {
            end++;
        }
        return end;
    }

    int leaderEpoch(int partition, long offset) {
        return partitions.get(partition).get((int) offset).leaderEpoch();
    }

    /** Where a reader of committed records has to stop. */
    long readableEnd(int partition) {
        return current.values().stream()
                .filter(transaction -> transaction.unmarked.containsKey(partition))
                .mapToLong(transaction -> transaction.unmarked.get(partition))
                .min()
                .orElse(partitions.get(partition).size());
    }

    /** The committed events from an offset on, up to another one. */
    List<LogEntry> committed(int partition, long from, long to) {
        List<LogEntry> entries = new ArrayList<>();
        for (long offset = from; offset < to; offset++) {
            Record record = partitions.get(partition).get((int) offset);
            if (record.event() != null && record.transaction().state == State.COMMITTED) {
                entries.add(new LogEntry.Readable(record.event(), offset));
            }
        }
        return entries;
    }

    List<LogEntry> committed(int partition) {
        return committed(partition, 0, readableEnd(partition));
    }

    /** For whoever wants to know why a seed fails. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int p = 0; p < partitions.size(); p++) {
            for (int offset = 0; offset < partitions.get(p).size(); offset++) {
                Record record = partitions.get(p).get(offset);
                text.append(String.format(
                        "%d:%d %s/%d %s %s%n",
                        p,
                        offset,
                        record.transaction().id,
                        record.transaction().epoch,
                        record.transaction().state,
                        record.event()));
            }
        }
        return text.toString();
    }
}
