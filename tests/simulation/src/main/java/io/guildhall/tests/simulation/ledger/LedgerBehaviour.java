package io.guildhall.tests.simulation.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Bans;
import java.util.Map;
import java.util.TreeMap;

/**
 * A guild that is a list: each entry has the next number. Everything that a kernel promises can be told from it: an entry that was
 * acknowledged is in the store and in the list, and no number is given twice.
 */
public final class LedgerBehaviour implements Behaviour<LedgerBehaviour.Ledger> {
    /** Adds an entry, unless it is there. */
    public static final String ADD = "add";

    /** Tells the whole list. */
    public static final String LIST = "list";

    private static final long SLICE = 0;

    /** The entries' numbers by their ids. */
    public static final class Ledger implements Reversible<Map<Long, Long>> {
        private final ActorContext context;
        private Map<Long, Long> numbers = new TreeMap<>();

        Ledger(ActorContext context) {
            this.context = context;
        }

        @Override
        public Map<Long, Long> snapshot() {
            return new TreeMap<>(numbers);
        }

        @Override
        public void restore(Map<Long, Long> snapshot) {
            numbers = new TreeMap<>(snapshot);
        }

        long count() {
            return numbers.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    @Override
    public ActorKind kind() {
        return ActorKind.GUILD;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {}

    @Override
    public Ledger load(ActorContext context) {
        Ledger ledger = new Ledger(context);
        context.storage()
                .read(
                        Bans.TABLE,
                        Read.from(Bans.TABLE, context.key().getId(), SLICE).build())
                .forEach(row -> ledger.numbers.put(row.get(Bans.USER_ID), row.get(Bans.CREATED_AT)));
        return ledger;
    }

    @Override
    public Reply handle(Ledger ledger, Command command, Changes changes) {
        return switch (command.getPayloadCase()) {
            case INTERNAL -> step(ledger, command, changes);
            default -> throw ApiException.unavailable();
        };
    }

    private static Reply step(Ledger ledger, Command command, Changes changes) {
        JsonNode body = Json.parse(command.getInternal().getBody());
        return switch (command.getInternal().getStep()) {
            case ADD -> add(ledger, body.path("id").asLong(), changes);
            case LIST -> list(ledger);
            default -> throw new IllegalStateException("no such step");
        };
    }

    private static Reply add(Ledger ledger, long id, Changes changes) {
        Long known = ledger.numbers.get(id);
        if (known == null) {
            ledger.numbers.put(id, ledger.count() + 1);
            write(ledger, id, changes);
        }
        return answer(ledger, ledger.numbers.get(id));
    }

    private static void write(Ledger ledger, long id, Changes changes) {
        changes.write(Write.to(Bans.TABLE, ledger.context.key().getId(), SLICE, id)
                .set(Bans.CREATED_AT, ledger.count())
                .build());
    }

    private static Reply list(Ledger ledger) {
        ObjectNode entries = Json.object();
        ledger.numbers.forEach((id, number) -> entries.put(Long.toString(id), number));
        return Reply.json(Json.object()
                .put("epoch", ledger.context.epoch())
                .put("n", ledger.count())
                .set("entries", entries));
    }

    private static Reply answer(Ledger ledger, long number) {
        return Reply.json(Json.object().put("epoch", ledger.context.epoch()).put("n", number));
    }
}
