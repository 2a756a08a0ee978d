package io.guildhall.guild.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Given;
import io.guildhall.model.operation.DiscriminatedShape;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.Shapes;
import io.guildhall.model.payload.Json;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Compares records with the shapes that they bind, also those inside of them. A component is a field of the object, or a record of some more
 * of its fields.
 */
final class BoundRecords {
    private BoundRecords() {}

    /** Holds that the record reads every field of the shape except the unread ones, and nothing else. */
    static void requireSame(String place, Class<?> type, Shape shape, Collection<String> unread) {
        Shape one = shape instanceof ListShape list ? list.element() : shape;
        ObjectShape object = object(place, one);
        List<String> expected = new ArrayList<>(object.names());
        expected.removeIf(field -> unread.contains(place + "." + field));
        List<String> read = new ArrayList<>();
        for (Component component : components(type)) {
            String field = component.given().field();
            read.add(field);
            record(component.type())
                    .ifPresent(inner -> requireSame(
                            place + "." + field, inner, object.field(field).orElseThrow(), unread));
        }
        assertThat(read).as("fields of %s that %s reads", place, type).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Of several shapes among which a number chooses: all their fields, and that number's. */
    private static ObjectShape object(String place, Shape shape) {
        if (shape instanceof DiscriminatedShape several) {
            ObjectShape all = Shapes.object().required(several.field(), Shapes.integer());
            for (Shape each : several.shapes().values()) {
                ObjectShape one = object(place, each);
                for (String name : one.names()) {
                    all = all.optional(name, one.field(name).orElseThrow());
                }
            }
            return all;
        }
        assertThat(shape).as("shape of %s", place).isInstanceOf(ObjectShape.class);
        return (ObjectShape) shape;
    }

    private record Component(Given<?> given, Type type) {}

    private static List<Component> components(Class<?> type) {
        try {
            Method factory = type.getDeclaredMethod("of", JsonNode.class);
            factory.setAccessible(true);
            return components((Record) factory.invoke(null, Json.object()));
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(type + " has no factory of(JsonNode) that takes an empty object", failure);
        }
    }

    private static List<Component> components(Record body) throws ReflectiveOperationException {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            switch (accessor.invoke(body)) {
                case Given<?> given -> components.add(new Component(given, argument(component.getGenericType())));
                case Record part -> components.addAll(components(part));
                default -> throw new AssertionError(component + " is neither a field nor a record of fields");
            }
        }
        return components;
    }

    private static Optional<Class<?>> record(Type value) {
        Type one = value instanceof ParameterizedType ? argument(value) : value;
        return one instanceof Class<?> type && type.isRecord() ? Optional.of(type) : Optional.empty();
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }
}
