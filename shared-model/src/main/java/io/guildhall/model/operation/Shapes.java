package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.name.LineRule;
import io.guildhall.model.name.NameRule;
import io.guildhall.model.name.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The vocabulary that bodies and queries are declared in. Every shape answers with Discord's own problem codes and
 * messages. Values of a query arrive as text, so whatever takes a number or a boolean also takes its text form.
 */
public final class Shapes {
    private Shapes() {}

    /** An object; its fields are added with {@link ObjectShape#required} and its siblings. */
    public static ObjectShape object() {
        return ObjectShape.empty();
    }

    /** Text of any length up to {@code max} characters (code points). */
    public static TextShape text(int max) {
        return new TextShape(0, max, UnaryOperator.identity());
    }

    /** Text of {@code min} to {@code max} characters (code points). */
    public static TextShape text(int min, int max) {
        return new TextShape(min, max, UnaryOperator.identity());
    }

    /** Text of {@code min} to {@code max} characters, counted after white space at both ends is taken off. */
    public static TextShape trimmed(int min, int max) {
        return new TextShape(min, max, WhiteSpace::trimmed);
    }

    /** What something or somebody is called: {@code min} to {@code max} characters as {@link NameRule} leaves them. */
    public static TextShape name(int min, int max) {
        return new TextShape(min, max, NameRule::clean);
    }

    /** A line that is shown beside what others say: {@code min} to {@code max} characters as {@link LineRule} leaves them. */
    public static TextShape line(int min, int max) {
        return new TextShape(min, max, LineRule::clean);
    }

    /** What an account is called. */
    public static Shape username() {
        return new UsernameShape();
    }

    /** A whole number from {@code min} to {@code max}. */
    public static Shape integer(long min, long max) {
        return new IntegerShape(min, max);
    }

    /** Any whole number of 64 bits. */
    public static Shape integer() {
        return new IntegerShape(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A set of flags: a whole number of 31 bits, which is how payloads carry them. */
    public static Shape flags() {
        return new IntegerShape(0, Integer.MAX_VALUE);
    }

    /** A finite number, whole or not. */
    public static Shape number() {
        return number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** A finite number, whole or not, within these bounds. */
    public static Shape number(double min, double max) {
        return new NumberShape(min, max);
    }

    /** A boolean; also {@code True}, {@code "true"}, {@code 1} and their opposites. */
    public static Shape bool() {
        return new BooleanShape();
    }

    /** An id; text or a JSON number, always text in the clean form. */
    public static Shape snowflake() {
        return new SnowflakeShape(0);
    }

    /**
     * The id of something that is there, as one object names another: never 0. Typed clients lose a whole event by one that is, so this
     * is for all that goes to others without being looked up.
     */
    public static Shape reference() {
        return new SnowflakeShape(1);
    }

    /** A permission bit set; text or a JSON number, always text in the clean form. */
    public static Shape permissions() {
        return new PermissionsShape(-1);
    }

    /** A permission bit set that is kept as it came: none but the bits that Discord takes in such a place, which are 54. */
    public static Shape knownPermissions() {
        return new PermissionsShape((1L << 54) - 1);
    }

    /** One of these whole numbers. */
    public static Shape choice(long... values) {
        Set<Long> choices = LongStream.of(values).boxed().collect(Collectors.toCollection(TreeSet::new));
        return new IntegerChoiceShape(Set.copyOf(choices), choices.toString());
    }

    /** One of these texts. */
    public static Shape choice(List<String> values) {
        return new TextChoiceShape(List.copyOf(values));
    }

    /** A list of {@code min} to {@code max} elements, each of the given shape. */
    public static ListShape list(int min, int max, Shape element) {
        return new ListShape(min, max, element, ListShape.Repeats.KEPT, false, false);
    }

    /** An ISO 8601 date and time with offset, such as {@code 2015-12-31T12:00:00.000Z}; its clean form is in UTC. */
    public static Shape timestamp() {
        return new TimestampShape();
    }

    /** A picture as a base64 data URI. */
    public static Shape image() {
        return ImageShape.large();
    }

    /** A picture of at most so many bytes, and so many pixels in each direction, which is looked at as a whole. */
    public static Shape image(int maxBytes, int maxSide) {
        return new ImageShape(maxBytes, maxSide);
    }

    /** A sound of at most so many bytes, which is looked at as a whole. */
    public static Shape sound(int maxBytes) {
        return new SoundShape(maxBytes);
    }

    /** A small file in a form. */
    public static Shape file(int maxBytes) {
        return new FileShape(maxBytes);
    }

    /** An http or https address of at most {@code max} characters. */
    public static Shape url(int max) {
        return new UrlShape(max, List.of("http", "https"));
    }

    /** An http, https or {@code attachment://} address. */
    public static Shape mediaUrl() {
        return new UrlShape(2048, List.of("http", "https", "attachment"));
    }

    /** A nonce: a whole number, or text of at most 25 characters. Stays what it is. */
    public static Shape nonce() {
        return new NonceShape();
    }

    /** An object of at most so many entries, whose keys the client chooses by a pattern. */
    public static Shape map(int max, Pattern key, Shape value) {
        return new MapShape(max, key, value);
    }

    /** An object with a value of this shape for each of some languages. */
    public static Shape localized(Shape value) {
        return new LocalizedShape(value);
    }

    /**
     * An object with a value of this shape for each of some ids.
     *
     * @param others names that are taken besides ids
     */
    public static Shape byId(int max, Shape value, String... others) {
        return new KeyedShape(max, Set.of(others), value);
    }

    /** An object whose shape depends on a whole number in one of its fields, such as a component's {@code type}. */
    public static Shape discriminated(String field, Map<Integer, ? extends Shape> shapes) {
        return new DiscriminatedShape(field, Map.copyOf(new LinkedHashMap<>(shapes)));
    }

    /** The problem that a value is missing. */
    static JsonNode missing(Problems problems, JsonNode value) {
        problems.add("BASE_TYPE_REQUIRED", "This field is required");
        return value;
    }

    /** How a value is named in a problem's message: short, and never more than a few characters of it. */
    static String quote(JsonNode value) {
        String text = value.isValueNode()
                ? value.asText()
                : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        return text.length() <= 64 ? text : text.substring(0, 64);
    }
}
