package io.guildhall.objects;

import java.util.List;
import java.util.regex.Pattern;

/** What keys are made of, so that none leads anywhere but to an object: neither out of a directory, nor to another address. */
public final class ObjectKeys {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}");

    private ObjectKeys() {}

    /** @throws IllegalArgumentException for what is no key */
    public static List<String> segments(String key) {
        List<String> segments = List.of(key.split("/", -1));
        if (!segments.stream().allMatch(segment -> SEGMENT.matcher(segment).matches())) {
            throw new IllegalArgumentException("not a key of an object: " + key);
        }
        return segments;
    }

    /** @throws IllegalArgumentException for what is no key */
    public static String checked(String key) {
        return String.join("/", segments(key));
    }
}
