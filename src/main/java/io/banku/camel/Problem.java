package io.banku.camel;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of problem that an HTTP answer can be (RFC 9457): stable slug and code, and what to do about it. */
public enum Problem {
    MALFORMED_REQUEST(
            400,
            "malformed-request",
            "BNK-7000",
            "The request is not as the contract says",
            "Nothing was done. Correct what the detail names; the contract is at /openapi.yaml."),
    CONDITION_NOT_KEPT(
            400,
            "condition-not-kept",
            "BNK-7026",
            "Nothing here is done under a condition",
            "Nothing was done. Send it without the header that the detail names. What is decided by the balance at that moment is"
                    + " decided anyway: no withdrawal or transfer goes beyond what the view shows as available."),
    UNAUTHENTICATED(
            401,
            "unauthenticated",
            "BNK-7010",
            "The API does not know who asks",
            "Nothing was done. Send the header Authorization: Bearer TOKEN with a token of this bridge; who runs it makes one"
                    + " with banku token NAME and adds its line to the file of banku.http.principals."),
    FOREIGN_HOST(
            403,
            "foreign-host",
            "BNK-7019",
            "The request names another host than this machine",
            "Nothing was done. A bridge without tokens answers only what is sent to http://localhost, http://127.0.0.1 or"
                    + " http://[::1] and says so in its Host header, or any page of the web could use it. To be reached by"
                    + " another name it needs a file of tokens: banku.http.principals."),
    ACCOUNT_RESERVED(
            403,
            "account-reserved",
            "BNK-7025",
            "Only the mainframe opens accounts under this id",
            "Nothing was done. Open the account under another id, or leave the id out to be given one; which ids are kept for the"
                    + " mainframe is banku.http.accounts."),
    ACCOUNT_NOT_FOUND(
            404,
            "account-not-found",
            "BNK-7001",
            "There is no such account",
            "Write the id with all its zeros, as the mainframe does (0000004711). An account exists from the first event"
                    + " that names it: was the batch that opens it sealed?"),
    OUTCOME_NOT_FOUND(
            404,
            "outcome-not-found",
            "BNK-7011",
            "There is no outcome of such a command",
            "If its answer was 202, it is queued and will get one: ask again. If that is longer ago than outcomes are kept"
                    + " (banku.commands.kept, 24 hours unless it is set otherwise), this says nothing about it: look at the"
                    + " account, and for its commandid among the account's events."),
    BATCH_NOT_FOUND(
            404,
            "batch-not-found",
            "BNK-7002",
            "There is no such batch",
            "List the batches: GET /api/v1/batches, or banku batch list. A file that has arrived becomes a batch when the"
                    + " owner of its feed has staged it."),
    FILES_ELSEWHERE(
            404,
            "files-elsewhere",
            "BNK-4065",
            "The batch's folder is not in this process's data folder",
            "Ask a process that has the banku.data of those with the role ingest. If an operator carried the archive away,"
                    + " its rejects.jsonl went with it; banku.rejects has those of batches that were sealed."),
    NOT_FOUND(
            404,
            "not-found",
            "BNK-7003",
            "There is nothing here",
            "Look the path up in the contract, /openapi.yaml; its paths begin with /api/v1."),
    METHOD_NOT_ALLOWED(
            405,
            "method-not-allowed",
            "BNK-7004",
            "The method is not for this resource",
            "Use one of the methods that the answer's Allow header lists."),
    NOT_ACCEPTABLE(
            406,
            "not-acceptable",
            "BNK-7027",
            "The answer would be in a format that the request does not accept",
            "Nothing was done. Accept application/json, or send no Accept header."),
    REQUEST_TIMEOUT(
            408,
            "request-timeout",
            "BNK-7028",
            "The request did not come in time",
            "Nothing was done. Send it again, a command with the same key, head and body at once. How long each may take is"
                    + " banku.http.request-time."),
    BATCH_NOT_HELD(
            409,
            "batch-not-held",
            "BNK-7005",
            "Only a held batch can be decided about",
            "Look at its state: GET /api/v1/batches/{id}, or banku batch show. What is sealed is in the log for ever; what"
                    + " was refused can be delivered again once its feed or its file is mended."),
    BATCH_PARTLY_IN(
            409,
            "batch-partly-in",
            "BNK-4032",
            "A batch of which something is in the log can only be completed",
            "Put the file back into the batch's folder and release it, or deliver the same file again: it goes on where the log"
                    + " stands, and nothing is published twice."),
    RELEASE_NAMES_NOTHING(
            409,
            "release-names-nothing",
            "BNK-4035",
            "A release has to name the batch whose records it may repeat",
            "Look at the batches that the answer names. Complete those instead; or, if this file repeats nothing of them,"
                    + " release it with the id of one as 'despite' (banku batch release ID --despite ID)."),
    AMBIGUOUS_BATCH(
            409,
            "ambiguous-batch",
            "BNK-7006",
            "Several batches begin like this",
            "Give more characters of the id, until one batch is left."),
    LOG_NOT_WHOLE(
            409,
            "log-not-whole",
            "BNK-7017",
            "The log does not have all its events from the beginning on",
            "Nothing was emptied. Bring the whole log back first: the view may be all that is left of what the log lacks."),
    LIST_ENDED(
            409,
            "list-ended",
            "BNK-7030",
            "The order of the list has changed since that page",
            "Begin again without the cursor: on pages behind this one something could be missing."),
    PAYLOAD_TOO_LARGE(
            413,
            "payload-too-large",
            "BNK-7007",
            "The body is larger than any that the contract knows",
            "Nothing was done. Send the body that the contract describes; files go into the inbox, not over HTTP."),
    URI_TOO_LONG(
            414,
            "uri-too-long",
            "BNK-7023",
            "The path and query are longer than any that the contract knows",
            "Nothing was done. Send the path and query that the contract describes: /openapi.yaml."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "unsupported-media-type",
            "BNK-7008",
            "The body is not in a format that this resource reads",
            "Nothing was done. Send JSON, and say so: Content-Type: application/json."),
    COMMAND_DECLINED(
            422,
            "command-declined",
            "BNK-7012",
            "The command was declined; nothing moved",
            "This is final for this Idempotency-Key: every retry gets the same answer. A new try is a new command, with a new"
                    + " key."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "idempotency-key-reused",
            "BNK-7013",
            "The Idempotency-Key belongs to another request",
            "This request did nothing. Send it again with a key of its own."),
    HEADERS_TOO_LARGE(
            431,
            "headers-too-large",
            "BNK-7024",
            "The headers are larger than the server reads",
            "Nothing was done. Send fewer or shorter headers: does something on the way (a proxy, cookies) add them?"),
    CORRUPT_ACCOUNT(
            500,
            "corrupt-account",
            "BNK-6010",
            "The view holds something that is no account",
            "Somebody else wrote into the view. Nothing is lost: banku view rebuild makes it anew from the events."),
    INTERNAL(
            500,
            "internal-error",
            "BNK-9000",
            "Something went wrong here",
            "See the log of the process, which has the stack trace, and report it."),
    VIEW_UNAVAILABLE(
            503,
            "view-unavailable",
            "BNK-6000",
            "The view cannot be read now",
            "A command was not appended: send it again with the same key after Retry-After, and everything else too. If it"
                    + " stays: does Redis run where banku.redis.uri points?"),
    LOG_UNAVAILABLE(
            503,
            "log-unavailable",
            "BNK-5000",
            "The log cannot be reached now",
            "A command was not appended: send it again with the same key after Retry-After, and everything else too. If it"
                    + " stays: do the brokers of banku.kafka.bootstrap-servers run?"),
    VIEW_BEHIND(
            503,
            "view-behind",
            "BNK-7014",
            "The view has not reached the position that was asked for",
            "Try again after Retry-After, or wait longer (Prefer: wait=SECONDS). If it stays: does a process with the role"
                    + " projection run?"),
    VIEW_REBUILDING(
            503,
            "view-rebuilding",
            "BNK-7016",
            "The view is being rebuilt, and does not show yet what it showed before",
            "Try again after Retry-After. GET /api/v1/view, or banku view show, says how far it is. If it does not move: does"
                    + " a process with the role projection run?"),
    LOG_LOST(
            503,
            "log-lost",
            "BNK-5036",
            "The log has lost something of what the view has, and nothing in it is certain",
            "A command is in the log and is decided when that is mended: ask again with the same key. Whoever runs the bridge"
                    + " brings the log back, or gives up what is lost and has the view rebuilt: docs/operations.md."),
    NOT_RUNNING(
            503,
            "not-running",
            "BNK-7009",
            "This process is starting or ending",
            "Nothing was done. Try again after Retry-After, or ask another process."),
    HISTORY_BUSY(
            503,
            "history-busy",
            "BNK-7018",
            "Another account of the past is being read",
            "Try again after Retry-After, or ask another process: each reads one partition of the log at a time."),
    ROLE_ELSEWHERE(
            503,
            "role-elsewhere",
            "BNK-7020",
            "Another process answers this",
            "Nothing was done. Send it to a process whose banku.roles has the role that the detail names; the contract names it"
                    + " as x-role of each operation."),
    TOO_MANY_REQUESTS(
            503,
            "too-many-requests",
            "BNK-7021",
            "The process has as many requests in hand as it takes",
            "Nothing was done. Try again after Retry-After, or ask another process. If it stays: how many there may be is"
                    + " banku.http.requests, what they wait for is in its log."),
    TOO_MANY_CONNECTIONS(
            503,
            "too-many-connections",
            "BNK-7029",
            "The process has as many connections as it takes",
            "Nothing was done. Try again after Retry-After, or ask another process, and use connections again rather than"
                    + " making new ones. How many there may be is banku.http.connections."),
    APPEND_UNKNOWN(
            504,
            "append-unknown",
            "BNK-7015",
            "Whether the command is in the log is not known",
            "Send the same request again with the same Idempotency-Key: it is carried out once at most. With a new key it"
                    + " could be carried out twice; and so it could with the same key when that is forgotten: five minutes"
                    + " before banku.commands.kept (24 hours unless it is set otherwise) are over since its first sending,"
                    + " stop, and look for its commandid among the account's events instead."),
    DECISION_UNKNOWN(
            504,
            "decision-unknown",
            "BNK-7022",
            "Whether the decision is in the ledger is not known",
            "Look at the batch first: GET /api/v1/batches/{id}, or banku batch show. If it is in the ledger, the owner of the feed"
                    + " carries it out when it reads it. Decide again only if the batch is still held then.");

    private final int status;
    private final String slug;
    private final String code;
    private final String title;
    private final String whatToDo;

    Problem(int status, String slug, String code, String title, String whatToDo) {
        this.status = status;
        this.slug = slug;
        this.code = code;
        this.title = title;
        this.whatToDo = whatToDo;
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
        return title;
    }

    /** Sentences for whoever gets it. */
    public String whatToDo() {
        return whatToDo;
    }
}
