package io.guildhall.standalone.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.DiscriminatedShape;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What one client sends others receive: messages with embeds and components, descriptions, settings. Whatever object it is in, a
 * field that nobody declared goes no further than the shape of the body.
 */
class ForeignFieldsTest {
    private static final String FOREIGN = "foreign_to_all";

    private final Samples samples = new Samples(List.of("123456789012345678"));
    private final Set<Shape> seen = new HashSet<>();
    private final AtomicInteger accepted = new AtomicInteger();

    @Test
    void noneComesThroughAnyObjectOfAnyBody() {
        for (Operation operation : Operations.all()) {
            operation.body().ifPresent(shape -> walk(operation.name(), shape));
        }
        assertThat(accepted.get()).isGreaterThan(seen.size() / 2);
    }

    private void walk(String where, Shape shape) {
        switch (shape) {
            case ObjectShape object -> {
                if (seen.add(object)) {
                    check(where, object);
                    object.names()
                            .forEach(name ->
                                    walk(where + "." + name, object.field(name).orElseThrow()));
                }
            }
            case ListShape list -> walk(where, list.element());
            case DiscriminatedShape choice -> choice.shapes().values().forEach(one -> walk(where, one));
            default -> {
                // Has no fields.
            }
        }
    }

    private void check(String where, ObjectShape shape) {
        JsonNode sample = samples.most(shape).orElseThrow();
        Problems problems = Problems.none();
        JsonNode clean = shape.check(spoilt(sample), problems);
        if (problems.isEmpty()) {
            accepted.incrementAndGet();
            assertThat(clean.toString()).as(where).doesNotContain(FOREIGN);
        }
    }

    private static JsonNode spoilt(JsonNode node) {
        JsonNode copy = node.deepCopy();
        spoil(copy);
        return copy;
    }

    private static void spoil(JsonNode node) {
        node.forEach(ForeignFieldsTest::spoil);
        if (node instanceof ObjectNode object) {
            object.set(FOREIGN, Json.parse("{\"type\":\"evil\",\"list\":[1]}"));
        }
    }
}
