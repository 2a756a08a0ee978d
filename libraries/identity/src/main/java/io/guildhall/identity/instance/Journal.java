package io.guildhall.identity.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.InstanceJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists of what happens to the instance, newest first. Everything here blocks. */
@ApplicationScoped
public class Journal {
    /** How far back somebody looks who asks for so many entries of a quiet instance. */
    private static final int MONTHS = 120;

    private static final int PAGE = 100;

    private final StorageAccess storage;

    @Inject
    public Journal(StorageAccess storage) {
        this.storage = storage;
    }

    public void put(String list, long id, JsonNode entry) {
        storage.write(List.of(Write.to(InstanceJournal.TABLE, list, id)
                        .set(InstanceJournal.ENTRY, entry.toString())
                        .build()))
                .await()
                .indefinitely();
    }

    public Optional<ObjectNode> find(String list, long id) {
        return storage.row(Read.row(InstanceJournal.TABLE, list, id))
                .await()
                .indefinitely()
                .map(Journal::entry);
    }

    /** Into one list and out of another, whichever it is in: never in both and never in none. */
    public void move(String from, String to, long id, JsonNode entry) {
        storage.write(List.of(
                        Write.delete(InstanceJournal.TABLE, from, id),
                        Write.to(InstanceJournal.TABLE, to, id)
                                .set(InstanceJournal.ENTRY, entry.toString())
                                .build()))
                .await()
                .indefinitely();
    }

    /** The newest of one list, before this id. */
    public List<ObjectNode> page(String list, long before, int limit) {
        return some(list, before, limit, entry -> true);
    }

    /** As {@link #page} of a list that is divided by months. */
    public List<ObjectNode> pages(
            Function<YearMonth, String> list, long before, int limit, Predicate<ObjectNode> wanted) {
        List<ObjectNode> found = new ArrayList<>();
        YearMonth month = InstanceJournal.month(before);
        for (int back = 0; back < MONTHS && found.size() < limit; back++) {
            found.addAll(some(list.apply(month.minusMonths(back)), before, limit - found.size(), wanted));
        }
        return found;
    }

    private List<ObjectNode> some(String list, long before, int limit, Predicate<ObjectNode> wanted) {
        List<ObjectNode> found = new ArrayList<>();
        long last = before;
        while (found.size() < limit) {
            List<RowView> rows = storage.rows(Read.from(InstanceJournal.TABLE, list)
                            .after(last)
                            .limit(PAGE)
                            .build())
                    .await()
                    .indefinitely();
            for (RowView row : rows) {
                ObjectNode entry = entry(row);
                if (found.size() < limit && wanted.test(entry)) {
                    found.add(entry);
                }
            }
            if (rows.size() < PAGE) {
                return found;
            }
            last = rows.getLast().get(InstanceJournal.ENTRY_ID);
        }
        return found;
    }

    private static ObjectNode entry(RowView row) {
        ObjectNode entry = (ObjectNode) Json.parse(row.get(InstanceJournal.ENTRY));
        return entry.put("id", Snowflake.format(row.get(InstanceJournal.ENTRY_ID)));
    }
}
