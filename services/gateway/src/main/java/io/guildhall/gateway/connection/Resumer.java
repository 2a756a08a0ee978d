package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.handover.Handover;
import io.guildhall.gateway.lifecycle.GatewayMeasures;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.gateway.wire.Frames;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Op 6: finds the session here or fetches it from the node that holds it, and sends what the client missed. A session
 * that is over, or whose missing events are forgotten, is answered with op 9 and {@code false}; when it may exist but
 * can't be had at the moment, with {@code true}: the client tries again.
 */
@ApplicationScoped
public class Resumer {
    private static final Logger LOG = Logger.getLogger(Resumer.class);
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
        tokens.verifyNow(request.token())
                .subscribe()
                .with(identity -> connection.run(() -> verified(connection, request, identity)), failure -> {
                    LOG.warnf("Could not verify a token: %s", failure.toString());
                    connection.run(() -> refuse(connection, true));
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
        long userId = identity.get().userId();
        registry.find(request.sessionId(), session -> {
            if (session != null) {
                resumeHere(connection, request, session, userId);
            } else {
                fetch(connection, request, userId);
            }
        });
    }

    /** On the session's lane, which need not be the connection's. */
    private void resumeHere(Connection connection, ResumeRequest request, Session session, long userId) {
        if (session.profile().userId() != userId) {
            connection.run(() -> refuse(connection, false));
        } else if (request.sequence() > session.replay().lastSequence()) {
            connection.run(() -> connection.close(CloseCode.INVALID_SEQUENCE));
        } else if (!session.replay().canReplayFrom(request.sequence())) {
            session.lane().end(session);
            connection.run(() -> refuse(connection, false));
        } else if (connection.bind(session)) {
            session.resume(connection, request.sequence(), new Dispatch(DispatchEvent.RESUMED.name(), RESUMED));
            measures.resumed();
        }
    }

    private void fetch(Connection connection, ResumeRequest request, long userId) {
        handover.fetch(request.sessionId(), userId, request.sequence())
                .subscribe()
                .with(
                        state -> connection.run(() -> {
                            if (state.isEmpty()) {
                                refuse(connection, false);
                            } else {
                                // Also when the client is gone by now: it may come again.
                                Session session = handover.adopt(connection.lane(), state.get());
                                resumeHere(connection, request, session, userId);
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
