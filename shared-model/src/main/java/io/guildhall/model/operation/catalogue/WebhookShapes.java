package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.name.NameRule;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.List;

/** Bodies about webhooks. */
final class WebhookShapes {
    private static final List<String> FORBIDDEN = List.of("clyde", "discord");

    /** What a webhook may be called, and what its messages may say that it is called. */
    static final Shape NAME = (value, problems) -> {
        JsonNode clean = name(1, 80).check(value, problems);
        if (problems.isEmpty()) {
            refusePretence(clean.asText(), problems);
        }
        return clean;
    };

    static final Shape CREATE = object().required("name", NAME).nullable("avatar", image());

    static final ObjectShape EDIT_BY_TOKEN = object().optional("name", NAME).nullable("avatar", image());

    static final Shape EDIT = EDIT_BY_TOKEN.and(object().nullable("channel_id", snowflake()));

    private WebhookShapes() {}

    /** Names of whom messages would seem to come from. */
    private static void refusePretence(String name, Problems problems) {
        FORBIDDEN.stream()
                .filter(part -> NameRule.reads(name, part))
                .forEach(part -> problems.add("USERNAME_INVALID_CONTAINS", "Username cannot contain \"" + part + "\""));
    }
}
