package io.guildhall.voice.server;

import io.guildhall.model.rpc.MutinyVoiceNodeGrpc;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.model.rpc.VoicePlacesReply;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The service for other processes. */
@GrpcService
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class VoiceNodeEndpoint extends MutinyVoiceNodeGrpc.VoiceNodeImplBase {
    private final VoiceNodeService service;

    public VoiceNodeEndpoint(VoiceNodeService service) {
        this.service = service;
    }

    @Override
    public Uni<VoicePlacesReply> place(VoicePlaces request) {
        return service.place(request);
    }
}
