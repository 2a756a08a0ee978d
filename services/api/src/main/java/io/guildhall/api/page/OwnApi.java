package io.guildhall.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.endpoint.Callbacks;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The REST API as the pages use it: as any client of a person does, with its limits, checks and answers. */
@ApplicationScoped
class OwnApi {
    private final Callbacks api;

    @Inject
    OwnApi(Callbacks api) {
        this.api = api;
    }

    /** @param body a missing node when there is none */
    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status < 400;
        }

        /** What is wrong, in words: what is said of single fields, or of the whole. */
        Set<String> complaints() {
            Set<String> complaints = new LinkedHashSet<>();
            body.path("errors").findValues("message").forEach(message -> complaints.add(message.asText()));
            if (complaints.isEmpty()) {
                complaints.add(body.path("message").asText("Something went wrong."));
            }
            return complaints;
        }
    }

    Answer get(PageRequest request, Optional<String> login, String path) {
        return call(request, login, HttpMethod.GET, path, MissingNode.getInstance());
    }

    Answer post(PageRequest request, Optional<String> login, String path, JsonNode body) {
        return call(request, login, HttpMethod.POST, path, body);
    }

    private Answer call(PageRequest request, Optional<String> login, HttpMethod method, String path, JsonNode body) {
        byte[] bytes = body.isMissingNode() ? new byte[0] : body.toString().getBytes(UTF_8);
        RestAnswer answer = api.answer(new RestRequest(
                method,
                "/v10" + path,
                request.query(),
                name -> switch (name) {
                    case "Authorization" -> login.orElse(null);
                    case "Content-Type" -> "application/json";
                    case "Content-Length" -> Integer.toString(bytes.length);
                    case "Accept-Language" -> request.headers().apply(name);
                    default -> null;
                },
                request.address(),
                new ByteArrayInputStream(bytes)));
        return new Answer(
                answer.status(),
                answer.body().length == 0 ? MissingNode.getInstance() : Json.parse(new String(answer.body(), UTF_8)));
    }
}
