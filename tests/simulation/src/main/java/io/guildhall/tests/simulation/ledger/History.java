package io.guildhall.tests.simulation.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorBacklogs;
import io.guildhall.model.table.catalogue.Bans;
import io.guildhall.tests.simulation.store.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that was acknowledged, and what must then be true. */
final class History {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, JsonNode> ends = new HashMap<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    List<Entry> entries() {
        return entries;
    }

    /** What the ledger's last owner says at the end. */
    void ended(long ledger, JsonNode list) {
        ends.put(ledger, list);
    }

    /** What was broken of the promises to a ledger's clients; empty when all were kept. */
    List<String> violations(long ledger, Cluster cluster) {
        List<String> violations = new ArrayList<>();
        List<Entry> history =
                entries.stream().filter(entry -> entry.ledger() == ledger).toList();
        numbers(history, violations);
        order(history, violations);
        stored(ledger, history, cluster, violations);
        kept(ends.get(ledger), history, violations);
        arrived(ledger, violations);
        return violations;
    }

    /** What was passed on came, once, and of each sender in the order of its numbers. What was not acknowledged may have come, once. */
    private void arrived(long ledger, List<String> violations) {
        JsonNode arrivals = ends.containsKey(ledger) ? ends.get(ledger).path("arrivals") : Json.object();
        arrivals.properties().forEach(arrival -> {
            if (arrival.getValue().path("times").asLong() != 1) {
                violations.add("ledger " + ledger + " received an entry not once: " + arrival);
            }
        });
        Map<Long, Long> places = new HashMap<>();
        entries.stream()
                .filter(entry -> !entry.reading() && entry.to() == ledger)
                .sorted(Comparator.comparingLong(Entry::number))
                .forEach(entry -> {
                    long place = arrivals.path(Long.toString(entry.id()))
                            .path("place")
                            .asLong();
                    long before = places.getOrDefault(entry.ledger(), 0L);
                    if (place == 0) {
                        violations.add("acknowledged, but never came to the other ledger: " + entry);
                    } else if (place < before) {
                        violations.add(
                                "came to the other ledger before an earlier one, as number " + place + ": " + entry);
                    }
                    places.put(entry.ledger(), Math.max(before, place));
                });
    }

    /** After a long quiet time nothing waits for being delivered, and the store knows that. */
    static List<String> waiting(Cluster cluster) {
        return cluster.all(ActorBacklogs.TABLE).stream()
                .map(row -> "messages still wait: " + new RowView(ActorBacklogs.TABLE, row).get(ActorBacklogs.ACTOR_ID))
                .toList();
    }

    private static void kept(JsonNode end, List<Entry> history, List<String> violations) {
        if (end == null) {
            violations.add("the ledger does not answer although nothing has troubled it for long");
            return;
        }
        for (Entry entry : history) {
            long number = end.path("entries").path(Long.toString(entry.id())).asLong();
            if (!entry.reading() && number != entry.number()) {
                violations.add("acknowledged, but its owner has " + number + ": " + entry);
            }
        }
    }

    /** No number was acknowledged for two entries: that is what two owners do. */
    private static void numbers(List<Entry> history, List<String> violations) {
        Map<Long, Entry> byNumber = new HashMap<>();
        for (Entry entry : history) {
            if (!entry.reading()) {
                Entry other = byNumber.put(entry.number(), entry);
                if (other != null && other.id() != entry.id()) {
                    violations.add("two entries have one number: " + other + " and " + entry);
                }
            }
        }
    }

    /** Whoever asks after an answer sees what was answered: an owner that another has followed answers nothing. */
    private static void order(List<Entry> history, List<String> violations) {
        List<Entry> byAnswer = new ArrayList<>(history);
        byAnswer.sort(Comparator.comparingLong(Entry::answered));
        List<Entry> byAsking = new ArrayList<>(history);
        byAsking.sort(Comparator.comparingLong(Entry::asked));
        Entry newest = null;
        Entry latest = null;
        int next = 0;
        for (Entry entry : byAsking) {
            while (next < byAnswer.size() && byAnswer.get(next).answered() < entry.asked()) {
                Entry answered = byAnswer.get(next++);
                newest = newest == null || answered.number() > newest.number() ? answered : newest;
                latest = latest == null || answered.epoch() > latest.epoch() ? answered : latest;
            }
            if (newest != null
                    && (entry.reading() ? entry.number() < newest.number() : entry.number() <= newest.number())) {
                violations.add("asked after " + newest + " was answered, but does not know it: " + entry);
            }
            if (latest != null && entry.epoch() < latest.epoch()) {
                violations.add("asked after " + latest + " was answered, but by an owner of the past: " + entry);
            }
        }
    }

    private static void stored(long ledger, List<Entry> history, Cluster cluster, List<String> violations) {
        Map<Long, Long> rows = new HashMap<>();
        for (Row row : cluster.read(Read.from(Bans.TABLE, ledger, 0L).build())) {
            RowView view = new RowView(Bans.TABLE, row);
            rows.put(view.get(Bans.USER_ID), view.get(Bans.CREATED_AT));
        }
        for (Entry entry : history) {
            if (!entry.reading() && !Long.valueOf(entry.number()).equals(rows.get(entry.id()))) {
                violations.add("acknowledged, but the store has " + rows.get(entry.id()) + ": " + entry);
            }
        }
    }
}
