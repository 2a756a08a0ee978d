package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.lifecycle.GatewayMeasures;
import io.guildhall.gateway.lifecycle.GuildJoin;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.gateway.wire.Frames;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenClaim;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Op 2: checks who it is, opens a session, attaches it to the user's owner, and sends READY. */
@ApplicationScoped
public class Identifier {
    private static final Logger LOG = Logger.getLogger(Identifier.class);
    private static final Outcome REVOKED = Outcome.newBuilder()
            .setFailure(ApiException.unauthorized().toFailure())
            .build();

    private final TokenVerifier tokens;
    private final IdentifyLimiter limiter;
    private final SessionRegistry registry;
    private final Owners owners;
    private final GuildJoin guilds;
    private final ResumeAddress resumeAddress;
    private final GatewayMeasures measures;
    private final Clock clock;
    private final int maxGuildsPerShard;
    private final int maxStarts;

    public Identifier(
            TokenVerifier tokens,
            IdentifyLimiter limiter,
            SessionRegistry registry,
            Owners owners,
            GuildJoin guilds,
            ResumeAddress resumeAddress,
            GatewayMeasures measures,
            GatewayConfig config,
            Clock clock) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.registry = registry;
        this.owners = owners;
        this.guilds = guilds;
        this.resumeAddress = resumeAddress;
        this.measures = measures;
        this.clock = clock;
        this.maxGuildsPerShard = config.identify().maxGuildsPerShard();
        this.maxStarts = config.identify().total();
    }

    /** On the connection's lane, and so is everything below. */
    void identify(Connection connection, JsonNode data) throws Refusal {
        IdentifyRequest request = IdentifyRequest.read(data, clock.millis());
        connection.stage(Connection.Stage.WAITING);
        tokens.verify(request.token())
                .subscribe()
                .with(
                        identity -> connection.run(() -> verified(connection, request, identity)),
                        failure -> connection.run(() -> failed(connection, "verify a token", failure)));
    }

    private void verified(Connection connection, IdentifyRequest request, Optional<Identity> verified) {
        if (connection.stage() == Connection.Stage.CLOSED) {
            return;
        }
        if (verified.isEmpty()) {
            connection.close(CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        Identity identity = verified.get();
        if (identity.bot() && request.intents() == IdentifyRequest.NO_INTENTS) {
            connection.close(CloseCode.INVALID_INTENTS);
            return;
        }
        limiter.accept(identity.userId())
                .thenAccept(accepted -> connection.run(() -> counted(connection, request, identity, accepted)));
    }

    private void counted(Connection connection, IdentifyRequest request, Identity identity, boolean accepted) {
        if (connection.stage() == Connection.Stage.CLOSED) {
            return;
        }
        if (!accepted || registry.fullFor(identity.userId())) {
            connection.control(Frames.invalidSession(false));
            connection.release();
        } else {
            open(connection, request, identity);
        }
    }

    private void open(Connection connection, IdentifyRequest request, Identity identity) {
        Profile profile = new Profile(
                identity.userId(),
                identity.bot(),
                identity.sessionId(),
                identity.bot() ? request.intents() : Profile.EVERY_INTENT,
                request.shard(),
                request.shards(),
                request.largeThreshold(),
                request.presence(),
                tokens.read(request.token()).map(TokenClaim::proof).orElse(0L));
        Session session = registry.open(connection.lane(), profile, connection);
        connection.bind(session);
        session.lane().attach(session, ActorKind.USER, identity.userId(), 0, 0);
        owners.insist(
                        Commands.attach(Commands.user(identity.userId()), session),
                        () -> session.phase() == Phase.IDENTIFYING)
                .flatMap(outcome -> ifStillGood(request.token(), outcome))
                .subscribe()
                .with(
                        outcome -> session.run(() -> attached(connection, session, request.capabilities(), outcome)),
                        failure -> session.run(() -> {
                            session.lane().end(session);
                            failed(connection, "attach a session", failure);
                        }));
    }

    /**
     * The token is asked for again once the session hears of its user: a revocation before that is seen by this question, one
     * behind it reaches the session, and so none is missed because an older answer was remembered.
     */
    private Uni<Outcome> ifStillGood(String token, Outcome attached) {
        return attached.hasFailure()
                ? Uni.createFrom().item(attached)
                : tokens.verifyNow(token).map(identity -> identity.isPresent() ? attached : REVOKED);
    }

    private void attached(Connection connection, Session session, long capabilities, Outcome outcome) {
        if (session.phase() != Phase.IDENTIFYING) {
            return;
        }
        if (outcome.hasFailure()) {
            refuse(connection, session, CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        UserReply reply = UserReply.read(outcome.getSuccess().getBody());
        if (reply.sessionStarts() > maxStarts) {
            session.lane().end(session);
            connection.control(Frames.invalidSession(false));
            connection.release();
            return;
        }
        Profile profile = session.profile();
        if (profile.bot() && !reply.allows(profile.intents())) {
            refuse(connection, session, CloseCode.DISALLOWED_INTENTS);
            return;
        }
        long[] shardGuilds =
                Arrays.stream(reply.guilds()).filter(profile::takes).toArray();
        if (profile.bot() && shardGuilds.length > maxGuildsPerShard) {
            refuse(connection, session, CloseCode.SHARDING_REQUIRED);
            return;
        }
        session.lane()
                .attach(
                        session,
                        ActorKind.USER,
                        profile.userId(),
                        reply.position().getEpoch(),
                        reply.position().getSequence());
        List<Dispatch> ready = new ArrayList<>();
        ready.add(ReadyPayload.build(
                session, reply, connection.version(), capabilities, shardGuilds, resumeAddress.url()));
        if (!profile.bot()) {
            ready.add(ReadySupplement.build(shardGuilds));
        }
        session.ready(ready);
        measures.identified();
        guilds.joinAll(session, shardGuilds);
    }

    private static void refuse(Connection connection, Session session, CloseCode code) {
        session.lane().end(session);
        connection.close(code);
    }

    private static void failed(Connection connection, String what, Throwable failure) {
        if (connection.stage() != Connection.Stage.CLOSED) {
            LOG.warnf("Could not %s: %s", what, failure.toString());
            connection.close(CloseCode.UNKNOWN_ERROR);
        }
    }
}
