package io.banku;

import io.banku.audit.AuditLog;
import io.banku.audit.AuditTrail;
import io.banku.batch.Directories;
import io.banku.batch.FilesApart;
import io.banku.batch.LedgerIndex;
import io.banku.batch.Rejects;
import io.banku.camel.AccountList;
import io.banku.camel.AccountQueries;
import io.banku.camel.ApiServer;
import io.banku.camel.AuditQueries;
import io.banku.camel.AwaitedOutcome;
import io.banku.camel.AwaitedPosition;
import io.banku.camel.BatchDecisions;
import io.banku.camel.BatchQueries;
import io.banku.camel.Clients;
import io.banku.camel.CommandAnswers;
import io.banku.camel.CommandIntake;
import io.banku.camel.DueDecisions;
import io.banku.camel.FileDecisions;
import io.banku.camel.FileQueries;
import io.banku.camel.FrontPage;
import io.banku.camel.HttpEdge;
import io.banku.camel.IntoTheLedger;
import io.banku.camel.NightDecisions;
import io.banku.camel.NightQueries;
import io.banku.camel.Pages;
import io.banku.camel.PastAccount;
import io.banku.camel.ProblemPages;
import io.banku.camel.Problems;
import io.banku.camel.ProjectionWatch;
import io.banku.camel.RejectDecisions;
import io.banku.camel.RequestsInHand;
import io.banku.camel.TopicDocuments;
import io.banku.camel.ViewRebuild;
import io.banku.camel.ViewWatch;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.banku.view.AccountSlots;
import io.banku.view.RedisView;
import io.banku.view.SlotState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.camel.CamelContext;

