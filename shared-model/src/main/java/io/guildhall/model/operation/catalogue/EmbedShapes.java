package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.mediaUrl;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.timestamp;
import static io.guildhall.model.operation.Shapes.trimmed;
import static io.guildhall.model.operation.Shapes.url;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.List;

/** Embeds as bots send them. */
final class EmbedShapes {
    private static final int MAX_EMBEDS = 10;
    private static final int MAX_CHARACTERS = 6000;

    private static final ObjectShape MEDIA = object().required("url", mediaUrl());

    private static final ObjectShape FIELD = object().required("name", trimmed(0, 256))
            .required("value", trimmed(0, 1024))
            .optional("inline", bool());

    private static final ObjectShape EMBED = object().optional("title", trimmed(0, 256))
            .optional("description", trimmed(0, 4096))
            .optional("url", url(2048))
            .optional("timestamp", timestamp())
            .optional("color", integer(0, 0xFFFFFF))
            .optional("footer", object().required("text", trimmed(0, 2048)).optional("icon_url", mediaUrl()))
            .optional("image", MEDIA)
            .optional("thumbnail", MEDIA)
            .optional(
                    "author",
                    object().required("name", trimmed(0, 256))
                            .optional("url", url(2048))
                            .optional("icon_url", mediaUrl()))
            .optional("fields", list(0, 25, FIELD))
            .rule(EmbedShapes::demandSomething);

    /** A message's embeds; see {@link #rule} for the bound on all of them together. */
    static final Shape EMBEDS = list(0, MAX_EMBEDS, EMBED);

    /** Fields of which one makes an embed worth showing. */
    private static final List<String> SHOWN =
            List.of("title", "description", "timestamp", "footer", "image", "thumbnail", "author", "fields");

    private EmbedShapes() {}

    private static void demandSomething(ObjectNode embed, Problems problems) {
        boolean nothing = SHOWN.stream()
                .map(embed::path)
                .allMatch(value -> value.isContainerNode()
                        ? value.isEmpty()
                        : value.asText("").isEmpty());
        if (nothing) {
            problems.at("description").add("BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    /** At most 6,000 characters over all embeds of a message. */
    static void rule(ObjectNode message, Problems problems) {
        int characters = 0;
        int index = 0;
        for (JsonNode embed : message.path("embeds")) {
            characters += characters(embed);
            if (characters > MAX_CHARACTERS) {
                problems.at("embeds")
                        .at(index)
                        .add("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + MAX_CHARACTERS);
                return;
            }
            index++;
        }
    }

    private static int characters(JsonNode embed) {
        int sum = length(embed.path("title"))
                + length(embed.path("description"))
                + length(embed.path("footer").path("text"))
                + length(embed.path("author").path("name"));
        for (JsonNode field : embed.path("fields")) {
            sum += length(field.path("name")) + length(field.path("value"));
        }
        return sum;
    }

    private static int length(JsonNode node) {
        String value = node.asText("");
        return value.codePointCount(0, value.length());
    }
}
