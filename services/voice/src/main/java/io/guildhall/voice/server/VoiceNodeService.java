package io.guildhall.voice.server;

import io.guildhall.model.rpc.VoiceNode;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.model.rpc.VoicePlacesReply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** What owners of guilds ask of this node. */
@ApplicationScoped
@Typed(VoiceNodeService.class)
public class VoiceNodeService implements VoiceNode {
    private final VoiceServer server;

    public VoiceNodeService(VoiceServer server) {
        this.server = server;
    }

    /** Answers once it holds. In the order in which it is called, also where nobody waits for the answer. */
    @Override
    public Uni<VoicePlacesReply> place(VoicePlaces places) {
        if (!server.serves()) {
            return Uni.createFrom().item(VoicePlacesReply.getDefaultInstance());
        }
        return Uni.createFrom()
                .emitter(emitter -> server.run(() -> {
                    server.place(places);
                    emitter.complete(VoicePlacesReply.getDefaultInstance());
                }));
    }
}
