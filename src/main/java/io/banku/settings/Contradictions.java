package io.banku.settings;

import java.util.ArrayList;
import java.util.List;

/** What no single setting can get wrong, but two of them together can. */
final class Contradictions {
    private final Settings settings;
    private final List<String> faults = new ArrayList<>();

    private Contradictions(Settings settings) {
        this.settings = settings;
    }

    static List<String> of(Settings settings) {
        Contradictions contradictions = new Contradictions(settings);
        contradictions.aWriteWaitsForNoMoreCopiesThanThereAre();
        contradictions.everyServerHasItsOwnPort();
        contradictions.theInboxIsNotTheDataDirectory();
        contradictions.outcomesOutliveCommandsThatAreLate();
        contradictions.thoseWhoWaitKeepNobodyOut();
        contradictions.whoIsOneTooManyCanBeTold();
        contradictions.othersThanThisMachineNeedATokenForTheApi();
        settings.principals(contradictions.faults);
        return contradictions.faults;
    }

    private void aWriteWaitsForNoMoreCopiesThanThereAre() {
        if (settings.get(Setting.MIN_INSYNC_REPLICAS) > settings.get(Setting.REPLICATION_FACTOR)) {
            faults.add("expected " + Setting.MIN_INSYNC_REPLICAS + " to be at most " + Setting.REPLICATION_FACTOR
                    + ", found " + said(Setting.MIN_INSYNC_REPLICAS) + " and " + said(Setting.REPLICATION_FACTOR));
        }
    }

    private void everyServerHasItsOwnPort() {
        if (settings.get(Setting.HTTP_PORT).equals(settings.get(Setting.MANAGEMENT_PORT))) {
            faults.add("expected " + Setting.HTTP_PORT + " and " + Setting.MANAGEMENT_PORT + " to differ, found "
                    + said(Setting.HTTP_PORT) + " and " + said(Setting.MANAGEMENT_PORT));
        }
    }

    private void theInboxIsNotTheDataDirectory() {
        if (settings.get(Setting.INBOX).equals(settings.get(Setting.DATA))) {
            faults.add("expected " + Setting.INBOX + " to be another directory than " + Setting.DATA + ", found "
                    + said(Setting.INBOX) + " for both");
        }
    }

    private void thoseWhoWaitKeepNobodyOut() {
        if (settings.get(Setting.HTTP_REQUESTS) <= settings.get(Setting.HTTP_WAITING)) {
            faults.add("expected " + Setting.HTTP_REQUESTS + " to be more than " + Setting.HTTP_WAITING + ", found "
                    + said(Setting.HTTP_REQUESTS) + " and " + said(Setting.HTTP_WAITING)
                    + ": those who wait would keep everybody else out");
        }
    }

    private void whoIsOneTooManyCanBeTold() {
        if (settings.get(Setting.HTTP_CONNECTIONS) <= settings.get(Setting.HTTP_REQUESTS)) {
            faults.add("expected " + Setting.HTTP_CONNECTIONS + " to be more than " + Setting.HTTP_REQUESTS + ", found "
                    + said(Setting.HTTP_CONNECTIONS) + " and " + said(Setting.HTTP_REQUESTS)
                    + ": each request in hand has a connection of its own");
        }
    }

    private void othersThanThisMachineNeedATokenForTheApi() {
        boolean open = settings.get(Setting.ROLES).stream().anyMatch(Role::answersHttp);
        if (open && settings.get(Setting.PRINCIPALS).isEmpty() && !Loopback.isHost(settings.get(Setting.HTTP_HOST))) {
            faults.add("expected " + Setting.PRINCIPALS + " to name a file of tokens when " + Setting.HTTP_HOST
                    + " is not this machine's own address (127.0.0.1, ::1 or localhost), found none and "
                    + said(Setting.HTTP_HOST) + "; anybody could move money: banku token NAME makes a token");
        }
    }

    /** A command may be appended five minutes after its receipt: until then, and a retry later, its outcome must be there. */
    private void outcomesOutliveCommandsThatAreLate() {
        if (settings.get(Setting.OUTCOMES_KEPT).toMinutes() < 10) {
            faults.add("expected " + Setting.OUTCOMES_KEPT + " to be at least 10m, found " + said(Setting.OUTCOMES_KEPT)
                    + ": a command that arrives late would be carried out again");
        }
    }

    private String said(Setting<?> setting) {
        return settings.shown(setting) + " (" + settings.origin(setting) + ")";
    }
}
