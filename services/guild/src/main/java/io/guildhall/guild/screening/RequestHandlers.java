package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.joining.Joining;
import io.guildhall.guild.joining.Screening;
import io.guildhall.guild.joining.WayIn;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.screening.JoinRequestBook.Place;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScreeningOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.catalogue.JoinRequests;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What those do who look at requests to join. */
@Singleton
public final class RequestHandlers {
    private static final int MOST = 100;

    private final SnowflakeGenerator ids;
    private final Joining joining;

    public RequestHandlers(SnowflakeGenerator ids, Joining joining) {
        this.ids = ids;
        this.joining = joining;
    }

    @Produces
    @Singleton
    public GuildOperation listRequests() {
        return new Handler(ScreeningOperations.LIST_JOIN_REQUESTS, (guild, call, changes) -> list(guild, call));
    }

    @Produces
    @Singleton
    public GuildOperation actionRequest() {
        return new Handler(ScreeningOperations.ACTION_JOIN_REQUEST, this::decide);
    }

    private static void requireByHand(GuildState guild) {
        if (!Screening.of(guild.row()).byHand()) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
    }

    /** Who only manages the guild hears how many wait, and not who. */
    private static Reply list(GuildState guild, Call call) {
        GuildMember caller = guild.member(call.callerId());
        GuildPermissions permissions = guild.permissions();
        boolean sees = permissions.has(caller, Permission.KICK_MEMBERS);
        if (!sees) {
            permissions.require(caller, Permission.MANAGE_GUILD);
        }
        requireByHand(guild);
        RequestStatus status =
                RequestStatus.valueOf(call.query().path("status").asText(RequestStatus.SUBMITTED.name()));
        ObjectNode answer = Json.object();
        if (status == RequestStatus.SUBMITTED) {
            answer.put("total", JoinRequestBook.of(guild).count(status));
        }
        if (!sees) {
            return Reply.json(answer);
        }
        ReadRequest page = JoinRequestBook.page(
                guild.id(), status, call.queryId("before"), call.queryId("after"), call.queryNumber("limit", MOST));
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> {
            answer.set("guild_join_requests", requests(storage, page));
            return Reply.json(answer);
        });
    }

    private static ArrayNode requests(StorageFacade storage, ReadRequest page) {
        List<JoinRequest> requests = storage.read(JoinRequests.TABLE, page).stream()
                .map(JoinRequest::from)
                .sorted(Comparator.comparingLong(JoinRequest::place).reversed())
                .toList();
        Map<Long, User> users = Profiles.of(
                storage,
                requests.stream()
                        .flatMap(request -> Stream.of(request.userId(), request.actionedBy()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        ArrayNode shown = Json.array();
        requests.forEach(request -> shown.add(request.json(users)));
        return shown;
    }

    private Reply decide(GuildState guild, Call call, Changes changes) {
        requireByHand(guild);
        ActionBody body = ActionBody.of(call.body());
        JoinRequestBook book = JoinRequestBook.of(guild);
        Place place = book.byId(call.id("request_id"))
                .filter(known -> known.status() != RequestStatus.STARTED)
                .orElseThrow(ApiException::noSuchRoute);
        JoinRequest before = book.read(place);
        if (place.status().decided()) {
            call.audit().skip();
            return Reply.json(RequestEvents.json(guild, before));
        }
        RequestStatus status = RequestStatus.valueOf(body.action().required());
        boolean approved = status == RequestStatus.APPROVED;
        JoinRequest after = before.decided(
                status, ids.next(), approved ? null : body.rejectionReason().orNull(), call.callerId());
        if (approved) {
            letIn(guild, place, changes);
            call.audit().target(place.userId()).change("pending", true, false);
        } else {
            call.audit().skip();
        }
        book.save(Optional.of(place), after, place.outside(), changes);
        changes.event(RequestEvents.updated(guild, after));
        return Reply.json(RequestEvents.json(guild, after));
    }

    /** Nobody is brought back who left meanwhile. */
    private void letIn(GuildState guild, Place place, Changes changes) {
        Optional<GuildMember> member = guild.findMember(place.userId());
        if (member.isPresent()) {
            new MemberEdits(guild, changes).save(Screening.passed(member.get()));
        } else if (place.outside()) {
            GuildMember newcomer = Joining.newcomer(guild, place.userId(), WayIn.REQUEST);
            joining.admit(guild, newcomer, changes);
        } else {
            throw ApiException.of(ErrorCode.UNKNOWN_MEMBER);
        }
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
