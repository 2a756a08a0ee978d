package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Where the gateway is, and other things that belong to the instance. */
final class GatewayOperations {
    private GatewayOperations() {}

    static List<Operation> all() {
        return List.of(
                get("getGateway", "/gateway").in(Scope.API).by(Access.ANYONE).build(),
                get("getBotGateway", "/gateway/bot")
                        .in(Scope.API)
                        .by(Access.BOT)
                        .build(),
                get("listVoiceRegions", "/voice/regions").in(Scope.API).build());
    }
}
