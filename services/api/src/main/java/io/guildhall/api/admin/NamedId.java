package io.guildhall.api.admin;

import io.guildhall.model.id.Snowflake;
import java.util.Optional;

/** What somebody looks for may be an id, whatever else it may be. */
final class NamedId {
    private NamedId() {}

    /** Empty for what is no number, or one that is too large for an id. */
    static Optional<Long> of(String query) {
        if (!query.matches("[0-9]{1,19}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Snowflake.parse(query));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
