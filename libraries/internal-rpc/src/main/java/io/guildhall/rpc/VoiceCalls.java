package io.guildhall.rpc;

import io.guildhall.model.rpc.VoiceNode;
import io.guildhall.model.rpc.VoiceNodeGrpc;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.model.rpc.VoicePlacesReply;
import io.smallrye.mutiny.Uni;

/** A voice node that is another process. */
record VoiceCalls(UnaryCalls calls) implements VoiceNode {
    @Override
    public Uni<VoicePlacesReply> place(VoicePlaces places) {
        return calls.send(VoiceNodeGrpc.getPlaceMethod(), places);
    }
}
