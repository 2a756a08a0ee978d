package io.guildhall.api.body;

import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shapes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters in a path: {@code @me} becomes the id it stands for, and what is called an id must be one. */
public final class PathParameters {
    private static final String ME = "@me";

    private PathParameters() {}

    /** Puts the caller's id in the place of {@code @me}. */
    public static Map<String, String> resolve(Map<String, String> parameters, Optional<Identity> identity) {
        Map<String, String> resolved = new LinkedHashMap<>(parameters);
        identity.ifPresent(caller -> {
            resolved.replace("user_id", ME, Snowflake.format(caller.userId()));
            if (caller.bot()) {
                resolved.replace("application_id", ME, Snowflake.format(caller.applicationId()));
            }
        });
        return resolved;
    }

    /**
     * The parameters with every id in its one spelling, so that whatever is keyed by an id is keyed by the id and not by
     * a caller's text.
     *
     * @throws ApiException 50035 when an id is none
     */
    public static Map<String, String> parsed(Map<String, String> parameters) {
        Problems problems = Problems.none();
        Map<String, String> parsed = new LinkedHashMap<>(parameters);
        parsed.replaceAll((name, value) -> name.endsWith("_id")
                ? Shapes.snowflake()
                        .check(TextNode.valueOf(value), problems.at(name))
                        .asText()
                : value);
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return parsed;
    }
}
