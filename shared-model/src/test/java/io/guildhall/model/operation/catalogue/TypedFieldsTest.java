package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.model.operation.DiscriminatedShape;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What one client sends and others get is made of declared fields only, in every body and query and however deep: descriptions of
 * applications and guilds, embeds, components, polls, themes. No place takes an object or a list as it comes.
 */
class TypedFieldsTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode FOREIGN = NODES.objectNode()
            .put("no-such-key", "x")
            .set("other", NODES.arrayNode().add(NODES.objectNode().put("no-such-key", 1)));

    private final Set<Shape> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> opaque = new ArrayList<>();
    private int leaves;

    @Test
    void noFieldOfAnyBodyTakesWhatItDoesNotDeclare() {
        Operations.all().forEach(operation -> Stream.concat(operation.body().stream(), operation.query().stream())
                .forEach(shape -> walk(operation.name(), shape)));

        assertThat(opaque).isEmpty();
        assertThat(leaves).isGreaterThan(300);
    }

    private void walk(String place, Shape shape) {
        if (!met.add(shape)) {
            return;
        }
        tryForeign(place, shape, FOREIGN);
        tryForeign(place, shape, NODES.arrayNode().add(FOREIGN));
        tryForeign(place, shape, NODES.arrayNode().add(NODES.arrayNode().add(FOREIGN)));
        if (shape instanceof ObjectShape object) {
            object.names()
                    .forEach(name -> walk(place + '.' + name, object.field(name).orElseThrow()));
        } else if (shape instanceof ListShape list) {
            walk(place + ".*", list.element());
        } else if (shape instanceof DiscriminatedShape choice) {
            choice.shapes().forEach((type, each) -> walk(place + '<' + type + '>', each));
        } else {
            leaves++;
        }
    }

    private void tryForeign(String place, Shape shape, JsonNode value) {
        Problems problems = Problems.none();
        JsonNode clean = shape.check(value, problems);
        if (problems.isEmpty() && clean.toString().contains("no-such-key")) {
            opaque.add(place + " takes " + value);
        }
    }
}
