package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.handover.Handover;
import io.guildhall.gateway.lifecycle.GatewayMeasures;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.gateway.wire.Frames;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenClaim;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.observability.process.Later;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Op 6: finds the session here or fetches it from the node that holds it, and sends what the client missed. A session
 * that is over, or whose missing events are forgotten, is answered with op 9 and {@code false}; when it may exist but
 * can't be had at the moment, with {@code true}: the client tries again.
 */
@ApplicationScoped
public class Resumer {
    private static final Logger LOG = Logger.getLogger(Resumer.class);
    /** How long the store is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final byte[] RESUMED =
            "{\"_trace\":[\"[\\\"guildhall\\\",{}]\"]}".getBytes(StandardCharsets.US_ASCII);

    private final TokenVerifier tokens;
    private final SessionRegistry registry;
    private final Handover handover;
    private final GatewayMeasures measures;

    public Resumer(TokenVerifier tokens, SessionRegistry registry, Handover handover, GatewayMeasures measures) {
        this.tokens = tokens;
        this.registry = registry;
        this.handover = handover;
        this.measures = measures;
    }

    /** On the connection's lane. */
    void resume(Connection connection, JsonNode data) throws Refusal {
        ResumeRequest request = ResumeRequest.read(data);
        connection.stage(Connection.Stage.WAITING);
        Once answered = new Once();
        answered.timer = Later.run(
                connection.lane().loop(),
                PATIENCE,
                "Resuming without the store",
                () -> connection.run(() -> answered.run(() -> byRecord(connection, request))));
        tokens.verifyNow(request.token())
                .subscribe()
                .with(
                        identity -> connection.run(() -> answered.run(() -> verified(connection, request, identity))),
                        failure -> connection.run(() -> answered.run(() -> {
                            LOG.infof("A session is resumed by its own record: %s", failure.toString());
                            byRecord(connection, request);
                        })));
    }

    /** On one lane: the store's answer, or that it does not come, whichever is first. */
    private static final class Once {
        private boolean done;
        private Future<?> timer;

        void run(Runnable task) {
            if (!done) {
                done = true;
                timer.cancel(false);
                task.run();
            }
        }
    }

    /**
     * The store can't be asked: the session itself knows which token it began with. Were that revoked, its user's owner would have ended
     * the session, and does so still when what it says of that comes later.
     */
    private void byRecord(Connection connection, ResumeRequest request) {
        if (connection.stage() == Connection.Stage.CLOSED) {
            return;
        }
        Optional<TokenClaim> claim = tokens.read(request.token());
        if (claim.isEmpty()) {
            refuse(connection, true);
            return;
        }
        registry.find(request.sessionId(), session -> {
            if (session == null) {
                fetch(connection, request, claim.get().userId(), profile -> profile.proves(claim.get()), true);
            } else if (session.profile().proves(claim.get())) {
                resumeHere(connection, request, session);
            } else {
                connection.run(() -> refuse(connection, true));
            }
        });
    }

    private void verified(Connection connection, ResumeRequest request, Optional<Identity> identity) {
        if (connection.stage() == Connection.Stage.CLOSED) {
            return;
        }
        if (identity.isEmpty()) {
            connection.close(CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        registry.find(request.sessionId(), session -> {
            if (session == null) {
                fetch(
                        connection,
                        request,
                        identity.get().userId(),
                        profile -> profile.belongsTo(identity.get()),
                        false);
            } else if (session.profile().belongsTo(identity.get())) {
                resumeHere(connection, request, session);
            } else {
                connection.run(() -> refuse(connection, false));
            }
        });
    }

    /** On the session's lane, which need not be the connection's; of a session that is known to be the client's. */
    private void resumeHere(Connection connection, ResumeRequest request, Session session) {
        if (request.sequence() > session.replay().lastSequence()) {
            connection.run(() -> connection.close(CloseCode.INVALID_SEQUENCE));
        } else if (!session.replay().canReplayFrom(request.sequence())) {
            session.lane().end(session);
            connection.run(() -> refuse(connection, false));
        } else if (connection.bind(session)) {
            session.resume(connection, request.sequence(), new Dispatch(DispatchEvent.RESUMED.name(), RESUMED));
            measures.resumed();
        }
    }

    /**
     * @param own whether the session may be resumed with the token; one that may not waits here for its client
     * @param unsure whether what may not be now may be later
     */
    private void fetch(
            Connection connection, ResumeRequest request, long userId, Predicate<Profile> own, boolean unsure) {
        handover.fetch(request.sessionId(), userId, request.sequence())
                .subscribe()
                .with(
                        state -> connection.run(() -> {
                            if (state.isEmpty()) {
                                refuse(connection, false);
                            } else {
                                // Also when the client is gone by now: it may come again.
                                Session session = handover.adopt(connection.lane(), state.get());
                                if (own.test(session.profile())) {
                                    resumeHere(connection, request, session);
                                } else {
                                    refuse(connection, unsure);
                                }
                            }
                        }),
                        failure -> {
                            LOG.infof("A session could not be fetched: %s", failure.toString());
                            connection.run(() -> refuse(connection, true));
                        });
    }

    private static void refuse(Connection connection, boolean resumable) {
        connection.control(Frames.invalidSession(resumable));
        connection.release();
    }
}
