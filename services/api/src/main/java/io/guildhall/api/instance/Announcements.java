package io.guildhall.api.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.identity.instance.Records;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What administrators tell everybody, until it is over. */
@ApplicationScoped
public class Announcements {
    private static final int MOST = 50;
    private static final String CONTENT = "content";
    private static final String EXPIRES_AT = "expires_at";

    private final Records records;
    private final Clock clock;

    @Inject
    public Announcements(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** @param seconds how long it holds; empty: until it is taken away */
    public ObjectNode make(long id, String content, Optional<Long> seconds) {
        List<Records.Named> there = records.all(InstanceRecords.ANNOUNCEMENTS);
        there.stream()
                .filter(record -> isOver(record.value()))
                .forEach(record -> records.remove(InstanceRecords.ANNOUNCEMENTS, record.name()));
        if (there.stream().filter(record -> !isOver(record.value())).count() >= MOST) {
            throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
        }
        ObjectNode announcement = Json.object().put(CONTENT, content);
        seconds.ifPresent(life -> announcement.put(EXPIRES_AT, clock.millis() + life * 1_000));
        String name = Snowflake.format(id);
        records.change(InstanceRecords.ANNOUNCEMENTS, name, Json.object(), before -> announcement);
        return shown(name, announcement);
    }

    public boolean remove(long id) {
        return records.remove(InstanceRecords.ANNOUNCEMENTS, Snowflake.format(id));
    }

    /** Those that hold now, the newest first. */
    List<ObjectNode> now() {
        return records.all(InstanceRecords.ANNOUNCEMENTS).stream()
                .filter(record -> !isOver(record.value()))
                .sorted(Comparator.comparing(Records.Named::name).reversed())
                .map(record -> shown(record.name(), record.value()))
                .toList();
    }

    private boolean isOver(JsonNode announcement) {
        return announcement.path(EXPIRES_AT).asLong(Long.MAX_VALUE) <= clock.millis();
    }

    private static ObjectNode shown(String id, JsonNode announcement) {
        ObjectNode shown = Json.object()
                .put("id", id)
                .put(CONTENT, announcement.path(CONTENT).asText())
                .put("created_at", Json.timestamp(Snowflake.timestamp(Snowflake.parse(id))));
        return announcement.has(EXPIRES_AT)
                ? shown.put(
                        EXPIRES_AT, Json.timestamp(announcement.get(EXPIRES_AT).asLong()))
                : shown.putNull(EXPIRES_AT);
    }
}
