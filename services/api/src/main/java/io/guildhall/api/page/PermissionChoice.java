package io.guildhall.api.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.permission.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The permissions that an application asks for, to be ticked one by one. */
final class PermissionChoice {
    private PermissionChoice() {}

    /** The set that the query names; none when it names no set. */
    static long asked(JsonNode query) {
        try {
            return Permission.parse(query.path("permissions").asText("0"));
        } catch (IllegalArgumentException noSet) {
            return 0;
        }
    }

    /** Those that are ticked in the form. */
    static long chosen(PageRequest request) {
        List<String> ticked = request.fields("permission");
        return Arrays.stream(Permission.values())
                .filter(permission -> ticked.contains(permission.name()))
                .mapToLong(permission -> Permission.of(permission))
                .reduce(0, (all, one) -> all | one);
    }

    /** What is shown of each: its name in a form, and in words. */
    static List<Map<String, Object>> of(long asked) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Permission permission : Permission.values()) {
            if ((asked & Permission.of(permission)) != 0) {
                rows.add(Map.of("name", permission.name(), "words", words(permission)));
            }
        }
        return rows;
    }

    private static String words(Permission permission) {
        String text =
                permission.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("guild", "server");
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
