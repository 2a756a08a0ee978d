package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.name.UsernameRule;

/** The name of an account: 2 to 32 characters by {@link UsernameRule}. */
record UsernameShape() implements Shape {
    private static final TextShape TEXT = new TextShape(2, 32, UsernameRule::clean);

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        JsonNode text = TEXT.check(value, problems);
        if (problems.isEmpty()) {
            UsernameRule.objection(text.asText())
                    .ifPresent(objection -> problems.add(objection.code(), objection.message()));
        }
        return text;
    }
}
