package io.guildhall.guild.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.rpc.StoredFile;

/** Builds REST calls for handlers; the body passes the operation's declared shape, as it does on its way in. */
public final class Calls {
    private final Operation operation;
    private final RestCall.Builder rest;

    private Calls(String operation, long caller) {
        this.operation = Operations.byName(operation).orElseThrow();
        this.rest = RestCall.newBuilder()
                .setOperation(operation)
                .setCaller(Caller.newBuilder().setUserId(caller));
    }

    public static Calls of(String operation, long caller) {
        return new Calls(operation, caller);
    }

    public Calls path(String parameter, Object value) {
        rest.putPath(parameter, String.valueOf(value));
        return this;
    }

    public Calls body(String json) {
        rest.setBody(cleaned(json, true));
        return this;
    }

    /** Puts a picture's hash in its place, as api does. */
    public Calls picture(String field, String hash) {
        rest.setBody(Json.bytes(((ObjectNode) Json.parse(rest.getBody())).put(field, hash)));
        return this;
    }

    public Calls query(String json) {
        rest.setQuery(cleaned(json, false));
        return this;
    }

    public Calls bot() {
        rest.getCallerBuilder().setBot(true);
        return this;
    }

    /** The application speaks for the caller. */
    public Calls by(long application) {
        rest.getCallerBuilder().setApplicationId(application);
        return this;
    }

    public Calls file(StoredFile.Builder file) {
        rest.addFiles(file);
        return this;
    }

    /** What api found of the message that a new one forwards. */
    public Calls forwarded(String json) {
        rest.setForwarded(ByteString.copyFromUtf8(json));
        return this;
    }

    public Call call() {
        return new Call(operation, rest.build());
    }

    public RestCall rest() {
        return rest.build();
    }

    private ByteString cleaned(String json, boolean body) {
        Problems problems = Problems.none();
        JsonNode clean =
                (body ? operation.body() : operation.query()).orElseThrow().check(Json.parse(json), problems);
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return Json.bytes(clean);
    }
}
