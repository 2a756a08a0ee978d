package io.guildhall.guild.lobby;

import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.model.id.SnowflakeGenerator;
import java.time.Clock;
import java.util.List;

/** Lobbies for tests of other packages. */
public final class TestLobbies {
    private TestLobbies() {}

    public static LobbyBehaviour behaviour(SnowflakeGenerator ids, Clock clock) {
        LobbyNews news = new LobbyNews();
        LobbyWelcome welcome = new LobbyWelcome();
        LobbyEdits edits = new LobbyEdits(clock, new PurgeRequests(), news, welcome);
        LobbyLife life = new LobbyLife(clock, edits);
        LobbyHandlers lobbies = new LobbyHandlers(edits);
        LobbyMemberHandlers members = new LobbyMemberHandlers(edits);
        LobbyMessageHandlers messages = new LobbyMessageHandlers(ids, clock, news);
        return new LobbyBehaviour(
                List.of(
                        lobbies.createLobby(),
                        lobbies.joinLobby(),
                        lobbies.getLobby(),
                        lobbies.updateLobby(),
                        lobbies.deleteLobby(),
                        members.putLobbyMember(),
                        members.updateLobbyMembers(),
                        members.removeLobbyMember(),
                        members.leaveLobby(),
                        messages.listLobbyMessages(),
                        messages.createLobbyMessage(),
                        messages.moderateLobbyMessage(),
                        new LobbyLinks(edits).linkLobbyChannel()),
                List.of(
                        life,
                        new MemberIsHere(life),
                        new MemberMoved(edits),
                        new ChannelGone(edits),
                        new ChannelSaid(news, life),
                        news,
                        welcome),
                life);
    }
}
