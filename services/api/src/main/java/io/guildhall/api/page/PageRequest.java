package io.guildhall.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a browser asks for.
 *
 * @param query what follows the question mark, still percent-encoded; empty when there is nothing
 * @param headers a header's first value by name, or null
 * @param form the fields of the form that was sent; empty when none was
 */
public record PageRequest(String query, UnaryOperator<String> headers, String address, ObjectNode form) {
    /** The cookie of this name. */
    Optional<String> cookie(String name) {
        String sent = headers.apply("Cookie");
        if (sent == null) {
            return Optional.empty();
        }
        for (String pair : sent.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                return Optional.of(pair.substring(equals + 1).strip()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** The same, with the guild that the form names in the place of the query's. */
    PageRequest inChosenGuild() {
        String guild = field("guild_id");
        if (guild.isEmpty()) {
            return this;
        }
        String others = Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.startsWith("guild_id="))
                .collect(Collectors.joining("&"));
        return new PageRequest(others + "&guild_id=" + URLEncoder.encode(guild, UTF_8), headers, address, form);
    }

    /** A field of the form; empty text when it is not there. */
    String field(String name) {
        return form.path(name).asText();
    }

    /** All values of a field that may come several times. */
    List<String> fields(String name) {
        List<String> values = new ArrayList<>();
        if (form.path(name).isArray()) {
            form.path(name).forEach(value -> values.add(value.asText()));
        } else if (form.has(name)) {
            values.add(form.path(name).asText());
        }
        return values;
    }

    /** True when a browser says that another site sent this. Those that say nothing have the form's token alone. */
    boolean fromElsewhere() {
        String site = headers.apply("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
