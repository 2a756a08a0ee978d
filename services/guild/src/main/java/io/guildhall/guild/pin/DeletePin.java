package io.guildhall.guild.pin;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import jakarta.inject.Singleton;

/** Takes a pin away. */
@Singleton
public final class DeletePin implements ChannelOperation {
    private final Pinning pinning;

    DeletePin(Pinning pinning) {
        this.pinning = pinning;
    }

    @Override
    public String operation() {
        return "deletePin";
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        return pinning.unpin(place, call, changes);
    }
}
