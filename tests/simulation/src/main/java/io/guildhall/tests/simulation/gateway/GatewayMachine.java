package io.guildhall.tests.simulation.gateway;

import io.guildhall.gateway.GatewayNodeService;
import io.guildhall.gateway.connection.GatewayEndpoint;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.redis.RedisConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.world.Process;
import io.guildhall.tests.simulation.world.Site;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A gateway node with its event loops and the clients that are connected to it. */
public final class GatewayMachine {
    private static final int LOOPS = 2;

    private final Site site;
    private final Process process;
    private final List<EventLoop> loops = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private Door door;

    private GatewayMachine(Site site, Process process) {
        this.site = site;
        this.process = process;
    }

    /** Starts one. */
    public static GatewayMachine start(Site site) {
        Process process = site.process(Role.GATEWAY, List.of(GatewayNodeService.class, OwnerClient.class));
        GatewayMachine gateway = new GatewayMachine(site, process);
        process.machine().start(gateway::begin);
        return gateway;
    }

    public Process process() {
        return process;
    }

    /** False before its start is over, and when it is dead. */
    boolean answers() {
        return door != null && process.machine().alive();
    }

    /** A client connects. */
    Wire connect(Machine client, Consumer<String> received, IntConsumer closed) {
        EventLoop loop = loops.get(site.engine().random().nextInt(LOOPS));
        Wire wire = new Wire(site.network(), client, process.machine(), loop, door, received, closed);
        wires.add(wire);
        return wire;
    }

    /** As SIGKILL does. */
    public void kill() {
        process.machine().kill();
        site.network().died(process.machine());
        wires.forEach(Wire::broken);
    }

    /** As SIGTERM does. */
    public void leave() {
        process.leave(this::kill);
    }

    private void begin() {
        for (int index = 0; index < LOOPS; index++) {
            loops.add(Loops.eventLoop(process.machine()));
        }
        process.beans()
                .give(Vertx.class, Loops.vertx(process.machine()))
                .give(
                        RedisLink.class,
                        new RedisLink(Optional.empty(), process.beans().get(RedisConfig.class), () -> 0))
                .give(TokenVerifier.class, token -> Uni.createFrom().item(identity(token)));
        site.network()
                .serve(process.machine(), GatewayNode.class, process.beans().get(GatewayNodeService.class));
        door = new Door(process.beans().get(GatewayEndpoint.class));
        process.beans().start(List.of());
        process.discovery().start();
    }

    /** Tokens are the ids of people. */
    private static Optional<Identity> identity(String token) {
        return Optional.of(new Identity(Long.parseLong(token), false, 0, 1));
    }
}
