package io.guildhall.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.endpoint.Callbacks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An API with the person ann, whose password is right, and the application 70. Where codes are asked for, 123456 is one. */
final class FakeApi implements Callbacks {
    private String token = "a token";
    private String name = "an application";
    private String refusal = "";
    private String question = "";
    private boolean before;
    private boolean out;
    private boolean codes;
    private String ticket = "a ticket";
    private JsonNode decision = MissingNode.getInstance();

    @Override
    public RestAnswer answer(RestRequest request) {
        JsonNode body = read(request);
        if (request.path().equals("/v10/auth/mfa/totp")) {
            return second(body);
        }
        if (request.path().equals("/v10/auth/login")) {
            return body.path("password").asText().equals("right")
                    ? RestAnswer.of(200, first())
                    : RestAnswer.of(
                            ApiException.invalidField("login", "INVALID_LOGIN", "Login or password is invalid."));
        }
        if (!token.equals(request.header("Authorization"))) {
            return RestAnswer.of(ApiException.unauthorized());
        }
        if (request.path().equals("/v10/auth/logout")) {
            out = true;
            return RestAnswer.of(204, MissingNode.getInstance());
        }
        return request.method() == HttpMethod.GET ? asked(request.query()) : decided(body);
    }

    private ObjectNode first() {
        return codes
                ? Json.object().putNull("token").put("ticket", ticket).put("mfa", true)
                : Json.object().put("token", token);
    }

    private RestAnswer second(JsonNode body) {
        if (!body.path("ticket").asText().equals(ticket)) {
            return RestAnswer.of(ApiException.invalidField("ticket", "TOKEN_INVALID", "Token has expired."));
        }
        return body.path("code").asText().equals("123456")
                ? RestAnswer.of(200, Json.object().put("token", token))
                : RestAnswer.of(ApiException.invalidField("code", "INVALID_CODE", "Invalid two-factor code."));
    }

    private RestAnswer asked(String query) {
        if (!question.isEmpty()) {
            return RestAnswer.of(ApiException.invalidField("redirect_uri", "OAUTH2_REQUEST_INVALID", question));
        }
        ObjectNode answer = Json.object().put("authorized", before).put("redirect_uri", "https://app.example/back");
        answer.putObject("application").put("name", name);
        answer.putObject("user").put("username", "ann");
        answer.putObject("bot").put("id", "70");
        answer.putArray("guilds")
                .add(guild("4", "owned", true, "0"))
                .add(guild("5", "managed", false, "32"))
                .add(guild("6", "visited", false, "2048"))
                .add(guild("7", "hooked", false, "536870912"));
        if (query.contains("guild_id=7")) {
            answer.putArray("webhook_channels").addObject().put("id", "77").put("name", "notices");
        }
        return RestAnswer.of(200, answer);
    }

    private static ObjectNode guild(String id, String name, boolean owner, String permissions) {
        return Json.object().put("id", id).put("name", name).put("owner", owner).put("permissions", permissions);
    }

    private RestAnswer decided(JsonNode body) {
        decision = body;
        if (!refusal.isEmpty()) {
            return RestAnswer.of(403, Json.object().put("message", refusal).put("code", 50013));
        }
        return RestAnswer.of(
                200,
                Json.object()
                        .put(
                                "location",
                                body.has("guild_id")
                                        ? "/oauth2/authorized"
                                        : "https://app.example/back?code=1&state=a"));
    }

    /** What was sent last to decide; missing when nothing was. */
    JsonNode decision() {
        return decision;
    }

    boolean loggedOut() {
        return out;
    }

    void called(String value) {
        name = value;
    }

    void refuse(String message) {
        refusal = message;
    }

    void refuseToAsk(String message) {
        question = message;
    }

    void askForCodes() {
        codes = true;
    }

    void endTickets() {
        ticket = "another ticket";
    }

    void agreedBefore() {
        before = true;
    }

    void endLogins() {
        token = "another token";
    }

    private static JsonNode read(RestRequest request) {
        try {
            String body = new String(request.body().readAllBytes(), UTF_8);
            return body.isEmpty() ? MissingNode.getInstance() : Json.parse(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
