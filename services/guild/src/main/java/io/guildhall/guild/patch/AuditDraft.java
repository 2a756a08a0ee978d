package io.guildhall.guild.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.Json;
import java.util.Optional;

/** An audit log entry while a handler fills it. */
public final class AuditDraft {
    private final ArrayNode changes = Json.array();
    private final ObjectNode options = Json.object();
    private Optional<AuditAction> action = Optional.empty();
    private long target;
    private boolean skipped;

    /** The thing that was changed. */
    public AuditDraft target(long id) {
        target = id;
        return this;
    }

    /** Another action than the one that the operation declares. */
    public AuditDraft action(AuditAction value) {
        action = Optional.of(value);
        return this;
    }

    /** Records one changed field; a value may be null, text, number, boolean or JSON. */
    public AuditDraft change(String key, Object before, Object after) {
        ObjectNode change = changes.addObject().put("key", key);
        put(change, "old_value", before);
        put(change, "new_value", after);
        return this;
    }

    public AuditDraft option(String key, String value) {
        options.put(key, value);
        return this;
    }

    public AuditDraft option(String key, long id) {
        return option(key, Snowflake.format(id));
    }

    /** Nothing was done that is worth an entry. */
    public void skip() {
        skipped = true;
    }

    public boolean skipped() {
        return skipped;
    }

    public Optional<AuditAction> action() {
        return action;
    }

    public long target() {
        return target;
    }

    public JsonNode changes() {
        return changes;
    }

    public ObjectNode options() {
        return options;
    }

    private static void put(ObjectNode change, String key, Object value) {
        if (value != null) {
            change.set(key, Json.tree(value));
        }
    }
}
