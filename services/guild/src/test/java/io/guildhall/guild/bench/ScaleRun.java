package io.guildhall.guild.bench;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.RequestMembers;
import io.guildhall.model.rpc.Ticket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One guild of any size through what grows with it: loading, a storm of logins, every member by op 8, the loss of all relays and of the
 * owner, the deletion of a role that most bear, and its own. Fails when a command does.
 */
final class ScaleRun {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BenchNode node;
    private final BigGuild guild;
    private final int members;
    private final int online;

    ScaleRun(BenchNode node, int members, int online) {
        this.node = node;
        this.members = members;
        this.online = online;
        this.guild =
                timed("writing the members into the store", () -> new BigGuild(node, 1_000_000_000_004L << 20, members)
                        .create());
    }

    /** Bytes of heap for each member. */
    double load() {
        long before = Heap.used();
        timed("loading", () -> node.run(rest("getGuild")));
        double each = (Heap.used() - before) / (double) members;
        System.out.printf(Locale.ROOT, "%.0f bytes of heap for each of %d members%n", each, members);
        return each;
    }

    /** Bytes of heap for each session that is online. */
    double logIn() {
        long before = Heap.used();
        timed("logging in", () -> {
            new Logins(node, guild).run(0, online);
            return online;
        });
        double each = (Heap.used() - before) / (double) online;
        System.out.printf(Locale.ROOT, "%.0f bytes of heap for each of %d sessions%n", each, online);
        return each;
    }

    /** How many events told every member. */
    int requestMembers() {
        return timed("every member by op 8", () -> {
            Ticket ticket = node.run(Command.newBuilder()
                            .setActor(guild.key())
                            .setRequestMembers(RequestMembers.newBuilder()
                                    .setSession(BigGuild.ref(0))
                                    .setUserId(BigGuild.OWNER)
                                    .setIntents(Intent.ALL)
                                    .setQuery("")
                                    .setTickets(true))
                            .build())
                    .getTickets(0);
            return node.pull(guild.key(), ticket).size();
        });
    }

    void loseRelays() {
        timed("losing all relays", () -> {
            node.loseRelays();
            return node.run(message());
        });
    }

    void loseOwner() {
        timed("losing the owner", () -> {
            node.replace();
            return node.run(rest("getGuild"));
        });
    }

    void deleteRole() {
        timed(
                "deleting a role that four in five bear",
                () -> node.run(guild.rest(Calls.of("deleteRole", BigGuild.OWNER)
                        .path("guild_id", guild.key().getId())
                        .path("role_id", guild.role()))));
    }

    void deleteGuild() {
        timed("deleting the guild", () -> node.run(rest("deleteGuild")));
    }

    /** Its members are forgotten piece by piece, by steps that the guild asks of itself. */
    void forgetMembers() {
        timed("forgetting the members", () -> {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (guild.rowsLeft() > 0) {
                if (System.nanoTime() - end > 0) {
                    throw new IllegalStateException("members are left");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return true;
        });
    }

    void printMemory() {
        System.out.printf(Locale.ROOT, "%d MiB of heap in use%n", Heap.used() >> 20);
    }

    private Command message() {
        return guild.message(guild.channel(), "still there");
    }

    private Command rest(String operation) {
        return guild.rest(
                Calls.of(operation, BigGuild.OWNER).path("guild_id", guild.key().getId()));
    }

    private static <T> T timed(String what, Supplier<T> action) {
        long start = System.nanoTime();
        T result = action.get();
        System.out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
        return result;
    }
}
