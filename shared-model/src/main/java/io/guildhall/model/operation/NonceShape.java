package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;

/** What a client recognises its own message by. */
record NonceShape() implements Shape {
    private static final int MAX_LENGTH = 25;

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value;
        }
        if (!value.isTextual() || value.textValue().length() > MAX_LENGTH) {
            problems.add("NONCE_TYPE_TOO_LONG", "Nonce must be an int or a string of up to 25 characters.");
        }
        return value;
    }
}
