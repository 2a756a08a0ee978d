package io.guildhall.guild.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.locale.Locales;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.rpc.StoredFile;
import java.util.List;
import java.util.Optional;

/** A REST call as handlers read it: authenticated and of the right shape. */
public final class Call {
    private final Operation operation;
    private final RestCall rest;
    private final JsonNode query;
    private final JsonNode body;
    private final AuditDraft audit = new AuditDraft();

    public Call(Operation operation, RestCall rest) {
        this.operation = operation;
        this.rest = rest;
        this.query = Json.parse(rest.getQuery());
        this.body = Json.parse(rest.getBody());
    }

    public Operation operation() {
        return operation;
    }

    public Caller caller() {
        return rest.getCaller();
    }

    public long callerId() {
        return rest.getCaller().getUserId();
    }

    public boolean byBot() {
        return rest.getCaller().getBot();
    }

    /** A path parameter as it came, decoded. */
    public String path(String parameter) {
        return rest.getPathOrDefault(parameter, "");
    }

    public boolean hasPath(String parameter) {
        return rest.containsPath(parameter);
    }

    /** A path parameter that is a snowflake; {@code @me} is the caller. */
    public long id(String parameter) {
        String text = path(parameter);
        if (text.equals("@me")) {
            return callerId();
        }
        try {
            return Snowflake.parse(text);
        } catch (NumberFormatException malformed) {
            throw ApiException.invalidField(
                    parameter, "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
        }
    }

    public JsonNode query() {
        return query;
    }

    public JsonNode body() {
        return body;
    }

    public Optional<Long> queryId(String field) {
        return query.hasNonNull(field)
                ? Optional.of(Snowflake.parse(query.get(field).asText()))
                : Optional.empty();
    }

    public int queryNumber(String field, int whenAbsent) {
        return query.path(field).asInt(whenAbsent);
    }

    public boolean queryFlag(String field) {
        return query.path(field).asBoolean(false);
    }

    /** The reason for the audit log. */
    public Optional<String> reason() {
        return rest.getReason().isEmpty() ? Optional.empty() : Optional.of(rest.getReason());
    }

    /** The language that the caller reads. */
    public String locale() {
        return rest.getLocale().isEmpty() ? Locales.DEFAULT : rest.getLocale();
    }

    public List<StoredFile> files() {
        return rest.getFilesList();
    }

    /** What a new message forwards, as {@code RestCall.forwarded} has it. */
    public ByteString forwarded() {
        return rest.getForwarded();
    }

    /** The channel that is to be followed, and its guild, as webhooks show them; empty when api found none. */
    public JsonNode followed() {
        return Json.parse(rest.getForwarded());
    }

    /** What the audit log will say, when the operation declares an action. */
    public AuditDraft audit() {
        return audit;
    }
}
