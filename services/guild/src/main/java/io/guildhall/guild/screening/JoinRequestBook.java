package io.guildhall.guild.screening;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.JoinApplicants;
import io.guildhall.model.table.catalogue.JoinRequests;
import java.time.Duration;
import java.util.Optional;

/**
 * The requests to join a guild: one for each applicant, the last. Where each lies is in memory once it was asked for; the answers stay in the
 * store.
 */
public record JoinRequestBook(GuildState guild) {
    /** Requests that wait. More are turned away until somebody looks at some. */
    private static final int MOST = 10_000;

    private static final Duration DECIDED_ARE_KEPT = Duration.ofDays(180);

    /** The part of the guild's state: by user. */
    private record Known(LongMap<Place> byUser) {}

    /** @param outside true for who is no member meanwhile */
    record Place(long userId, long id, RequestStatus status, long place, boolean outside) {}

    static JoinRequestBook of(GuildState guild) {
        return new JoinRequestBook(guild);
    }

    /** The request of a user. */
    Optional<Place> find(long userId) {
        return known().find(userId);
    }

    Optional<Place> byId(long requestId) {
        return known().values().stream()
                .filter(place -> place.id() == requestId)
                .findFirst();
    }

    long count(RequestStatus status) {
        return known().values().stream()
                .filter(place -> place.status() == status)
                .count();
    }

    JoinRequest read(Place place) {
        return guild.storage()
                .row(JoinRequests.TABLE, guild.id(), place.status().name(), place.place())
                .map(JoinRequest::from)
                .orElseGet(() -> JoinRequest.started(guild.id(), place.id(), place.userId()));
    }

    /** A user comes to the door of a guild that looks at everybody. One that waits already goes on waiting. */
    public void begin(long userId, long requestId, Changes changes) {
        Optional<Place> before = find(userId);
        if (before.filter(place -> !place.status().decided() && place.outside()).isPresent()) {
            return;
        }
        requireRoom(before);
        save(before, JoinRequest.started(guild.id(), requestId, userId), true, changes);
    }

    /** Refuses one more that waits when too many do. */
    void requireRoom(Optional<Place> before) {
        boolean waits = before.filter(place -> !place.status().decided()).isPresent();
        long waiting = known().values().stream()
                .filter(place -> !place.status().decided())
                .count();
        if (!waits && waiting >= MOST) {
            throw ApiException.unavailable();
        }
    }

    void save(Optional<Place> before, JoinRequest request, boolean outside, Changes changes) {
        before.ifPresent(place -> changes.write(row(place)));
        changes.write(expiring(
                request,
                Write.to(JoinRequests.TABLE, guild.id(), request.status().name(), request.place())
                        .set(JoinRequests.REQUEST_ID, request.id())
                        .set(JoinRequests.USER_ID, request.userId())
                        .set(JoinRequests.RESPONSES, request.responses().toString())
                        .set(JoinRequests.REJECTION_REASON, request.rejectionReason())
                        .set(JoinRequests.ACTIONED_BY, request.actionedBy())
                        .build()));
        changes.write(expiring(
                request,
                Write.to(JoinApplicants.TABLE, guild.id(), request.userId())
                        .set(JoinApplicants.REQUEST_ID, request.id())
                        .set(JoinApplicants.STATUS, request.status().name())
                        .set(JoinApplicants.PLACE, request.place())
                        .set(JoinApplicants.OUTSIDE, outside)
                        .build()));
        put(known().with(
                        request.userId(),
                        new Place(request.userId(), request.id(), request.status(), request.place(), outside)));
    }

    void remove(Place place, Changes changes) {
        changes.write(row(place));
        changes.write(Write.delete(JoinApplicants.TABLE, guild.id(), place.userId()));
        put(known().without(place.userId()));
    }

    /** The guild goes, and all of them with it. */
    public static void forgetAll(GuildState guild, Changes changes) {
        for (RequestStatus status : RequestStatus.values()) {
            changes.write(Write.deletePartition(JoinRequests.TABLE, guild.id(), status.name()));
        }
        changes.write(Write.deletePartition(JoinApplicants.TABLE, guild.id()));
        guild.removePart(Known.class);
    }

    /** A page of those of one status, the last first. Of both bounds {@code after} counts. */
    static ReadRequest page(
            long guildId, RequestStatus status, Optional<Long> before, Optional<Long> after, int limit) {
        Read read = Read.from(JoinRequests.TABLE, guildId, status.name()).limit(limit);
        // The table begins with the last: what comes after a request in time stands before it.
        if (after.isPresent()) {
            return read.before(after.get()).reversed().build();
        }
        before.ifPresent(read::after);
        return read.build();
    }

    private Mutation row(Place place) {
        return Write.delete(JoinRequests.TABLE, guild.id(), place.status().name(), place.place());
    }

    private static Mutation expiring(JoinRequest request, Mutation upsert) {
        return request.status().decided()
                ? upsert.toBuilder()
                        .setUpsert(upsert.getUpsert().toBuilder().setTtl(Math.toIntExact(DECIDED_ARE_KEPT.toSeconds())))
                        .build()
                : upsert;
    }

    private LongMap<Place> known() {
        return guild.part(Known.class, JoinRequestBook::load).byUser();
    }

    private void put(LongMap<Place> byUser) {
        guild.putPart(new Known(byUser));
    }

    private static Known load(GuildState guild) {
        LongMap<Place> byUser = LongMap.empty();
        for (RowView row : guild.storage().all(JoinApplicants.TABLE, guild.id())) {
            long user = row.get(JoinApplicants.USER_ID);
            byUser = byUser.with(
                    user,
                    new Place(
                            user,
                            row.get(JoinApplicants.REQUEST_ID),
                            RequestStatus.valueOf(row.get(JoinApplicants.STATUS)),
                            row.get(JoinApplicants.PLACE),
                            row.get(JoinApplicants.OUTSIDE, false)));
        }
        return new Known(byUser);
    }
}
