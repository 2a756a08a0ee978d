package io.guildhall.api.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What owners answer for some operations, in the form in which clients want it: with addresses in it, or as something else than JSON. */
@ApplicationScoped
public class Renderings {
    private final PublicUrls urls;
    private final Map<Operation, UnaryOperator<RestAnswer>> byOperation;

    @Inject
    public Renderings(PublicUrls urls) {
        this.urls = urls;
        byOperation = Map.of(
                GreetingOperations.GET_WIDGET, this::widget,
                GreetingOperations.GET_WIDGET_PICTURE, Renderings::picture,
                InviteOperations.GET_INVITE_TARGETS, Renderings::listed);
    }

    /** Refusals, and the answers of all other operations, stay as they are. */
    public RestAnswer of(Operation operation, RestAnswer answer) {
        return answer.status() >= 400
                ? answer
                : byOperation.getOrDefault(operation, UnaryOperator.identity()).apply(answer);
    }

    private RestAnswer widget(RestAnswer answer) {
        ObjectNode widget = (ObjectNode) json(answer);
        if (widget.hasNonNull("instant_invite")) {
            widget.put(
                    "instant_invite",
                    urls.issuer() + "/invite/" + widget.get("instant_invite").asText());
        }
        for (JsonNode member : widget.path("members")) {
            ((ObjectNode) member)
                    .put(
                            "avatar_url",
                            urls.cdn() + "/" + member.path("avatar_url").asText());
        }
        return RestAnswer.of(answer.status(), widget).with(answer.headers());
    }

    private static RestAnswer picture(RestAnswer answer) {
        return RestAnswer.of(answer.status(), WidgetPicture.of(json(answer)))
                .with(answer.headers())
                .with(RestAnswer.type("image/png"));
    }

    /** As CSV, in the form in which lists of people come. */
    private static RestAnswer listed(RestAnswer answer) {
        StringBuilder lines = new StringBuilder("user_id\n");
        json(answer).path("users").forEach(user -> lines.append(user.asText()).append('\n'));
        return RestAnswer.of(answer.status(), lines.toString().getBytes(UTF_8))
                .with(answer.headers())
                .with(RestAnswer.type("text/csv"));
    }

    private static JsonNode json(RestAnswer answer) {
        return Json.parse(new String(answer.body(), UTF_8));
    }
}
