package io.guildhall.model.error;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Failure;

/**
 * A request that is refused, with everything that the answer says. Thrown wherever the reason is found, and mapped to
 * HTTP and to {@link Failure} in one place each. It has no stack trace: it tells the caller about the request, not us
 * about the program.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final int status;
    private final transient ObjectNode errors;
    private final double retryAfter;
    private final boolean nothingDone;

    private ApiException(int code, int status, String message, ObjectNode errors, double retryAfter) {
        this(code, status, message, errors, retryAfter, false);
    }

    private ApiException(
            int code, int status, String message, ObjectNode errors, double retryAfter, boolean nothingDone) {
        super(requireNonNull(message, "message is null"), null, false, false);
        this.code = code;
        this.status = status;
        this.errors = errors;
        this.retryAfter = retryAfter;
        this.nothingDone = nothingDone;
    }

    public static ApiException of(ErrorCode code) {
        return new ApiException(code.number(), code.status(), code.message(), null, 0);
    }

    /** What only people's clients meet; always 400. */
    public static ApiException of(PersonErrorCode code) {
        return new ApiException(code.number(), 400, code.message(), null, 0);
    }

    /** The code for a thing that a route names and that is not there, where other requests that name it are only malformed. */
    public static ApiException notFound(ErrorCode code) {
        return new ApiException(code.number(), 404, code.message(), null, 0);
    }

    /** The code for a caller who lacks something, where other requests with it are only malformed. */
    public static ApiException forbidden(ErrorCode code) {
        return new ApiException(code.number(), 403, code.message(), null, 0);
    }

    /** The code with a message of its own. */
    public static ApiException of(ErrorCode code, String message) {
        return new ApiException(code.number(), code.status(), message, null, 0);
    }

    /** The code with a wait, in seconds, after which the same request may succeed. */
    public static ApiException retryAfter(ErrorCode code, double seconds) {
        return new ApiException(code.number(), code.status(), code.message(), null, seconds);
    }

    /** 50035 with the tree of what is wrong where. */
    public static ApiException invalidForm(Problems problems) {
        ErrorCode code = ErrorCode.INVALID_FORM_BODY;
        return new ApiException(code.number(), code.status(), code.message(), problems.tree(), 0);
    }

    /** 50035 with one problem of one field of the body. */
    public static ApiException invalidField(String field, String problem, String message) {
        Problems problems = Problems.none();
        problems.at(field).add(problem, message);
        return invalidForm(problems);
    }

    /** The request itself is malformed, before anything of it is looked at. */
    public static ApiException badRequest() {
        return plain(400, "400: Bad Request");
    }

    /** The token is missing, malformed, forged or revoked. */
    public static ApiException unauthorized() {
        return plain(401, "401: Unauthorized");
    }

    /** There is no such route. */
    public static ApiException noSuchRoute() {
        return plain(404, "404: Not Found");
    }

    public static ApiException methodNotAllowed() {
        return plain(405, "405: Method Not Allowed");
    }

    /** The client has not sent the whole request: it took too long, or went away. */
    public static ApiException incomplete() {
        return plain(408, "408: Request Timeout");
    }

    /** Something broke on our side; the details are in the log, not in the answer. */
    public static ApiException internal() {
        return plain(500, "500: Internal Server Error");
    }

    /** The part that would answer is away for the moment. */
    public static ApiException unavailable() {
        return new ApiException(0, 503, "503: Service Unavailable", null, 1);
    }

    /**
     * This node is of an older release than who asks, and does not know what is asked of it; nothing of it was done. A node that knows
     * will be there when the upgrade is over, so it may be asked again.
     */
    public static ApiException unknownHere() {
        return new ApiException(0, 503, "503: Service Unavailable: an upgrade is under way", null, 1, true);
    }

    /** This instance has not got the part that would answer, and asking again does not help. */
    public static ApiException notInstalled(String part) {
        return plain(503, "503: Service Unavailable: " + part + " is not installed here");
    }

    /** Too much of this kind is under way already. */
    public static ApiException tooMany(double secondsToWait) {
        return new ApiException(0, 429, "429: Too Many Requests", null, secondsToWait);
    }

    private static ApiException plain(int status, String message) {
        return new ApiException(0, status, message, null, 0);
    }

    public static ApiException from(Failure failure) {
        return new ApiException(
                failure.getCode(),
                failure.getStatus(),
                failure.getMessage(),
                failure.getErrors().isEmpty() ? null : tree(failure.getErrors()),
                failure.getRetryAfter(),
                failure.getNothingDone());
    }

    public Failure toFailure() {
        Failure.Builder failure = Failure.newBuilder()
                .setCode(code)
                .setStatus(status)
                .setMessage(getMessage())
                .setRetryAfter(retryAfter)
                .setNothingDone(nothingDone);
        if (errors != null) {
            failure.setErrors(ByteString.copyFromUtf8(errors.toString()));
        }
        return failure.build();
    }

    /** The body of the HTTP answer. */
    public ObjectNode toBody() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", getMessage()).put("code", code);
        if (errors != null) {
            body.set("errors", errors);
        }
        if (retryAfter > 0) {
            body.put("retry_after", retryAfter);
        }
        return body;
    }

    public int code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Seconds to wait before trying again; 0 when that would not help. */
    public double retryAfter() {
        return retryAfter;
    }

    public boolean is(ErrorCode other) {
        return code == other.number();
    }

    private static ObjectNode tree(ByteString json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json.toStringUtf8());
        } catch (JsonProcessingException | ClassCastException malformed) {
            throw new IllegalArgumentException("the errors of a failure are no JSON object", malformed);
        }
    }
}
