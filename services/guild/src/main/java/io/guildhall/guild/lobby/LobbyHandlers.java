package io.guildhall.guild.lobby;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.body.Given;
import io.guildhall.model.lobby.LobbySecret;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Lobbies;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Making, looking at, changing and ending lobbies. */
@Singleton
public final class LobbyHandlers {
    private static final LobbyMemberBody NOTHING_SAID = LobbyMemberBody.of(Json.object());

    private final LobbyEdits edits;

    public LobbyHandlers(LobbyEdits edits) {
        this.edits = edits;
    }

    @Produces
    @Singleton
    public LobbyOperation createLobby() {
        return new LobbyHandler(LobbyOperations.CREATE_LOBBY, (lobby, call, changes) -> {
            LobbySettings body = LobbySettings.of(call.body());
            RowView row = begun(lobby, call);
            List<NewLobbyMember> members = known(lobby, body);
            edits.save(lobby, set(row, body), changes);
            letIn(lobby, members, changes);
            return Reply.json(LobbyView.json(lobby));
        });
    }

    /** Who is in already only says anew what is said of them and of the lobby. */
    @Produces
    @Singleton
    public LobbyOperation joinLobby() {
        return new LobbyHandler(LobbyOperations.JOIN_LOBBY, (lobby, call, changes) -> {
            JoiningBody body = JoiningBody.of(call.body());
            Metadata.require(body.lobbyMetadata());
            long application = call.caller().getApplicationId();
            Profiles.get(lobby.storage(), call.callerId());
            if (!edits.hasRoomFor(lobby, application, call.callerId())) {
                throw LobbyEdits.full("secret");
            }
            if (!lobby.exists()) {
                RowView row = Rows.with(
                        begun(lobby, call),
                        Lobbies.SECRET,
                        LobbySecret.digest(body.secret().required()));
                row = put(row, body.idleTimeoutSeconds(), body.lobbyMetadata(), body.flags());
                edits.save(lobby, row, changes);
            }
            LobbyMemberBody said = new LobbyMemberBody(
                    new MemberFields(
                            body.memberMetadata(), NOTHING_SAID.fields().flags()),
                    NOTHING_SAID.additionalName());
            edits.put(lobby, call.callerId(), said, changes);
            if (body.lobbyMetadata().named()) {
                edits.saveAndTell(
                        lobby,
                        Rows.with(
                                lobby.row(),
                                Lobbies.METADATA,
                                body.lobbyMetadata().orNull()),
                        changes);
            }
            return Reply.json(LobbyView.json(lobby));
        });
    }

    @Produces
    @Singleton
    public LobbyOperation getLobby() {
        return new LobbyHandler(LobbyOperations.GET_LOBBY, (lobby, call, changes) -> Reply.json(LobbyView.json(lobby)));
    }

    /** Who is not among the members that are named goes. */
    @Produces
    @Singleton
    public LobbyOperation updateLobby() {
        return new LobbyHandler(LobbyOperations.UPDATE_LOBBY, (lobby, call, changes) -> {
            LobbySettings body = LobbySettings.of(call.body());
            List<NewLobbyMember> members = known(lobby, body);
            edits.saveAndTell(lobby, set(lobby.row(), body), changes);
            if (body.members().hasValue()) {
                Set<Long> leaving = new HashSet<>(lobby.members().keySet());
                members.forEach(member -> leaving.remove(member.id().required()));
                edits.remove(lobby, leaving, changes);
                letIn(lobby, members, changes);
            }
            return Reply.json(LobbyView.json(lobby));
        });
    }

    @Produces
    @Singleton
    public LobbyOperation deleteLobby() {
        return new LobbyHandler(LobbyOperations.DELETE_LOBBY, (lobby, call, changes) -> {
            edits.delete(lobby, changes);
            return Reply.noContent();
        });
    }

    private static RowView begun(LobbyState lobby, Call call) {
        RowView row = Rows.create(Lobbies.TABLE, lobby.id());
        return Rows.with(row, Lobbies.APPLICATION_ID, call.caller().getApplicationId());
    }

    /** Who has no room is passed over. */
    private void letIn(LobbyState lobby, List<NewLobbyMember> members, Changes changes) {
        for (NewLobbyMember member : members) {
            long user = member.id().required();
            if (edits.hasRoomFor(lobby, lobby.applicationId(), user)) {
                edits.put(lobby, user, said(member), changes);
            }
        }
    }

    /** The members that a request names: they must exist. */
    private static List<NewLobbyMember> known(LobbyState lobby, LobbySettings body) {
        Metadata.require(body.metadata());
        List<NewLobbyMember> members = body.members().or(List.of());
        members.forEach(member -> {
            Metadata.require(member.fields().metadata());
            Profiles.get(lobby.storage(), member.id().required());
        });
        return members;
    }

    private static LobbyMemberBody said(NewLobbyMember member) {
        return new LobbyMemberBody(member.fields(), NOTHING_SAID.additionalName());
    }

    private static RowView set(RowView row, LobbySettings body) {
        RowView changed = put(row, body.idleTimeoutSeconds(), body.metadata(), body.flags());
        return body.overrideEventWebhooksUrl().named()
                ? Rows.with(
                        changed,
                        Lobbies.EVENTS_URL,
                        body.overrideEventWebhooksUrl().orNull())
                : changed;
    }

    private static RowView put(RowView row, Given<Long> idle, Given<String> metadata, Given<Long> flags) {
        RowView changed = row;
        if (idle.named()) {
            changed = Rows.with(changed, Lobbies.IDLE_SECONDS, idle.orNull());
        }
        if (metadata.named()) {
            changed = Rows.with(changed, Lobbies.METADATA, metadata.orNull());
        }
        return flags.named() ? Rows.with(changed, Lobbies.FLAGS, flags.orNull()) : changed;
    }
}
