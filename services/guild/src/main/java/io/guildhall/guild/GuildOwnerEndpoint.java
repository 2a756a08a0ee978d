package io.guildhall.guild;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.MutinyGuildOwnerGrpc;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The owner over gRPC; left out of an application that has every service in one process. */
@GrpcService
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class GuildOwnerEndpoint extends MutinyGuildOwnerGrpc.GuildOwnerImplBase {
    private final GuildOwnerService service;

    GuildOwnerEndpoint(GuildOwnerService service) {
        this.service = service;
    }

    @Override
    public Uni<Outcome> execute(Command command) {
        return service.execute(command);
    }

    @Override
    public Uni<PullReply> pull(PullRequest request) {
        return service.pull(request);
    }

    @Override
    public Uni<RollCallReply> callRoll(RollCall call) {
        return service.callRoll(call);
    }
}
