package io.banku.command;

import io.banku.account.Account;
import io.banku.view.CommandView;
import io.banku.view.SlotState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A view that is what it is told to be. */
final class ObedientView implements CommandView {
    final Map<String, Account> accounts = new HashMap<>();
    final Set<String> decided = new HashSet<>();
    final List<String> looks = new ArrayList<>();
    final Map<Integer, Long> rebuildingTo = new HashMap<>();
    /** Of slots that do not stand where the others do. */
    final Map<Integer, Long> positions = new HashMap<>();

    final Map<Integer, String> logIds = new HashMap<>();
    final Map<Integer, String> lost = new HashMap<>();
    long losses;
    Integer epoch;
    SlotState.Ahead ahead;
    boolean deaf;
    long position;
    long nextCommand;
    String logId = "cluster/topic";
    boolean unreachable;

    @Override
    public void lost(int partition, SlotState seen, String detail) {
        if (deaf) {
            throw new IllegalStateException("deaf");
        }
        lost.put(partition, detail);
    }

    @Override
    public Sight look(int partition, Collection<String> wanted, Collection<String> commandIds) {
        if (unreachable) {
            throw new IllegalStateException("unreachable");
        }
        looks.add(partition + " " + wanted);
        Map<String, Account> found = new HashMap<>();
        wanted.forEach(id -> found.put(id, accounts.getOrDefault(id, Account.unknown(id))));
        return new Sight(
                new SlotState(
                        positions.getOrDefault(partition, position),
                        epoch,
                        rebuildingTo.getOrDefault(partition, 0L),
                        null,
                        losses,
                        lost.get(partition),
                        ahead),
                logIds.getOrDefault(partition, logId),
                nextCommand,
                found,
                decided);
    }
}
