package io.guildhall.guild.readstate;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReadStateOperations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The caller has read many channels. Those that it does not see, or that are gone, are passed over. */
@Singleton
public final class AckBulk implements UserOperation {
    private static final int UNAVAILABLE = 500;

    private final Clock clock;

    public AckBulk(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return ReadStateOperations.ACK_BULK;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long now = clock.millis();
        List<Ack> unknown = new ArrayList<>();
        for (BulkAck.Entry entry : BulkAck.of(call.body()).readStates().required()) {
            Ack ack = entry.ack();
            if (Ack.known(user, ack.channelId())) {
                ack.apply(user, changes, now);
            } else {
                unknown.add(ack);
            }
        }
        if (unknown.isEmpty()) {
            return Reply.noContent();
        }
        ChannelAccess access = ChannelAccess.of(user);
        return Reply.later(() -> {
            List<Boolean> seen = SideBySide.map(unknown, ack -> sees(access, ack));
            List<Ack> allowed = new ArrayList<>();
            for (int index = 0; index < unknown.size(); index++) {
                if (seen.get(index)) {
                    allowed.add(unknown.get(index));
                }
            }
            access.tell(Acked.STEP, Acked.body(allowed));
            return Reply.noContent();
        });
    }

    private static boolean sees(ChannelAccess access, Ack ack) {
        try {
            access.require(ack.channelId());
            return true;
        } catch (ApiException refused) {
            if (refused.status() >= UNAVAILABLE) {
                throw refused;
            }
            return false;
        }
    }
}
