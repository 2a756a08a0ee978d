package io.guildhall.model.payload;

/** Narrows what the store keeps as longs. */
final class Numbers {
    private Numbers() {}

    static Integer toInteger(Long value) {
        return value == null ? null : Math.toIntExact(value);
    }
}
