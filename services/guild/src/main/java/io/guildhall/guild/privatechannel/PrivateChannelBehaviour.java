package io.guildhall.guild.privatechannel;

import static java.util.function.Function.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Handlers;
import io.guildhall.guild.installation.Visitors;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.AllowFiles;
import io.guildhall.guild.settings.Privacy;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.operation.catalogue.SoundboardOperations;
import io.guildhall.model.operation.catalogue.StageOperations;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.operation.catalogue.VoiceOperations;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Channels between users. They have no sessions of their own: events go through the participants' actors. */
@Singleton
public final class PrivateChannelBehaviour implements Behaviour<PrivateChannelState> {
    private static final Set<Operation> OPERATIONS_OF_GUILDS = Set.of(
            ChannelOperations.SET_OVERWRITE,
            ChannelOperations.DELETE_OVERWRITE,
            ChannelOperations.UNLINK_CHANNEL,
            InviteOperations.CREATE_INVITE,
            InviteOperations.LIST_CHANNEL_INVITES,
            WebhookOperations.CREATE_WEBHOOK,
            WebhookOperations.LIST_CHANNEL_WEBHOOKS,
            VoiceOperations.SET_VOICE_STATUS,
            StageOperations.CREATE_STAGE,
            StageOperations.GET_STAGE,
            StageOperations.UPDATE_STAGE,
            StageOperations.DELETE_STAGE,
            WebhookOperations.FOLLOW_CHANNEL,
            WebhookOperations.EXECUTE_SLACK_WEBHOOK,
            WebhookOperations.EXECUTE_GITHUB_WEBHOOK,
            WebhookOperations.GET_WEBHOOK_BY_TOKEN,
            WebhookOperations.UPDATE_WEBHOOK_BY_TOKEN,
            WebhookOperations.DELETE_WEBHOOK_BY_TOKEN,
            ThreadOperations.CREATE_THREAD,
            ThreadOperations.CREATE_THREAD_FROM_MESSAGE,
            ThreadOperations.JOIN_THREAD,
            ThreadOperations.LEAVE_THREAD,
            ThreadOperations.ADD_THREAD_MEMBER,
            ThreadOperations.REMOVE_THREAD_MEMBER,
            ThreadOperations.GET_THREAD_MEMBER,
            ThreadOperations.LIST_THREAD_MEMBERS,
            ThreadOperations.LIST_PUBLIC_ARCHIVED_THREADS,
            ThreadOperations.LIST_PRIVATE_ARCHIVED_THREADS,
            ThreadOperations.LIST_MY_PRIVATE_ARCHIVED_THREADS,
            ThreadOperations.SEARCH_THREADS,
            SoundboardOperations.SEND_SOUND);

    private final Handlers<ChannelOperation> shared;
    private final Handlers<PrivateOperation> own;
    private final Map<String, ChannelStep> steps;
    private final Set<Operation> answers;
    private final Clock clock;
    private final AttachmentLinks links;

    public PrivateChannelBehaviour(
            @All List<ChannelOperation> operations,
            @All List<PrivateOperation> own,
            @All List<ChannelStep> steps,
            Clock clock,
            AttachmentLinks links) {
        this.steps = steps.stream().collect(Collectors.toUnmodifiableMap(ChannelStep::step, identity()));
        this.shared = new Handlers<>(operations, ChannelOperation::operation);
        this.own = new Handlers<>(own, PrivateOperation::operation);
        this.answers = Stream.of(
                        operations.stream().map(ChannelOperation::operation),
                        own.stream().map(PrivateOperation::operation),
                        OPERATIONS_OF_GUILDS.stream())
                .flatMap(kind -> kind)
                .collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
        this.links = links;
    }

    /** What a private channel answers, be it that only guilds do such a thing. */
    public Set<Operation> answers() {
        return answers;
    }

    @Override
    public ActorKind kind() {
        return ActorKind.PRIVATE_CHANNEL;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {
        if (storage.row(PrivateChannels.TABLE, key.getId()).isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_CHANNEL);
        }
    }

    @Override
    public PrivateChannelState load(ActorContext context) {
        long channelId = context.key().getId();
        StorageFacade storage = context.storage();
        RowView row = storage.row(PrivateChannels.TABLE, channelId)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        SequencedMap<Long, User> participants = PrivateChannelPayloads.participants(row, storage);
        Set<Long> shownTo = new HashSet<>();
        for (long userId : participants.keySet()) {
            storage.row(UserPrivateChannels.TABLE, userId, channelId)
                    .filter(listed -> listed.get(UserPrivateChannels.OPEN, false))
                    .ifPresent(listed -> shownTo.add(userId));
        }
        return new PrivateChannelState(context, row, participants, shownTo, blockers(row, storage));
    }