/** The API: what takes requests in and answers them, for the roles that a process has. */
final class HttpWiring {
    /** Beside a wait: an account of the past is read from a whole partition. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    private final Wiring to;
    private final ApiServer server;
    private final RequestsInHand requests;

    private HttpWiring(Wiring to, ApiServer server, RequestsInHand requests) {
        this.to = to;
        this.server = server;
        this.requests = requests;
    }

    static HttpWiring wire(Wiring to, RedisView view, ProjectionWatch standing) {
        Settings settings = to.settings;
        Clients clients = new Clients(
                settings.get(Setting.HTTP_CONNECTIONS),
                settings.get(Setting.HTTP_REQUEST_TIME),
                settings.get(Setting.HTTP_WAIT).plus(LONGEST_ANSWER));
        ApiServer server = ApiServer.at(settings.get(Setting.HTTP_HOST), settings.get(Setting.HTTP_PORT), clients);
        RequestsInHand requests = new RequestsInHand(settings.get(Setting.HTTP_REQUESTS));
        ViewWatch watch =
                new ViewWatch(view, view::position, settings.get(Setting.HTTP_WAITING), to.metrics, to.decided);
        to.beforeRoutesStop(watch::close); // or Camel would wait for those who wait
        to.metrics.http().waiting(watch::waiting);
        to.metrics.http().inHand(requests::now);
        to.metrics.http().connections(clients::connections);
        to.metrics.http().looks(to.partitions);
        if (to.has(Role.QUERIES)) {
            wireQueries(to, watch, view);
            wireDecisions(to, view, standing);
        }
        if (to.has(Role.COMMANDS)) {
            to.metrics.decisions().takesIn();
            to.main.bind(
                    "commandIntake",
                    new CommandIntake(view, to.partitions, settings.get(Setting.HTTP_ACCOUNTS), to.metrics));
            to.main.bind("awaitedOutcome", new AwaitedOutcome(watch, settings.get(Setting.HTTP_WAIT)));
            to.main.bind("commandAnswers", new CommandAnswers(view, slots(view), to.partitions));
        }
        to.main.bind("problems", new Problems());
        to.main.bind("pages", new Pages());
        to.main.bind("frontPage", new FrontPage(settings));
        to.main.bind("problemPages", new ProblemPages());
        to.main.bind("topicDocuments", new TopicDocuments());
        // With a management server beside it, Camel finds the API's port by this bean alone.
        to.main.bind("platformHttpServerConfig", server.configuration());
        // Of the contract a process answers what its roles have routes for.
        boolean whole = to.has(Role.QUERIES) && to.has(Role.COMMANDS);
        to.main.addOverrideProperty("banku.http.missing-operation", whole ? "fail" : "ignore");
        return new HttpWiring(to, server, requests);
    }

    private static IntFunction<SlotState> slots(RedisView view) {
        return partition -> view.seen().look(partition, view.rebuild()::state);
    }

    private static void wireQueries(Wiring to, ViewWatch watch, RedisView view) {
        LedgerIndex ledger = to.ledger();
        AccountSlots slots = new AccountSlots(to.settings.get(Setting.REDIS_URI), view::requireMaster);
        to.afterRoutesStopped(slots::close);
        to.main.bind("accountSlots", slots);
        PastAccount past = new PastAccount(to.connection, to.partitions, to.clock, view.rebuild()::state);
        to.beforeRoutesStop(past::close); // or Camel would wait until a whole partition is read
        to.main.bind("pastAccount", past);
        to.main.bind("accountList", new AccountList(view, to.partitions));
        to.main.bind("accountQueries", new AccountQueries(to.partitions, view.seen()));
        to.main.bind(
                "awaitedPosition",
                new AwaitedPosition(watch, to.partitions, to.settings.get(Setting.HTTP_WAIT), slots(view)));
        to.main.bind(
                "batchQueries",
                new BatchQueries(
                        ledger, () -> to.has(Role.INGEST) ? Optional.of(to.standing()) : Optional.empty(), to.clock));
        to.main.bind(
                "fileQueries", new FileQueries(ledger, new FilesApart(Directories.of(to.settings.get(Setting.DATA)))));
        AuditTrail trail = new AuditTrail(to.connection);
        to.afterRoutesStopped(trail::close);
        to.main.bind("auditQueries", new AuditQueries(trail));
    }

    /** What operators decide; each of it goes through one hand into the log. */
    private static void wireDecisions(Wiring to, RedisView view, ProjectionWatch standing) {
        LedgerIndex ledger = to.ledger();
        AuditLog audit = new AuditLog(to.connection, to.topics);
        to.afterRoutesStopped(audit::close);
        IntoTheLedger intoTheLedger = new IntoTheLedger(audit);
        to.main.bind("intoTheLedger", intoTheLedger);
        Rejects rejects = new Rejects(ledger, Directories.of(to.settings.get(Setting.DATA)));
        to.main.bind("rejectDecisions", new RejectDecisions(ledger, rejects, intoTheLedger, to.clock));
        to.main.bind(
                "fileDecisions",
                new FileDecisions(
                        new FilesApart(Directories.of(to.settings.get(Setting.DATA))),
                        to.settings.get(Setting.FEEDS),
                        intoTheLedger,
                        to.clock));
        NightQueries nights = new NightQueries(to.nights(), to.clock);
        to.main.bind("nightQueries", nights);
        to.main.bind("nightDecisions", new NightDecisions(nights, intoTheLedger, to.clock));
        to.main.bind("dueDecisions", new DueDecisions(ledger, intoTheLedger, to.clock));
        to.main.bind("batchDecisions", new BatchDecisions(ledger, intoTheLedger, to.clock));
        to.main.bind(
                "viewRebuild",
                new ViewRebuild(
                        view.rebuild(), to.connection, to.logId, to.partitions, to.clock, standing, intoTheLedger));
    }

    /** Before the routes are loaded. */
    void guard(CamelContext camel) {
        HttpEdge.guard(camel, server, requests);
    }

    /** When the routes run. */
    void open() {
        HttpEdge.open(to.main.getCamelContext(), server, to.settings, to.clock, to.metrics.http());
    }
}
