package io.guildhall.tests.simulation.redirect;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A class that is deliberately broken, by another body for one of its methods: whether the simulation would notice. */
public enum Defect {
    /** Storage proxies take the writes of every epoch. */
    FENCE_OFF("io/guildhall/storage/fencing/EpochGuard", "verified", Defect::returnNow),
    /** Receivers take a message as often as it comes. */
    NO_DEDUPLICATION("io/guildhall/guild/kernel/log/Inbox", "has", code -> code.iconst_0()
            .ireturn()),
    /** Nobody stores how far messages have been delivered. */
    CURSOR_NOT_STORED("io/guildhall/guild/kernel/log/Tail", "advance", Defect::returnNothing),
    /** Relays send on to a gateway node whatever it has not acknowledged. */
    NO_GATEWAY_WINDOW(
            "io/guildhall/relay/gateway/Window", "fits", code -> code.iconst_1().ireturn()),
    /** Relays give a gateway node up when sessions there missed more than a window. */
    NO_ROOM_FOR_WHAT_WAS_MISSED(
            "io/guildhall/relay/gateway/Backlog", "add", code -> code.iconst_0().ireturn()),
    /** Gateways keep everything for a client that does not read. */
    NO_SLOW_READERS("io/guildhall/gateway/session/Session", "readsTooSlowly", code -> code.iconst_0()
            .ireturn()),
    /** Relays take everybody for somebody who may see everything. */
    EVERYBODY_SEES("io/guildhall/relay/audience/GuildRules", "allows", code -> code.iconst_1()
            .ireturn()),
    /** Relays take whoever sees a channel now for somebody who always did. */
    PAST_RIGHTS_FORGOTTEN("io/guildhall/relay/audience/FormerAnswers", "allowed", code -> code.iconst_1()
            .ireturn()),
    /** Nobody is told of what can't be brought to them. */
    NOBODY_IS_TOLD("io/guildhall/guild/kernel/log/HeldEntries", "overdue", Defect::returnNothing),
    /** Of what can't be brought for long only those are told who were there when it happened. */
    WHO_COMES_LATER_IS_NOT_TOLD("io/guildhall/guild/kernel/log/HeldEntries$Item", "told", code -> code.aload(0)
            .ldc(Integer.MIN_VALUE)
            .putfield(ClassDesc.of("io.guildhall.guild.kernel.log.HeldEntries$Item"), "looks", ConstantDescs.CD_int)
            .return_());

    private final String owner;
    private final String method;
    private final Consumer<CodeBuilder> body;

    Defect(String owner, String method, Consumer<CodeBuilder> body) {
        this.owner = owner;
        this.method = method;
        this.body = body;
    }

    /** The class's name as class files spell it. */
    String owner() {
        return owner;
    }

    String method() {
        return method;
    }

    void body(CodeBuilder code) {
        body.accept(code);
    }

    private static void returnNow(CodeBuilder code) {
        ClassDesc future = describe(CompletableFuture.class);
        code.aconst_null()
                .invokestatic(future, "completedFuture", MethodTypeDesc.of(future, describe(Object.class)))
                .areturn();
    }

    private static void returnNothing(CodeBuilder code) {
        ClassDesc list = describe(List.class);
        code.invokestatic(list, "of", MethodTypeDesc.of(list), true).areturn();
    }

    private static ClassDesc describe(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
