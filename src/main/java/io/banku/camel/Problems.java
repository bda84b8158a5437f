package io.banku.camel;

import io.banku.batch.LedgerFormat;
import io.banku.log.LogUnavailableException;
import io.banku.view.CorruptAccountException;
import io.banku.view.ViewException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Turns what was thrown into a problem+json answer (RFC 9457). */
public final class Problems {
    static final String CONTENT_TYPE = "application/problem+json";
    static final String RETRY_AFTER_SECONDS = "1";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Outages outages = new Outages();

    public void answer(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Problem problem = problem(exchange, failure);
        if (problem.status() >= 500) {
            log(problem, path(exchange), failure);
        }
        Map<String, Object> body = document(problem, detail(problem, failure), path(exchange));
        if (failure instanceof ProblemException known && !known.faults().isEmpty()) {
            body.put("errors", known.faults());
        }
        if (problem == Problem.APPEND_UNKNOWN) {
            body.put("commandId", CommandInTransit.of(exchange).submission().id());
        }
        tell(exchange, problem, body);
    }

    /** Only what nobody expected shows where in the program it came from. */
    private void log(Problem problem, String path, Throwable failure) {
        String kind = problem.code() + (problem.status() == 500 ? failure.toString() : failure.getClass());
        outages.more(kind).ifPresent(more -> {
            if (problem == Problem.INTERNAL) {
                LOG.error("{} {}: {}{}", problem.code(), path, failure.toString(), more, failure);
            } else if (problem.status() == 500) {
                LOG.error("{} {}: {}{}", problem.code(), path, said(failure), more);
            } else {
                LOG.warn("{} {}: {}{}", problem.code(), path, said(failure), more);
            }
        });
    }

    /** A client's words around the cause, such as "Redis exception", say nothing. */
    private static String said(Throwable failure) {
        if (failure instanceof ProblemException || failure instanceof ViewException || failure.getCause() == null) {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getClass().getSimpleName() + ": " + cause;
    }

    static void tell(Exchange exchange, Problem problem, Map<String, Object> body) {
        Message answer = Answers.of(exchange, problem.status(), CONTENT_TYPE, LedgerFormat.write(body));
        if (problem.status() == 503) {
            answer.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    static byte[] body(ProblemException refused, String instance) {
        Map<String, Object> body = document(refused.problem(), refused.getMessage(), instance);
        if (!refused.faults().isEmpty()) {
            body.put("errors", refused.faults());
        }
        return LedgerFormat.write(body);
    }

    /** In the order in which a person reads it; more may be put behind. */
    static Map<String, Object> document(Problem problem, String detail, String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", detail);
        body.put("instance", instance);
        body.put("code", problem.code());
        body.put("whatToDo", problem.whatToDo());
        return body;
    }

    private static Problem problem(Exchange exchange, Throwable failure) {
        Problem problem = problem(failure);
        if (problem.status() >= 500 && !isDefinitelyNotAppended(failure)) {
            if (CommandInTransit.isHandedOver(exchange)) {
                return Problem.APPEND_UNKNOWN;
            }
            if (IntoTheLedger.isHandedOver(exchange)) {
                return Problem.DECISION_UNKNOWN;
            }
        }
        return problem;
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof CorruptAccountException) {
            return Problem.CORRUPT_ACCOUNT;
        }
        if (failure instanceof DataAccessException || failure instanceof ViewException) {
            return Problem.VIEW_UNAVAILABLE;
        }
        if (failure instanceof LogUnavailableException || failure instanceof KafkaException) {
            return Problem.LOG_UNAVAILABLE;
        }
        return Problem.INTERNAL;
    }

    /** Kafka's client says so before it hands the record to the network; everything else may have been appended. */
    private static boolean isDefinitelyNotAppended(Throwable failure) {
        return failure instanceof BufferExhaustedException
                || failure instanceof RecordTooLargeException
                || failure instanceof AuthorizationException
                || (failure instanceof TimeoutException
                        && String.valueOf(failure.getMessage()).contains("not present in metadata"));
    }

    /** What Kafka's and Redis' clients say is for whoever runs the process, and is in its log. */
    private static String detail(Problem problem, Throwable failure) {
        if (failure instanceof ProblemException || failure instanceof CorruptAccountException) {
            return failure.getMessage();
        }
        return switch (problem) {
            case APPEND_UNKNOWN ->
                "expected the log to confirm that the command is in it, found no confirmation in time";
            case DECISION_UNKNOWN ->
                "expected the log to confirm that the decision is in the ledger, found no confirmation in time";
            case LOG_UNAVAILABLE ->
                failure instanceof AuthorizationException
                        ? "expected to be allowed to write to the log (Kafka), found that this process is not"
                        : "expected an answer of the log (Kafka), found none in time";
            case VIEW_UNAVAILABLE -> "expected an answer of the view (Redis), found none in time";
            default -> "See the log of the process.";
        };
    }

    static String path(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_PATH, String.class);
    }
}