    /** Who of two blocks the other. In groups blocks do not count. */
    private static Set<Long> blockers(RowView row, StorageFacade storage) {
        List<Long> both = row.get(PrivateChannels.RECIPIENTS, List.of());
        if (both.size() != 2) {
            return Set.of();
        }
        Set<Long> blockers = new HashSet<>();
        for (int index = 0; index < 2; index++) {
            long one = both.get(index);
            storage.row(Relationships.TABLE, one, both.get(1 - index))
                    .filter(found -> Relationships.is(RelationshipType.BLOCKED, found))
                    .ifPresent(found -> blockers.add(one));
        }
        return blockers;
    }

    @Override
    public List<ReadRequest> foreseen(ActorKey key, Command command) {
        ChannelStep step = steps.get(command.getInternal().getStep());
        if (step != null) {
            return step.foreseen(Json.parse(command.getInternal().getBody()));
        }
        return shared.find(command.getRest().getOperation())
                .map(operation -> operation.foreseen(command.getRest()))
                .orElse(List.of());
    }

    /** Whether the participants are still in the guild where they last met, and whether they may write to each other because of it. */
    @Override
    public List<ReadRequest> foreseen(PrivateChannelState channel, Command command) {
        boolean writes = Operations.byName(command.getRest().getOperation())
                .filter(Reach::isNeeded)
                .isPresent();
        long guild = channel.sharedGuild();
        if (!writes || guild == 0 || channel.isGroup()) {
            return List.of();
        }
        List<ReadRequest> reads = new ArrayList<>();
        channel.participants().keySet().forEach(user -> {
            reads.add(Read.row(UserGuilds.TABLE, user, guild));
            if (user != command.getRest().getCaller().getUserId()) {
                reads.add(Privacy.read(user));
            }
        });
        if (channel.participants().values().stream().noneMatch(user -> Boolean.TRUE.equals(user.bot()))) {
            reads.add(Read.row(Guilds.TABLE, guild));
        }
        return reads;
    }

    @Override
    public List<ReadRequest> following(Command command, ReadRequest read, List<RowView> rows) {
        return shared.find(command.getRest().getOperation())
                .map(operation -> operation.following(command.getRest(), read, rows))
                .orElse(List.of());
    }

    @Override
    public Reply handle(PrivateChannelState channel, Command command, Changes changes) {
        if (command.hasInternal() && command.getInternal().getStep().equals(AllowFiles.STEP)) {
            JsonNode body = Json.parse(command.getInternal().getBody());
            PrivatePlace place = new PrivatePlace(channel, clock, links);
            long user = Snowflake.parse(body.path("user_id").asText());
            place.require(user, AllowFiles.needed(body));
            Operations.byName(body.path("operation").asText())
                    .ifPresent(operation -> place.requireReach(user, operation));
            return Reply.noContent();
        }
        if (command.getInternal().getStep().equals(BlockChanged.STEP)) {
            BlockChanged.apply(channel, Json.parse(command.getInternal().getBody()));
            return Reply.noContent();
        }
        ChannelStep step = steps.get(command.getInternal().getStep());
        if (step != null) {
            return step.handle(
                    new PrivatePlace(channel, clock, links),
                    Json.parse(command.getInternal().getBody()),
                    changes);
        }
        if (command.hasVoiceState()) {
            // There are no calls here, whoever asks to enter one or to leave it.
            return Reply.noContent();
        }
        if (!command.hasRest()) {
            throw Handlers.unknown("Of private channels, " + command.getPayloadCase());
        }
        return rest(channel, command.getRest(), changes);
    }

    private Reply rest(PrivateChannelState channel, RestCall rest, Changes changes) {
        Operation operation = Handlers.known(rest.getOperation());
        PrivatePlace place = new PrivatePlace(channel, clock, links);
        Call call = new Call(operation, rest);
        if (operation.scope() != Scope.CONVERSATION && !Visitors.mayCome(call, place.storage())) {
            place.require(call.callerId(), operation.permissions());
        }
        return run(place, call, changes).orStatus(operation.status());
    }

    private Reply run(PrivatePlace place, Call call, Changes changes) {
        String name = call.operation().name();
        if (OPERATIONS_OF_GUILDS.contains(call.operation())) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL);
        }
        if (call.operation().scope() != Scope.CONVERSATION) {
            place.requireReach(call.callerId(), call.operation());
        }
        return own.find(name)
                .map(handler -> handler.handle(place, call, changes))
                .or(() -> shared.find(name).map(handler -> handler.handle(place, call, changes)))
                .orElseThrow(() -> Handlers.unknown(name));
    }
}
