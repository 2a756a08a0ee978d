package io.guildhall.identity.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.InstanceRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is said of the whole instance, by kind and name. Every change is conditional, so that of two at once none is lost. Everything here
 * blocks; call it on a virtual thread.
 */
@ApplicationScoped
public class Records {
    /** What a record says that was removed: conditional as every other change, so that it is ordered among them. */
    private static final String REMOVED = "";

    private static final int REMOVED_SECONDS = 3_600;

    private final StorageAccess storage;

    /** A record and what it is called. */
    public record Named(String name, JsonNode value) {}

    @Inject
    public Records(StorageAccess storage) {
        this.storage = storage;
    }

    public Optional<JsonNode> find(String kind, String name) {
        return value(kind, name).filter(value -> !value.equals(REMOVED)).map(Json::parse);
    }

    /** All of a kind, by their names. */
    public List<Named> all(String kind) {
        return storage.rows(Read.from(InstanceRecords.TABLE, kind).build()).await().indefinitely().stream()
                .filter(row -> !row.get(InstanceRecords.VALUE).equals(REMOVED))
                .map(row -> new Named(row.get(InstanceRecords.NAME), Json.parse(row.get(InstanceRecords.VALUE))))
                .toList();
    }

    /** False when there is one of this name. It ends by itself after so many seconds. */
    public boolean addFor(int seconds, String kind, String name, JsonNode value) {
        return conditional(Write.to(InstanceRecords.TABLE, kind, name)
                .set(InstanceRecords.VALUE, value.toString())
                .timeToLive(seconds)
                .ifAbsent()
                .build());
    }

    /**
     * Puts another value in the place of the one that is there, or of none.
     *
     * @param change gets the value, or what {@code otherwise} says; may throw, and may be asked again when somebody else was faster
     */
    public JsonNode change(String kind, String name, JsonNode otherwise, UnaryOperator<JsonNode> change) {
        while (true) {
            Optional<String> before = value(kind, name);
            JsonNode after = change.apply(before.filter(value -> !value.equals(REMOVED))
                    .map(Json::parse)
                    .orElse(otherwise));
            Write write = Write.to(InstanceRecords.TABLE, kind, name).set(InstanceRecords.VALUE, after.toString());
            boolean done = conditional(before.map(value -> write.ifCell(InstanceRecords.VALUE, value))
                    .orElseGet(write::ifAbsent)
                    .build());
            if (done) {
                return after;
            }
        }
    }

    /** False when there is none. */
    public boolean remove(String kind, String name) {
        while (true) {
            Optional<String> before = value(kind, name).filter(value -> !value.equals(REMOVED));
            if (before.isEmpty()) {
                return false;
            }
            if (conditional(Write.to(InstanceRecords.TABLE, kind, name)
                    .set(InstanceRecords.VALUE, REMOVED)
                    .timeToLive(REMOVED_SECONDS)
                    .ifCell(InstanceRecords.VALUE, before.get())
                    .build())) {
                return true;
            }
        }
    }

    private boolean conditional(Mutation mutation) {
        return storage.writeIfAbsent(mutation).await().indefinitely();
    }

    private Optional<String> value(String kind, String name) {
        return storage.row(Read.row(InstanceRecords.TABLE, kind, name))
                .await()
                .indefinitely()
                .map(row -> row.get(InstanceRecords.VALUE));
    }
}
