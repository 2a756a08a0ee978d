package io.guildhall.identity.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Who administers the instance. Nobody does before the operator has named somebody. Everything here blocks. */
@ApplicationScoped
public class Administrators {
    private final Records records;
    private final Clock clock;

    /**
     * Somebody who does.
     *
     * @param since in ms since 1970
     * @param by who named them; 0 for the operator
     */
    public record Administrator(long userId, AdminRole role, long since, long by) {}

    @Inject
    public Administrators(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** As the store has it at this moment: whoever is no administrator any more is none at once. */
    public Optional<AdminRole> role(Identity identity) {
        if (identity.isOperator()) {
            return Optional.of(AdminRole.ADMINISTRATOR);
        }
        return identity.bot() || identity.grant().isPresent() ? Optional.empty() : role(identity.userId());
    }

    public Optional<AdminRole> role(long userId) {
        return records.find(InstanceRecords.ADMINISTRATORS, Snowflake.format(userId))
                .flatMap(value -> AdminRole.of(value.path("role").asText()));
    }

    public List<Administrator> all() {
        return records.all(InstanceRecords.ADMINISTRATORS).stream()
                .flatMap(record -> AdminRole.of(record.value().path("role").asText()).stream()
                        .map(role -> administrator(Snowflake.parse(record.name()), role, record.value())))
                .toList();
    }

    public Administrator set(long userId, AdminRole role, Identity by) {
        JsonNode value = records.change(
                InstanceRecords.ADMINISTRATORS, Snowflake.format(userId), Json.object(), before -> Json.object()
                        .put("role", role.text())
                        .put("since", clock.millis())
                        .put("by", Snowflake.format(by.userId())));
        return administrator(userId, role, value);
    }

    /** False when they are none. */
    public boolean remove(long userId) {
        return records.remove(InstanceRecords.ADMINISTRATORS, Snowflake.format(userId));
    }

    private static Administrator administrator(long userId, AdminRole role, JsonNode value) {
        return new Administrator(
                userId,
                role,
                value.path("since").asLong(),
                Snowflake.parse(value.path("by").asText("0")));
    }
}
