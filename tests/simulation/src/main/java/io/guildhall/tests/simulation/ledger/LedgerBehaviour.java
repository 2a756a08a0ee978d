package io.guildhall.tests.simulation.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Bans;
import java.util.List;

/**
 * A guild that is a list: each entry has the next number. Everything that a kernel promises can be told from it: an entry that was
 * acknowledged is in the store and in the list, and no number is given twice. An entry can be passed on to another ledger, which then
 * receives it, once, in the order of the numbers.
 */
public final class LedgerBehaviour implements Behaviour<Ledger> {
    /** Adds an entry, unless it is there, and passes it on when another ledger is named. */
    public static final String ADD = "add";

    /** Tells the whole list. */
    public static final String LIST = "list";

    /** What a ledger that passes an entry on asks of the other. */
    static final String RECEIVE = "receive";

    static final long OWN = 0;
    static final long RECEIVED = 1;

    @Override
    public ActorKind kind() {
        return ActorKind.GUILD;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {}

    @Override
    public Ledger load(ActorContext context) {
        Ledger ledger = new Ledger(context);
        rows(context, OWN).forEach(row -> ledger.add(row.get(Bans.USER_ID), row.get(Bans.CREATED_AT)));
        rows(context, RECEIVED)
                .forEach(row -> ledger.receive(
                        row.get(Bans.USER_ID), new Arrival(row.get(Bans.CREATED_AT), row.get(Bans.BANNED_BY))));
        return ledger;
    }

    private static List<RowView> rows(ActorContext context, long slice) {
        return context.storage()
                .read(
                        Bans.TABLE,
                        Read.from(Bans.TABLE, context.key().getId(), slice).build());
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
            case ADD -> add(ledger, body, changes);
            case RECEIVE -> receive(ledger, body.path("id").asLong(), changes);
            case LIST -> list(ledger);
            default -> throw new IllegalStateException("no such step");
        };
    }

    private static Reply add(Ledger ledger, JsonNode body, Changes changes) {
        long id = body.path("id").asLong();
        if (!ledger.entries().containsKey(id)) {
            ledger.add(id, ledger.count() + 1);
            changes.write(Write.to(Bans.TABLE, ledger.id(), OWN, id)
                    .set(Bans.CREATED_AT, ledger.count())
                    .build());
            if (body.has("to")) {
                changes.step(
                        key(body.path("to").asLong()), RECEIVE, Json.object().put("id", id));
            }
        }
        return Reply.json(Json.object()
                .put("epoch", ledger.epoch())
                .put("n", ledger.entries().get(id)));
    }

    private static Reply receive(Ledger ledger, long id, Changes changes) {
        Arrival arrival = ledger.arrivals().containsKey(id)
                ? ledger.arrivals().get(id).again()
                : new Arrival(ledger.arrivals().size() + 1L, 1);
        ledger.receive(id, arrival);
        changes.write(Write.to(Bans.TABLE, ledger.id(), RECEIVED, id)
                .set(Bans.CREATED_AT, arrival.place())
                .set(Bans.BANNED_BY, arrival.times())
                .build());
        return Reply.noContent();
    }

    private static Reply list(Ledger ledger) {
        ObjectNode entries = Json.object();
        ledger.entries().forEach((id, number) -> entries.put(Long.toString(id), number));
        ObjectNode arrivals = Json.object();
        ledger.arrivals().forEach((id, arrival) -> arrivals.putObject(Long.toString(id))
                .put("place", arrival.place())
                .put("times", arrival.times()));
        ObjectNode list = Json.object().put("epoch", ledger.epoch()).put("n", ledger.count());
        list.set("entries", entries);
        list.set("arrivals", arrivals);
        return Reply.json(list);
    }

    static ActorKey key(long ledger) {
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(ledger).build();
    }
}
