package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An object with known fields. Unknown ones are left out of the clean form. Immutable: every method that adds returns
 * a new shape.
 */
public final class ObjectShape implements Shape {
    private final List<Field> fields;
    private final SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    private final List<Rule> rules;

    /** A rule over the whole clean object, asked only when every field is in order. */
    public interface Rule {
        void check(ObjectNode value, Problems problems);
    }

    private enum Presence {
        REQUIRED,
        /** Absent and null mean the same: the clean form has no such key. */
        OPTIONAL,
        /** A null stays a null: "set this to nothing". */
        NULLABLE,
        /** Must be there, but may be null. */
        REQUIRED_NULLABLE
    }

    private record Field(String name, Shape shape, Presence presence) {}

    private ObjectShape(List<Field> fields, List<Rule> rules) {
        this.fields = List.copyOf(fields);
        fields.forEach(field -> shapes.putIfAbsent(field.name(), field.shape()));
        this.rules = List.copyOf(rules);
    }

    static ObjectShape empty() {
        return new ObjectShape(List.of(), List.of());
    }

    /** The field must be there and not be null. */
    public ObjectShape required(String name, Shape shape) {
        return with(new Field(name, shape, Presence.REQUIRED));
    }

    /** The field may be left out; null counts as left out. */
    public ObjectShape optional(String name, Shape shape) {
        return with(new Field(name, shape, Presence.OPTIONAL));
    }

    /** The field may be left out, and null means something else than left out: it stays in the clean form. */
    public ObjectShape nullable(String name, Shape shape) {
        return with(new Field(name, shape, Presence.NULLABLE));
    }

    /** The field must be there, but may be null. */
    public ObjectShape requiredNullable(String name, Shape shape) {
        return with(new Field(name, shape, Presence.REQUIRED_NULLABLE));
    }

    /** Every field and rule of another shape as well. */
    public ObjectShape and(ObjectShape other) {
        List<Field> allFields = new ArrayList<>(fields);
        allFields.addAll(other.fields);
        List<Rule> allRules = new ArrayList<>(rules);
        allRules.addAll(other.rules);
        return new ObjectShape(allFields, allRules);
    }

    /** A rule over several fields at once. */
    public ObjectShape rule(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new ObjectShape(fields, more);
    }

    /** The names of all declared fields, for documentation and tests. */
    public List<String> names() {
        return List.copyOf(shapes.keySet());
    }

    /** All declared fields by their names, in their order. */
    public SequencedMap<String, Shape> shapes() {
        return Collections.unmodifiableSequencedMap(shapes);
    }

    /** The shape of a field. */
    public Optional<Shape> field(String name) {
        return Optional.ofNullable(shapes.get(name));
    }

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (!value.isObject()) {
            problems.add("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return value;
        }
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        boolean sound = true;
        for (Field field : fields) {
            Problems place = problems.at(field.name());
            copy(field, value.get(field.name()), clean, place);
            sound &= place.isEmpty();
        }
        if (sound) {
            rules.forEach(rule -> rule.check(clean, problems));
        }
        return clean;
    }

    @Override
    public int mostValues() {
        return fields.stream().mapToInt(field -> field.shape().mostValues()).sum();
    }

    private static void copy(Field field, JsonNode value, ObjectNode clean, Problems problems) {
        boolean absent = value == null;
        if (absent || value.isNull()) {
            switch (field.presence()) {
                case REQUIRED -> Shapes.missing(problems, value);
                case OPTIONAL -> {}
                case NULLABLE -> {
                    if (!absent) {
                        clean.putNull(field.name());
                    }
                }
                case REQUIRED_NULLABLE -> {
                    if (absent) {
                        Shapes.missing(problems, value);
                    } else {
                        clean.putNull(field.name());
                    }
                }
            }
            return;
        }
        clean.set(field.name(), field.shape().check(value, problems));
    }

    private ObjectShape with(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.removeIf(existing -> existing.name().equals(field.name()));
        more.add(field);
        return new ObjectShape(more, rules);
    }
}
