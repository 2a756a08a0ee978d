package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;

/**
 * What clients ask of owners for themselves (ops 8, 31 and 43), one question of a session after the other; the answers are pulled.
 * A question that its owner refuses, or whose answer gets lost, is not answered. On the session's lane.
 */
@ApplicationScoped
public class PrivateQuestions {
    private static final Logger LOG = Logger.getLogger(PrivateQuestions.class);
    /** Questions of one session that wait; more than may be sent in a minute with one frame for each guild. */
    private static final int MOST_WAITING = 1_000;

    private final Owners owners;
    private final Pulls pulls;

    public PrivateQuestions(Owners owners, Pulls pulls) {
        this.owners = owners;
        this.pulls = pulls;
    }

    /** False when too many wait already. */
    public boolean ask(Session session, Command question) {
        Queue<Command> waiting = session.questions();
        if (waiting == null) {
            session.questions(new ArrayDeque<>(0));
            send(session, question);
            return true;
        }
        return waiting.size() < MOST_WAITING && waiting.add(question);
    }

    private void send(Session session, Command question) {
        Pulls.whenComfortable(session, () -> owners.execute(question)
                .subscribe()
                .with(outcome -> session.run(() -> answered(session, question, outcome)), failure -> {
                    LOG.debugf(
                            "A question to %d was lost: %s", question.getActor().getId(), failure);
                    session.run(() -> next(session));
                }));
    }

    private void answered(Session session, Command question, Outcome outcome) {
        if (outcome.getSuccess().getTicketsCount() == 0) {
            next(session);
            return;
        }
        long ticket = outcome.getSuccess().getTickets(0).getNumber();
        pulls.pull(session, question.getActor(), ticket, new Pulls.Ending() {
            @Override
            public void complete() {
                next(session);
            }

            @Override
            public void lost() {
                next(session);
            }
        });
    }

    private void next(Session session) {
        Command question = session.questions().poll();
        if (question == null) {
            session.questions(null);
        } else {
            send(session, question);
        }
    }
}
