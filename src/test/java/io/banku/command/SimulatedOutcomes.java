package io.banku.command;

import io.banku.view.CommandNews;
import io.banku.view.Outcome;
import io.banku.view.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a slot has stored of commands, as {@code apply.lua} writes it. Never changed.
 *
 * @param commandTime when the last of them was appended, or null
 * @param slotTime the slot's own time, by which outcomes go, or null
 * @param times the slot's time at each outcome
 */
record SimulatedOutcomes(
        long nextCommand,
        Instant commandTime,
        Instant slotTime,
        Map<String, Outcome> kept,
        Map<String, Instant> times) {
    static final SimulatedOutcomes NOTHING = new SimulatedOutcomes(0, null, null, Map.of(), Map.of());

    SimulatedOutcomes with(CommandNews news, Retention retention) {
        if (news.isEmpty()) {
            return this;
        }
        SimulatedOutcomes all = written(news, retention, Integer.MAX_VALUE);
        Instant oldest = all.slotTime.minus(retention.inAll());
        all.times.values().removeIf(time -> time.isBefore(oldest));
        all.kept.keySet().retainAll(all.times.keySet());
        return new SimulatedOutcomes(
                Math.max(nextCommand, news.nextCommand()), all.commandTime, all.slotTime, all.kept, all.times);
    }

    /** A script that died after so many outcomes: places and times come with the position. */
    SimulatedOutcomes torn(CommandNews news, Retention retention, int outcomes) {
        SimulatedOutcomes some = written(news, retention, outcomes);
        return new SimulatedOutcomes(nextCommand, commandTime, slotTime, some.kept, some.times);
    }

    private SimulatedOutcomes written(CommandNews news, Retention retention, int most) {
        Map<String, Outcome> outcomes = new HashMap<>(kept);
        Map<String, Instant> allTimes = new HashMap<>(times);
        Instant last = commandTime;
        Instant slot = slotTime;
        int count = 0;
        for (var each : news.outcomes().entrySet()) {
            if (count++ == most) {
                break;
            }
            Instant time = each.getValue().commandTime();
            slot = slot == null ? time : slot.plus(counted(Duration.between(last, time), retention.leap()));
            last = time;
            outcomes.putIfAbsent(each.getKey(), each.getValue());
            allTimes.put(each.getKey(), slot);
        }
        return new SimulatedOutcomes(nextCommand, last, slot, outcomes, allTimes);
    }

    private static Duration counted(Duration passed, Duration leap) {
        return passed.isNegative() ? Duration.ZERO : passed.compareTo(leap) > 0 ? leap : passed;
    }
}
