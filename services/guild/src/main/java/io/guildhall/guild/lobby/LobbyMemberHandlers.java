package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.body.Fields;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Who is in a lobby. */
@Singleton
public final class LobbyMemberHandlers {
    private final LobbyEdits edits;

    public LobbyMemberHandlers(LobbyEdits edits) {
        this.edits = edits;
    }

    @Produces
    @Singleton
    public LobbyOperation putLobbyMember() {
        return new LobbyHandler(LobbyOperations.PUT_LOBBY_MEMBER, (lobby, call, changes) -> {
            long user = call.id("user_id");
            Profiles.get(lobby.storage(), user);
            if (!edits.hasRoomFor(lobby, lobby.applicationId(), user)) {
                throw LobbyEdits.full("user_id");
            }
            return Reply.json(LobbyView.member(edits.put(lobby, user, LobbyMemberBody.of(call.body()), changes)));
        });
    }

    /** All of them must exist; who has no room is passed over. Answers with those who are in. */
    @Produces
    @Singleton
    public LobbyOperation updateLobbyMembers() {
        return new LobbyHandler(LobbyOperations.UPDATE_LOBBY_MEMBERS, (lobby, call, changes) -> {
            List<BulkLobbyMember> members = Fields.each(call.body(), BulkLobbyMember::of);
            members.forEach(member -> {
                Metadata.require(member.member().fields().metadata());
                Profiles.get(lobby.storage(), member.id().required());
            });
            ArrayNode present = Json.array();
            for (BulkLobbyMember member : members) {
                long user = member.id().required();
                if (member.removeMember().or(false)) {
                    edits.remove(lobby, List.of(user), changes);
                } else if (edits.hasRoomFor(lobby, lobby.applicationId(), user)) {
                    present.add(LobbyView.member(edits.put(lobby, user, member.member(), changes)));
                }
            }
            return Reply.json(present);
        });
    }

    @Produces
    @Singleton
    public LobbyOperation removeLobbyMember() {
        return new LobbyHandler(LobbyOperations.REMOVE_LOBBY_MEMBER, (lobby, call, changes) -> {
            edits.remove(lobby, List.of(call.id("user_id")), changes);
            return Reply.noContent();
        });
    }

    /** Also of a lobby that the caller is not in. */
    @Produces
    @Singleton
    public LobbyOperation leaveLobby() {
        return new LobbyHandler(LobbyOperations.LEAVE_LOBBY, (lobby, call, changes) -> {
            edits.remove(lobby, List.of(call.callerId()), changes);
            return Reply.noContent();
        });
    }
}
