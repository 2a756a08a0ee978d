package io.guildhall.standalone.moving;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which ids the people of an export are known here: their own, unless an account has it with which somebody can log in. An export can't be believed
 * where it says who somebody is.
 */
final class People {
    /** What of an id tells those of one moment apart. */
    private static final int LOW_BITS = 22;

    private final Map<Long, Person> byId = new HashMap<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Store store;
    private final long guildId;

    private People(Store store, long guildId) {
        this.store = store;
        this.guildId = guildId;
    }

    static People of(Survey survey, Store store) {
        People people = new People(store, survey.guildId());
        survey.people().values().forEach(people::add);
        return people;
    }

    private void add(Person person) {
        long id = person.id();
        for (int attempt = 0; belongsToSomebody(id); attempt++) {
            id = another(person.id(), attempt);
        }
        if (id != person.id()) {
            moved.put(person.id(), id);
        }
        byId.put(id, new Person(id, person.username(), person.nick(), person.bot(), person.roles(), person.since()));
    }

    /** Of a person who can log in or could, or of an application. */
    private boolean belongsToSomebody(long id) {
        boolean person = rows(Users.TABLE, id).anyMatch(row -> !row.get(Users.DISABLED, false) || row.has(Users.EMAIL));
        return person || rows(Applications.TABLE, id).findAny().isPresent();
    }

    private Stream<RowView> rows(Table table, long id) {
        return store.read(Read.row(table, id)).join().getRowsList().stream().map(row -> new RowView(table, row));
    }

    /** Of the same moment, and the same for the same guild each time. */
    private long another(long id, int attempt) {
        long mark = (guildId ^ id) + (attempt + 1) * 0x9E3779B97F4A7C15L;
        mark = (mark ^ mark >>> 30) * 0xBF58476D1CE4E5B9L;
        mark ^= mark >>> 27;
        return id >>> LOW_BITS << LOW_BITS | mark & ((1L << LOW_BITS) - 1);
    }

    /** The id here of whoever has this one in the export. */
    long here(long id) {
        return moved.getOrDefault(id, id);
    }

    /** @param id here */
    Optional<Person> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Iterable<Person> all() {
        return byId.values();
    }

    int count() {
        return byId.size();
    }
}
