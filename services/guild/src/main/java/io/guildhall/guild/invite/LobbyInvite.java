package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Lets a member of a lobby into the guild of the channel that is linked to it: by an invite that is good once, for a day, and for nobody else, the same for an
 * hour. It is given in the name of whoever linked the two.
 */
@Singleton
public final class LobbyInvite implements GuildStep {
    private static final int ATTEMPTS = 5;
    private static final int ONE_DAY = 86_400;

    private final InviteCodes codes;

    public LobbyInvite(InviteCodes codes) {
        this.codes = codes;
    }

    @Override
    public String step() {
        return "inviteFromLobby";
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long lobby = Snowflake.parse(body.path("lobby_id").asText());
        long user = Snowflake.parse(body.path("user_id").asText());
        ChannelLink link = guild.findChannel(
                        Snowflake.parse(body.path("channel_id").asText()))
                .flatMap(ChannelLink::of)
                .filter(found -> found.lobby() == lobby)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        InviteBook book = InviteBook.of(guild);
        Optional<String> given = LobbyInvitees.of(guild).codeOf(user, link, book);
        if (given.isPresent()) {
            return answer(given.get());
        }
        NewInvite asked = NewInvite.of(Json.object()
                .put("max_age", ONE_DAY)
                .put("max_uses", 1)
                .set("target_users_file", Json.array().add(Snowflake.format(user))));
        book.requireRoom();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GuildInvite invite =
                    GuildInvite.asked(codes.next(), guild.id(), link.channelId(), link.linkedBy(), asked, guild.now());
            if (book.add(invite, changes)) {
                TargetUsers.save(guild, invite, List.of(user), changes);
                changes.event(InviteEvents.created(guild, invite, InviteView.of(guild, List.of(invite))));
                LobbyInvitees.of(guild).remember(user, invite, book);
                return answer(invite.code());
            }
        }
        throw ApiException.unavailable();
    }

    private static Reply answer(String code) {
        return Reply.json(Json.object().put("code", code));
    }
}
