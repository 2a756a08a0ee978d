package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.lifecycle.Looks;
import io.guildhall.gateway.lifecycle.Presences;
import io.guildhall.gateway.lifecycle.PrivateQuestions;
import io.guildhall.gateway.lifecycle.VoiceRequests;
import io.guildhall.gateway.lifecycle.VoiceServers;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.RequestChannelInfo;
import io.guildhall.model.rpc.RequestSounds;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.model.rpc.UpdateVoiceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What clients ask of owners through the gateway. Nothing is answered here: the owner answers with events, or not at all
 * when the client may not ask. What has answers for this session alone goes by {@link PrivateQuestions}. What one session asks of one owner arrives there in order. On the session's lane.
 */
@ApplicationScoped
public class SessionCommands {
    private static final Logger LOG = Logger.getLogger(SessionCommands.class);
    private static final int MOST_FIELDS = 25;
    /** Threads whose members one session looks at, in all guilds together. */
    private static final int MOST_THREAD_LISTS = 50;

    private final Owners owners;
    private final PrivateQuestions questions;
    private final Presences presences;
    private final Looks looks;
    private final VoiceRequests voices;
    private final VoiceServers servers;
    private final Clock clock;

    public SessionCommands(
            Owners owners,
            PrivateQuestions questions,
            Presences presences,
            Looks looks,
            VoiceRequests voices,
            VoiceServers servers,
            Clock clock) {
        this.owners = owners;
        this.questions = questions;
        this.presences = presences;
        this.looks = looks;
        this.voices = voices;
        this.servers = servers;
        this.clock = clock;
    }

    /** Op 3: tells the user's owner and every guild of the session. */
    void presence(Session session, JsonNode data) throws Refusal {
        session.presence(PresenceUpdate.read(data, clock.millis()));
        presences.tell(session);
    }

    /** Op 4. Without a guild it concerns a private channel. For a guild that the session is not in nobody is asked. */
    void voiceState(Session session, JsonNode data) throws Refusal {
        JsonNode guild = data.path("guild_id");
        JsonNode channel = data.path("channel_id");
        if (!data.isObject()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        long channelId = Ids.absent(channel) ? 0 : Ids.read(channel);
        UpdateVoiceState request = UpdateVoiceState.newBuilder()
                .setSession(session.reference())
                .setUserId(session.profile().userId())
                .setSessionId(session.id())
                .setChannelId(channelId)
                .setSelfMute(data.path("self_mute").asBoolean(false))
                .setSelfDeaf(data.path("self_deaf").asBoolean(false))
                .build();
        if (!Ids.absent(guild)) {
            voiceIn(session, Ids.read(guild), request);
        } else if (channelId != 0) {
            ActorKey actor = ActorKey.newBuilder()
                    .setKind(ActorKind.PRIVATE_CHANNEL)
                    .setId(channelId)
                    .build();
            send(session, Command.newBuilder().setActor(actor).setVoiceState(request));
        }
    }

    /** Who asks for what is so already has lost its voice connection, and asks for another one. */
    private void voiceIn(Session session, long guild, UpdateVoiceState request) {
        if (session.lane().attached(session, guild)) {
            boolean again = session.voices().isAsAsked(guild, request);
            voices.ask(session, guild, request);
            if (again) {
                servers.tell(session, guild, request.getChannelId());
            }
        }
    }

    /** Op 5: where the session is to connect for voice. */
    void voiceServers(Session session) {
        session.voices().channels().forEach((guild, channel) -> servers.tell(session, guild, channel));
    }

    /** Op 8. People's clients name several guilds at once. */
    void members(Session session, JsonNode data) throws Refusal {
        MembersRequest request = MembersRequest.read(data);
        for (long guild : request.guilds()) {
            ask(session, guild, Command.newBuilder().setRequestMembers(request.forSession(session)));
        }
    }

    /** Op 31. */
    void sounds(Session session, JsonNode data) throws Refusal {
        if (!data.path("guild_ids").isArray()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        for (long guild : Ids.readAll(data.path("guild_ids"))) {
            ask(
                    session,
                    guild,
                    Command.newBuilder()
                            .setRequestSounds(RequestSounds.newBuilder()
                                    .setSession(session.reference())
                                    .setTickets(true)));
        }
    }

    /** Op 43. */
    void channelInfo(Session session, JsonNode data) throws Refusal {
        long guild = Ids.read(data.path("guild_id"));
        JsonNode fields = data.path("fields");
        if (!fields.isArray() || fields.size() > MOST_FIELDS) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        RequestChannelInfo.Builder request = RequestChannelInfo.newBuilder()
                .setSession(session.reference())
                .setUserId(session.profile().userId())
                .setTickets(true);
        fields.forEach(field -> request.addFields(field.asText()));
        ask(session, guild, Command.newBuilder().setRequestChannelInfo(request));
    }

    /** Op 14: what the session looks at in one guild. */
    void subscribe(Session session, JsonNode data) throws Refusal {
        if (!data.isObject()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        if (!Ids.absent(data.path("guild_id"))) {
            subscribe(session, Ids.read(data.path("guild_id")), SubscriptionRequest.read(data));
        }
    }

    /** Op 37: the same for several guilds. */
    void subscribeAll(Session session, JsonNode data) throws Refusal {
        JsonNode guilds = data.path("subscriptions");
        if (!data.isObject() || !(guilds.isObject() || Ids.absent(guilds))) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        for (Map.Entry<String, JsonNode> guild : guilds.properties()) {
            subscribe(session, Ids.read(guild.getKey()), SubscriptionRequest.read(guild.getValue()));
        }
    }

    private void subscribe(Session session, long guild, SubscriptionRequest request) throws Refusal {
        Subscription before = session.subscription(guild);
        Subscription next = request.over(before, roomForThreadLists(session, guild));
        if (session.profile().bot() || !session.lane().attached(session, guild)) {
            return;
        }
        session.subscribe(guild, next);
        // Its owner hears of it once the session has come.
        if (!session.isJoining(guild)) {
            looks.changed(session, guild, before, request.namesChannels());
        }
    }

    /** Of what a session looks at in all its guilds, beside those that it looks at elsewhere. */
    private static int roomForThreadLists(Session session, long guild) {
        int elsewhere = session.allSubscriptions().entrySet().stream()
                .filter(looks -> looks.getKey() != guild)
                .mapToInt(looks -> looks.getValue().getThreadMemberListsCount())
                .sum();
        return Math.max(0, MOST_THREAD_LISTS - elsewhere);
    }

    private void ask(Session session, long guild, Command.Builder question) throws Refusal {
        if (session.lane().attached(session, guild)
                && !questions.ask(
                        session, question.setActor(Commands.guild(guild)).build())) {
            throw new Refusal(CloseCode.RATE_LIMITED);
        }
    }

    private void send(Session session, Command.Builder command) {
        owners.inOrder(session.reference(), command.build())
                .subscribe()
                .with(
                        outcome -> {},
                        failure -> LOG.debugf(
                                "A command to %d was lost: %s",
                                command.getActor().getId(), failure));
    }
}
