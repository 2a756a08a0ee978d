package io.guildhall.api.owner;

import static com.google.protobuf.ByteString.copyFromUtf8;

import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.ConversationOperations;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Invites;
import io.guildhall.model.table.catalogue.PrivateChannelPairs;
import io.guildhall.model.table.catalogue.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Finds the actor that runs a call, and writes the call down for it. */
@ApplicationScoped
public class ActorResolver {
    private static final String GUILD_ID = "guild_id";
    private static final String CHANNEL_ID = "channel_id";
    private static final String USER_ID = "user_id";
    private static final String LOBBY_ID = "lobby_id";

    private final ChannelDirectory channels;
    private final WebhookDirectory webhooks;
    private final StorageAccess storage;
    private final ApiIds ids;
    private final LobbyDirectory lobbies;

    /** An actor and what it is asked. */
    public record Target(ActorKey actor, RestCall call) {}

    @Inject
    public ActorResolver(ChannelDirectory channels, WebhookDirectory webhooks, StorageAccess storage, ApiIds ids) {
        this.channels = channels;
        this.webhooks = webhooks;
        this.storage = storage;
        this.ids = ids;
        this.lobbies = new LobbyDirectory(storage, ids);
    }

    public Target resolve(ApiCall call) {
        RestCall.Builder request = describe(call);
        Scope scope = call.operation().scope();
        ActorKey actor =
                switch (scope) {
                    case GUILD -> guild(call, request);
                    case CHANNEL -> channel(call, request);
                    case WEBHOOK -> webhook(call.path().get("webhook_id"));
                    case INVITE -> invite(call.path().get("code"));
                    case CALLER -> user(call.caller().userId());
                    case USER -> user(Snowflake.parse(call.path().get(USER_ID)));
                    case APPLICATION -> user(Snowflake.parse(call.path().get("application_id")));
                    case CALLING_APPLICATION -> user(application(call.caller()));
                    case CONVERSATION -> conversation(call, request);
                    case LOBBY -> lobby(call, request);
                    case API -> throw new IllegalStateException(call.operation().name() + " has no actor");
                };
        return new Target(actor, request.build());
    }

    /** The actor of a user, a bot or an application. */
    public static ActorKey user(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.USER).setId(id).build();
    }

    private ActorKey channel(ApiCall call, RestCall.Builder request) {
        String id = call.path().get(CHANNEL_ID);
        if (id == null) {
            id = call.body().path(CHANNEL_ID).asText();
            request.putPath(CHANNEL_ID, id);
        }
        return channels.find(Snowflake.parse(id)).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
    }

    /** Which channel two users have is known from the pair alone, and what is asked of it may be what channels are asked. */
    private ActorKey conversation(ApiCall call, RestCall.Builder request) {
        long one = call.path().containsKey(USER_ID)
                ? Snowflake.parse(call.path().get(USER_ID))
                : call.caller().userId();
        long other = Snowflake.parse(call.path().get("other_id"));
        long channel = storage.row(Read.row(PrivateChannelPairs.TABLE, Math.min(one, other), Math.max(one, other)))
                .await()
                .indefinitely()
                .map(row -> row.get(PrivateChannelPairs.CHANNEL_ID))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        request.putPath(CHANNEL_ID, Snowflake.format(channel))
                .setOperation(ConversationOperations.meant(call.operation()).name());
        return ActorKey.newBuilder()
                .setKind(ActorKind.PRIVATE_CHANNEL)
                .setId(channel)
                .build();
    }

    private ActorKey guild(ApiCall call, RestCall.Builder request) {
        String id = call.path().get(GUILD_ID);
        if (id == null) {
            id = call.body().hasNonNull(GUILD_ID) ? call.body().get(GUILD_ID).asText() : Snowflake.format(ids.next());
            request.putPath(GUILD_ID, id);
        }
        return ActorKey.newBuilder()
                .setKind(ActorKind.GUILD)
                .setId(Snowflake.parse(id))
                .build();
    }

    /** Who is no application's has nothing to do with lobbies. */
    private ActorKey lobby(ApiCall call, RestCall.Builder request) {
        long application = application(call.caller());
        String id = call.path().get(LOBBY_ID);
        if (id == null) {
            long found = call.body().hasNonNull("secret")
                    ? lobbies.bySecret(application, call.body().get("secret").asText())
                    : ids.next();
            id = Snowflake.format(found);
            request.putPath(LOBBY_ID, id);
        }
        return ActorKey.newBuilder()
                .setKind(ActorKind.LOBBY)
                .setId(Snowflake.parse(id))
                .build();
    }

    private ActorKey webhook(String id) {
        long guild = webhooks.find(Snowflake.parse(id))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_WEBHOOK))
                .get(Webhooks.GUILD_ID);
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(guild).build();
    }

    /** A vanity URL is the same however its letters are written. */
    private ActorKey invite(String code) {
        long guild = guildOf(code)
                .or(() -> guildOf(code.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INVITE));
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(guild).build();
    }

    private Optional<Long> guildOf(String code) {
        return storage.row(Read.row(Invites.TABLE, code))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Invites.GUILD_ID));
    }

    private static RestCall.Builder describe(ApiCall call) {
        RestCall.Builder request = RestCall.newBuilder()
                .setOperation(call.operation().name())
                .putAllPath(call.path())
                .setReason(call.reason())
                .setLocale(call.locale())
                .addAllFiles(call.files());
        if (call.operation().query().isPresent()) {
            request.setQuery(copyFromUtf8(call.query().toString()));
        }
        if (call.operation().body().isPresent()) {
            request.setBody(copyFromUtf8(call.body().toString()));
        }
        call.identity().map(ActorResolver::caller).ifPresent(request::setCaller);
        return request;
    }

    private static long application(Identity identity) {
        return Optional.of(ApplicationActing.application(identity))
                .filter(id -> id != 0)
                .orElseThrow(() -> ApiException.of(ErrorCode.ONLY_BOTS_CAN_USE_THIS_ENDPOINT));
    }

    private static Caller caller(Identity identity) {
        return Caller.newBuilder()
                .setUserId(identity.userId())
                .setBot(identity.bot())
                .setApplicationId(ApplicationActing.application(identity))
                .build();
    }
}
