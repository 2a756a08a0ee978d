package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import io.guildhall.observability.process.Later;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Asks guilds to let sessions into voice and out of it. A guild whose new owner does not know the session yet is asked again, until it does or the
 * session asks for something else: who leaves is to be gone, and no client says so twice. On the session's lane.
 */
@ApplicationScoped
public class VoiceRequests {
    private static final Logger LOG = Logger.getLogger(VoiceRequests.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final BiFunction<SessionRef, Command, Uni<Outcome>> owners;
    private final Duration patience;

    @Inject
    public VoiceRequests(Owners owners) {
        this(owners::inOrder, owners.patience());
    }

    VoiceRequests(BiFunction<SessionRef, Command, Uni<Outcome>> owners, Duration patience) {
        this.owners = owners;
        this.patience = patience;
    }

    /** Replaces what the session asked of the guild before. */
    public void ask(Session session, long guild, UpdateVoiceState request) {
        session.voices().ask(guild, request);
        send(session, guild, request, session.lane().now() + patience.toMillis());
    }

    private void send(Session session, long guild, UpdateVoiceState request, long until) {
        Command command = Command.newBuilder()
                .setActor(Commands.guild(guild))
                .setVoiceState(request)
                .build();
        owners.apply(session.reference(), command)
                .subscribe()
                .with(
                        outcome -> session.run(() -> answered(session, guild, request, until, outcome)),
                        failure -> session.run(() -> again(session, guild, request, until)));
    }

    private void answered(Session session, long guild, UpdateVoiceState request, long until, Outcome outcome) {
        if (outcome.hasFailure() && outcome.getFailure().getCode() == ErrorCode.UNKNOWN_VOICE_STATE.number()) {
            again(session, guild, request, until);
        } else {
            session.voices().answered(guild, request);
        }
    }

    private void again(Session session, long guild, UpdateVoiceState request, long until) {
        if (session.lane().now() >= until) {
            LOG.debugf("A request for voice in %d was lost", guild);
            session.voices().answered(guild, request);
            return;
        }
        Later.run(
                session.lane().loop(),
                PAUSE,
                "Asking for voice again",
                () -> session.run(() -> {
                    if (session.phase() == Phase.READY && session.voices().asks(guild, request)) {
                        send(session, guild, request, until);
                    }
                }));
    }
}
