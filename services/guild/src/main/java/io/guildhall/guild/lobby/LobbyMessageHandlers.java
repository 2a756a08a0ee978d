package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.webhookevent.WebhookEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What members say in a lobby, kept as messages of channels are. */
@Singleton
public final class LobbyMessageHandlers {
    private static final int USUAL = 50;
    private static final Duration HISTORY = Duration.ofHours(72);

    /** Shown without embeds, and told without a sound: the flags that senders may set. */
    private static final long SETTABLE = 1 << 2 | 1 << 12;

    private final SnowflakeGenerator ids;
    private final Clock clock;
    private final LobbyNews news;

    public LobbyMessageHandlers(SnowflakeGenerator ids, Clock clock, LobbyNews news) {
        this.ids = ids;
        this.clock = clock;
        this.news = news;
    }

    /** The last ones of three days, the oldest first. */
    @Produces
    @Singleton
    public LobbyOperation listLobbyMessages() {
        return new LobbyHandler(LobbyOperations.LIST_LOBBY_MESSAGES, (lobby, call, changes) -> {
            requireMember(lobby, call);
            long first = Snowflake.lowestAt(clock.millis() - HISTORY.toMillis());
            List<RowView> found = new MessageStore(lobby.storage(), lobby.id())
                    .before(Long.MAX_VALUE, call.queryNumber("limit", USUAL))
                    .reversed();
            ArrayNode list = Json.array();
            found.stream()
                    .filter(row -> row.get(Messages.MESSAGE_ID) >= first)
                    .forEach(row -> list.add(LobbyView.message(lobby, row)));
            return Reply.json(list);
        });
    }

    @Produces
    @Singleton
    public LobbyOperation createLobbyMessage() {
        return new LobbyHandler(LobbyOperations.CREATE_LOBBY_MESSAGE, this::create);
    }

    @Produces
    @Singleton
    public LobbyOperation moderateLobbyMessage() {
        return new LobbyHandler(LobbyOperations.MODERATE_LOBBY_MESSAGE, (lobby, call, changes) -> {
            RowView before = new MessageStore(lobby.storage(), lobby.id()).get(call.id("message_id"));
            RowView after = Rows.with(before, Messages.MODERATION_METADATA, Json.bytes(call.body()));
            if (!before.row().equals(after.row())) {
                changes.write(Rows.write(before, after));
                // Players hear it. The application said it itself, and is told of edits only, by Discord's
                // documentation.
                news.tell(lobby, PersonEvent.LOBBY_MESSAGE_UPDATE, LobbyView.message(lobby, after), changes);
            }
            return Reply.noContent();
        });
    }

    private Reply create(LobbyState lobby, Call call, Changes changes) {
        requireMember(lobby, call);
        LobbyMessageBody body = LobbyMessageBody.of(call.body());
        Metadata.require(body.metadata());
        String content = body.content().or("").strip();
        if (content.isEmpty()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE);
        }
        User author = Profiles.get(lobby.storage(), call.callerId());
        long id = ids.next();
        RowView row = Rows.create(Messages.TABLE, lobby.id(), MessageBucket.of(id), id);
        row = Rows.with(row, Messages.AUTHOR_ID, call.callerId());
        row = Rows.with(row, Messages.AUTHOR, Json.bytes(author));
        row = Rows.with(row, Messages.CONTENT, content);
        row = Rows.with(row, Messages.FLAGS, body.flags().or(0L) & SETTABLE);
        RowView member = lobby.member(call.callerId()).orElse(null);
        if (member != null) {
            row = Rows.with(row, Messages.ADDITIONAL_NAME, member.get(LobbyMembers.ADDITIONAL_NAME));
        }
        changes.write(Rows.write(row));
        changes.write(
                Write.to(MessageBuckets.TABLE, lobby.id(), MessageBucket.of(id)).build());
        LobbyLinks.say(lobby, row, changes);
        ObjectNode said = LobbyView.message(lobby, row);
        // What the game says along with it is for those who hear it now, and not kept.
        body.metadata().value().ifPresent(metadata -> said.set("metadata", Json.parse(metadata)));
        news.tell(lobby, PersonEvent.LOBBY_MESSAGE_CREATE, said, changes);
        changes.errand(new WebhookEvent(
                        lobby.applicationId(),
                        WebhookEvent.Type.LOBBY_MESSAGE_CREATE,
                        said,
                        lobby.row().find(Lobbies.EVENTS_URL))
                .errand());
        return Reply.json(said);
    }

    /** The application's bot may always. */
    private static void requireMember(LobbyState lobby, Call call) {
        if (call.callerId() != lobby.applicationId()
                && lobby.member(call.callerId()).isEmpty()) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
    }
}
