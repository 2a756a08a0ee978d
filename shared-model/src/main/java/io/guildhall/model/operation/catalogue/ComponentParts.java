package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.mediaUrl;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.reference;
import static io.guildhall.model.operation.Shapes.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.emoji.UnicodeEmoji;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;

/** What several kinds of components have. */
final class ComponentParts {
    /** Every component may carry a number that names it within its message. */
    static final ObjectShape COMPONENT = object().optional("id", integer(0, Integer.MAX_VALUE));

    static final ObjectShape EMOJI = object().nullable("id", reference())
            .nullable("name", text(100))
            .optional("animated", bool())
            .rule(ComponentParts::checkEmoji);

    /** A picture or a file: of all that is said of it only the address counts. */
    static final ObjectShape MEDIA = object().required("url", mediaUrl());

    private ComponentParts() {}

    /** One of the guilds' own by its id, or any other by itself. */
    private static void checkEmoji(ObjectNode emoji, Problems problems) {
        if (!emoji.hasNonNull("id") && !UnicodeEmoji.is(emoji.path("name").asText(""))) {
            problems.at("name").add("COMPONENT_INVALID_EMOJI", "Invalid emoji");
        }
    }
}
