package io.guildhall.guild.pin;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.PinStore;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PinOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;

/** Pins a message, by the route of older libraries. */
@Singleton
public final class CreatePinOld implements ChannelOperation {
    private final Pinning pinning;

    CreatePinOld(Pinning pinning) {
        this.pinning = pinning;
    }

    @Override
    public Operation operation() {
        return PinOperations.CREATE_PIN_OLD;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return PinStore.foreseen(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        return pinning.pin(place, call, changes);
    }
}
