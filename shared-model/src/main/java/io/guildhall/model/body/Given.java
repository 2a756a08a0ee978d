package io.guildhall.model.body;

import static java.util.Objects.requireNonNull;

import io.guildhall.model.error.ApiException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a request says about one field: nothing at all, that it shall be empty (a null), or a value. {@link Fields} reads it.
 *
 * @param <T> what the value is in Java
 */
public final class Given<T> {
    private final String field;
    private final boolean named;
    private final T value;
    private final Function<? super T, ?> json;

    Given(String field, boolean named, T value, Function<? super T, ?> json) {
        this.field = requireNonNull(field, "field is null");
        this.named = named;
        this.value = value;
        this.json = requireNonNull(json, "json is null");
    }

    /** Nothing is said about the field. */
    public static <T> Given<T> absent(String field) {
        return new Given<>(field, false, null, value -> value);
    }

    /** What the field is called in JSON. */
    public String field() {
        return field;
    }

    /** True when the request names the field, with a null too. */
    public boolean named() {
        return named;
    }

    /** True when the request gives the field a value. */
    public boolean hasValue() {
        return value != null;
    }

    /** Empty when nothing is said about the field, and for a null. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The value; this when there is none. */
    public T or(T otherwise) {
        return value == null ? otherwise : value;
    }

    /** The value; null when there is none. */
    public T orNull() {
        return value;
    }

    /**
     * The value of a field that has to have one.
     *
     * @throws ApiException when there is none
     */
    public T required() {
        if (value == null) {
            throw ApiException.invalidField(field, "BASE_TYPE_REQUIRED", "This field is required");
        }
        return value;
    }

    /** The same with another value; what has none stays so. */
    public Given<T> map(UnaryOperator<T> change) {
        return value == null ? this : new Given<>(field, true, change.apply(value), json);
    }

    /** How a value of this field looks in JSON: text, a number, a boolean or a tree; null for null. */
    public Object json(T shown) {
        return shown == null ? null : json.apply(shown);
    }
}
