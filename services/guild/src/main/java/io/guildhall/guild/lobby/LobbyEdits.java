package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.guildhall.model.table.catalogue.LobbyMemberships;
import io.guildhall.model.table.catalogue.LobbySecrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** What happens to a lobby and its members, in memory and in the store, and who is told. */
@Singleton
public final class LobbyEdits {
    /** How many a lobby takes. */
    static final int MOST_MEMBERS = 1_000;

    /** In how many of one application's lobbies somebody is. */
    static final int MOST_LOBBIES = 100;

    private final Clock clock;
    private final PurgeRequests purges;
    private final LobbyNews news;
    private final LobbyWelcome welcome;

    public LobbyEdits(Clock clock, PurgeRequests purges, LobbyNews news, LobbyWelcome welcome) {
        this.clock = clock;
        this.purges = purges;
        this.news = news;
        this.welcome = welcome;
    }

    /** Replaces the row and collects the write. */
    void save(LobbyState lobby, RowView changed, Changes changes) {
        if (lobby.exists() && lobby.row().row().equals(changed.row())) {
            return;
        }
        changes.write(Rows.write(lobby.exists() ? lobby.row() : null, changed));
        lobby.replace(changed);
    }

    /** As {@link #save}; members hear of it. Who is there is not said: that alone can be as much as an event may be. */
    void saveAndTell(LobbyState lobby, RowView changed, Changes changes) {
        if (!lobby.row().row().equals(changed.row())) {
            save(lobby, changed, changes);
            news.tell(lobby, PersonEvent.LOBBY_UPDATE, LobbyView.settings(lobby), changes);
        }
    }

    /**
     * False when somebody is in as many of the application's lobbies as may be, or this one is full. Other lobbies may let them in
     * meanwhile, which {@link CountLobbies} finds.
     */
    boolean hasRoomFor(LobbyState lobby, long applicationId, long userId) {
        if (lobby.member(userId).isPresent()) {
            return true;
        }
        Read theirs = Read.from(LobbyMemberships.TABLE, applicationId, userId).limit(MOST_LOBBIES);
        return lobby.members().size() < MOST_MEMBERS
                && lobby.storage().read(LobbyMemberships.TABLE, theirs.build()).size() < MOST_LOBBIES;
    }

    /** Somebody comes in, or what is said of them changes; fields that are not named stay. Returns how they are now. */
    RowView put(LobbyState lobby, long userId, LobbyMemberBody body, Changes changes) {
        Metadata.require(body.fields().metadata());
        RowView before = lobby.member(userId).orElse(null);
        RowView after = before == null ? Rows.create(LobbyMembers.TABLE, lobby.id(), userId) : before;
        if (before == null || body.fields().flags().named()) {
            after = Rows.with(after, LobbyMembers.FLAGS, body.fields().flags().or(0L));
        }
        if (body.fields().metadata().named()) {
            after = Rows.with(
                    after, LobbyMembers.METADATA, body.fields().metadata().orNull());
        }
        if (body.additionalName().named()) {
            after = Rows.with(
                    after, LobbyMembers.ADDITIONAL_NAME, body.additionalName().orNull());
        }
        if (before != null && before.row().equals(after.row())) {
            return after;
        }
        changes.write(Rows.write(before, after));
        ObjectNode event = LobbyView.about(lobby, LobbyView.member(after));
        if (before == null) {
            changes.write(Write.to(LobbyMemberships.TABLE, lobby.applicationId(), userId, lobby.id())
                    .set(LobbyMemberships.JOINED_AT, clock.millis())
                    .build());
            CountLobbies.ask(lobby, userId, changes);
            welcome.tell(lobby, userId, changes);
        }
        news.tell(
                lobby, before == null ? PersonEvent.LOBBY_MEMBER_ADD : PersonEvent.LOBBY_MEMBER_UPDATE, event, changes);
        lobby.put(after);
        return after;
    }

    /** They leave; nothing happens to whoever is not there. */
    void remove(LobbyState lobby, Collection<Long> users, Changes changes) {
        Event gone = LobbyNews.event(PersonEvent.LOBBY_DELETE, gone(lobby));
        for (long userId : users) {
            lobby.member(userId).ifPresent(member -> {
                changes.write(Write.delete(LobbyMembers.TABLE, lobby.id(), userId));
                changes.write(Write.delete(LobbyMemberships.TABLE, lobby.applicationId(), userId, lobby.id()));
                changes.publish(Keys.user(userId), gone);
                ObjectNode event = LobbyView.about(lobby, LobbyView.member(member));
                news.tell(lobby, PersonEvent.LOBBY_MEMBER_REMOVE, event, changes);
            });
        }
        lobby.removeAll(users);
    }

    /** One account comes in for the other, with all that is said of it; whoever is in already stays as they are. */
    void move(LobbyState lobby, long from, long to, Changes changes) {
        RowView before = lobby.member(from).orElse(null);
        if (before == null) {
            return;
        }
        remove(lobby, List.of(from), changes);
        if (lobby.member(to).isEmpty() && hasRoomFor(lobby, lobby.applicationId(), to)) {
            ObjectNode said = Json.object()
                    .put("flags", before.get(LobbyMembers.FLAGS, 0L))
                    .put("additional_name", before.get(LobbyMembers.ADDITIONAL_NAME));
            said.set("metadata", Metadata.json(before.get(LobbyMembers.METADATA)));
            put(lobby, to, LobbyMemberBody.of(said), changes);
        }
    }

    /** The lobby is there no more, nor what was said in it. */
    void delete(LobbyState lobby, Changes changes) {
        long application = lobby.applicationId();
        Event gone = LobbyNews.event(PersonEvent.LOBBY_DELETE, gone(lobby));
        for (long userId : lobby.members().keySet()) {
            changes.write(Write.delete(LobbyMemberships.TABLE, application, userId, lobby.id()));
            changes.publish(Keys.user(userId), gone);
        }
        lobby.removeAll(List.copyOf(lobby.members().keySet()));
        LobbyLinks.unlink(lobby, application, changes);
        lobby.row()
                .find(Lobbies.SECRET)
                .filter(secret -> lobby.storage()
                        .row(LobbySecrets.TABLE, application, secret)
                        .filter(row -> row.get(LobbySecrets.LOBBY_ID) == lobby.id())
                        .isPresent())
                .ifPresent(secret -> changes.write(Write.delete(LobbySecrets.TABLE, application, secret)));
        changes.write(Write.deletePartition(LobbyMembers.TABLE, lobby.id()));
        changes.write(Write.delete(Lobbies.TABLE, lobby.id()));
        purges.addLobby(lobby.id(), clock.millis(), changes);
        lobby.replace(null);
    }

    private static ObjectNode gone(LobbyState lobby) {
        return Json.object()
                .put("id", Snowflake.format(lobby.id()))
                .put("application_id", Snowflake.format(lobby.applicationId()));
    }

    static ApiException full(String field) {
        return ApiException.invalidField(
                field,
                "LOBBY_FULL",
                "A lobby takes " + MOST_MEMBERS + " members, each of them in " + MOST_LOBBIES + " lobbies.");
    }
}
