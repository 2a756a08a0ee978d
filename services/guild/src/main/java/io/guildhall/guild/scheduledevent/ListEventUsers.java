package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScheduledEventOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEventUsers;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is interested in an event or in one of its times, by id; the page before an id ends right before it. */
@Singleton
public final class ListEventUsers {
    private static final int MOST = 100;

    @Produces
    @Singleton
    public GuildOperation ofEvent() {
        return new Listing(ScheduledEventOperations.LIST_EVENT_USERS);
    }

    @Produces
    @Singleton
    public GuildOperation ofOccurrence() {
        return new Listing(ScheduledEventOperations.LIST_OCCURRENCE_USERS);
    }

    private record Listing(Operation operation) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            RowView event = EventHandlers.seen(guild, call);
            long occurrence = EventUserHandlers.occurrence(call, event);
            StorageFacade storage = guild.context().freeStorage();
            GuildSnapshot snapshot = guild.snapshot();
            return Reply.later(() -> {
                List<Long> page = page(storage, event.get(ScheduledEvents.EVENT_ID), occurrence, call);
                Map<Long, User> users = Profiles.of(storage, page);
                ArrayNode list = Json.array();
                page.stream()
                        .filter(users::containsKey)
                        .forEach(user ->
                                list.add(shown(snapshot, call, EventUsers.json(event, occurrence, user), user, users)));
                return Reply.json(list);
            });
        }
    }

    private static ObjectNode shown(
            GuildSnapshot guild, Call call, ObjectNode json, long userId, Map<Long, User> users) {
        json.set("user", Json.tree(users.get(userId)));
        if (call.queryFlag("with_member")) {
            guild.findMember(userId).ifPresent(member -> json.set("member", Json.tree(member.payload())));
        }
        return json;
    }

    private static List<Long> page(StorageFacade storage, long eventId, long occurrence, Call call) {
        Optional<Long> before = call.queryId("before");
        Optional<Long> after = call.queryId("after");
        Read read = Read.from(ScheduledEventUsers.TABLE, eventId, occurrence).limit(call.queryNumber("limit", MOST));
        if (before.isPresent()) {
            read.before(before.get()).reversed();
        } else {
            after.ifPresent(read::after);
        }
        return storage.read(ScheduledEventUsers.TABLE, read.build()).stream()
                .map(row -> row.get(ScheduledEventUsers.USER_ID))
                .sorted()
                .toList();
    }
}
