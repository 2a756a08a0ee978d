package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.Set;

/** A list with bounds on its length. */
public final class ListShape implements Shape {
    private final int min;
    private final int max;
    private final Shape element;
    private final Repeats repeats;
    private final boolean lenient;
    private final boolean inFile;

    /** What becomes of a value that comes twice. */
    enum Repeats {
        KEPT,
        DROPPED,
        REFUSED
    }

    ListShape(int min, int max, Shape element, Repeats repeats, boolean lenient, boolean inFile) {
        this.min = min;
        this.max = max;
        this.element = element;
        this.repeats = repeats;
        this.lenient = lenient;
        this.inFile = inFile;
    }

    /** A value that comes twice counts once; the clean form keeps the first. */
    public ListShape distinct() {
        return new ListShape(min, max, element, Repeats.DROPPED, lenient, inFile);
    }

    /** A value that comes twice is a problem. */
    public ListShape unique() {
        return new ListShape(min, max, element, Repeats.REFUSED, lenient, inFile);
    }

    /** A single value that is no list counts as a list of one: how a query with one key looks. */
    public ListShape orOne() {
        return new ListShape(min, max, element, repeats, true, inFile);
    }

    /** It may also come as a file in a form, with a value on each line; api reads it. */
    public ListShape orInFile() {
        return new ListShape(min, max, element, repeats, lenient, true);
    }

    /** Whether it may come as a file. */
    public boolean inFile() {
        return inFile;
    }

    /** The shape of its elements, for documentation and tests. */
    public Shape element() {
        return element;
    }

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (!value.isArray()) {
            if (lenient) {
                return check(JsonNodeFactory.instance.arrayNode().add(value), problems);
            }
            problems.add("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return value;
        }
        if (value.size() < min || value.size() > max) {
            complainAboutLength(problems);
            return value;
        }
        ArrayNode clean = JsonNodeFactory.instance.arrayNode(value.size());
        Set<JsonNode> seen = new HashSet<>();
        for (int index = 0; index < value.size(); index++) {
            JsonNode item = element.check(value.get(index), problems.at(index));
            boolean first = seen.add(item);
            if (first || repeats == Repeats.KEPT) {
                clean.add(item);
            } else if (repeats == Repeats.REFUSED) {
                problems.at(index).add("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
            }
        }
        return clean;
    }

    /** How long it may be. */
    @Override
    public int mostValues() {
        return max;
    }

    private void complainAboutLength(Problems problems) {
        if (min > 0) {
            problems.add("BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        } else {
            problems.add("BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
        }
    }
}
