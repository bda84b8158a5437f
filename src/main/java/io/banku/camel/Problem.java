package io.banku.camel;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of problem that an HTTP answer can be (RFC 9457): stable slug and code. What each means, and what to do about
 * it, is in {@code problems.yaml}.
 */
public enum Problem {
    MALFORMED_REQUEST(400, "malformed-request", "BNK-7000"),
    CONDITION_NOT_KEPT(400, "condition-not-kept", "BNK-7026"),
    UNAUTHENTICATED(401, "unauthenticated", "BNK-7010"),
    FOREIGN_HOST(403, "foreign-host", "BNK-7019"),
    ACCOUNT_RESERVED(403, "account-reserved", "BNK-7025"),
    ACCOUNT_NOT_FOUND(404, "account-not-found", "BNK-7001"),
    OUTCOME_NOT_FOUND(404, "outcome-not-found", "BNK-7011"),
    BATCH_NOT_FOUND(404, "batch-not-found", "BNK-7002"),
    REJECT_NOT_FOUND(404, "reject-not-found", "BNK-5050"),
    NOTHING_DUE(404, "nothing-due", "BNK-5057"),
    FILE_NOT_UNCLAIMED(404, "file-not-unclaimed", "BNK-5090"),
    NIGHT_NOT_FOUND(404, "night-not-found", "BNK-5073"),
    FILES_ELSEWHERE(404, "files-elsewhere", "BNK-4065"),
    NOT_FOUND(404, "not-found", "BNK-7003"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "BNK-7004"),
    NOT_ACCEPTABLE(406, "not-acceptable", "BNK-7027"),
    REQUEST_TIMEOUT(408, "request-timeout", "BNK-7028"),
    NIGHT_NOT_CLOSED(409, "night-not-closed", "BNK-5074"),
    BATCH_NOT_HELD(409, "batch-not-held", "BNK-7005"),
    NOT_KNOWN_WHO(403, "not-known-who", "BNK-5058"),
    SAME_PERSON(403, "same-person", "BNK-5059"),
    NOTHING_ASKED(409, "nothing-asked", "BNK-5060"),
    WISH_VOID(409, "wish-void", "BNK-5061"),
    TAKES_TWO(409, "takes-two", "BNK-5062"),
    REJECT_NOT_READY(409, "reject-not-ready", "BNK-5054"),
    BATCH_PARTLY_IN(409, "batch-partly-in", "BNK-4032"),
    RELEASE_NAMES_NOTHING(409, "release-names-nothing", "BNK-4035"),
    AMBIGUOUS_BATCH(409, "ambiguous-batch", "BNK-7006"),
    LOG_NOT_WHOLE(409, "log-not-whole", "BNK-7017"),
    LIST_ENDED(409, "list-ended", "BNK-7030"),
    PAYLOAD_TOO_LARGE(413, "payload-too-large", "BNK-7007"),
    URI_TOO_LONG(414, "uri-too-long", "BNK-7023"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "BNK-7008"),
    EXPECTATION_FAILED(417, "expectation-failed", "BNK-7031"),
    FILE_NOT_ASSIGNABLE(422, "file-not-assignable", "BNK-5091"),
    CORRECTION_REFUSED(422, "correction-refused", "BNK-5053"),
    COMMAND_DECLINED(422, "command-declined", "BNK-7012"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "BNK-7013"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "BNK-7024"),
    CORRUPT_ACCOUNT(500, "corrupt-account", "BNK-6010"),
    INTERNAL(500, "internal-error", "BNK-9000"),
    VIEW_UNAVAILABLE(503, "view-unavailable", "BNK-6000"),
    LOG_UNAVAILABLE(503, "log-unavailable", "BNK-5000"),
    VIEW_BEHIND(503, "view-behind", "BNK-7014"),
    VIEW_REBUILDING(503, "view-rebuilding", "BNK-7016"),
    LOG_LOST(503, "log-lost", "BNK-5036"),
    NOT_RUNNING(503, "not-running", "BNK-7009"),
    HISTORY_BUSY(503, "history-busy", "BNK-7018"),
    ROLE_ELSEWHERE(503, "role-elsewhere", "BNK-7020"),
    TOO_MANY_REQUESTS(503, "too-many-requests", "BNK-7021"),
    TOO_MANY_CONNECTIONS(503, "too-many-connections", "BNK-7029"),
    APPEND_UNKNOWN(504, "append-unknown", "BNK-7015"),
    DECISION_UNKNOWN(504, "decision-unknown", "BNK-7022");

    private final int status;
    private final String slug;
    private final String code;
    private final ProblemText text;

    Problem(int status, String slug, String code) {
        this.status = status;
        this.slug = slug;
        this.code = code;
        this.text = ProblemText.of(slug);
    }

    static Optional<Problem> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(problem -> problem.slug.equals(slug))
                .findFirst();
    }

    public int status() {
        return status;
    }

    /** The last part of its type. */
    public String slug() {
        return slug;
    }

    /** Its type, which is also the path of the page that explains it: {@code /problems/SLUG}. */
    public String type() {
        return "/problems/" + slug;
    }

    public String code() {
        return code;
    }

    public String title() {
        return text.title();
    }

    /** Sentences for whoever gets it. */
    public String whatToDo() {
        return text.whatToDo();
    }
}
