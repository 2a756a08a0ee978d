package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.PinOperations;
import io.guildhall.model.operation.catalogue.PollOperations;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.permission.Permission;
import java.util.Set;

/** What archived and locked threads allow nobody, or only those who manage threads. */
public final class ThreadRules {
    private static final Set<Operation> OF_ACTIVE = Set.of(
            MessageOperations.UPDATE_MESSAGE,
            WebhookOperations.UPDATE_WEBHOOK_MESSAGE,
            ReactionOperations.ADD_MY_REACTION,
            ReactionOperations.DELETE_MY_REACTION,
            ReactionOperations.DELETE_USER_REACTION,
            ReactionOperations.DELETE_EMOJI_REACTIONS,
            ReactionOperations.DELETE_ALL_REACTIONS,
            PollOperations.VOTE,
            PollOperations.END_POLL,
            PinOperations.CREATE_PIN,
            PinOperations.CREATE_PIN_OLD,
            PinOperations.DELETE_PIN,
            PinOperations.DELETE_PIN_OLD,
            ThreadOperations.JOIN_THREAD,
            ThreadOperations.LEAVE_THREAD,
            ThreadOperations.ADD_THREAD_MEMBER,
            ThreadOperations.REMOVE_THREAD_MEMBER);

    private static final Set<Operation> OF_UNLOCKED = Set.of(
            MessageOperations.CREATE_MESSAGE,
            MessageOperations.UPDATE_MESSAGE,
            WebhookOperations.EXECUTE_WEBHOOK,
            WebhookOperations.EXECUTE_SLACK_WEBHOOK,
            WebhookOperations.EXECUTE_GITHUB_WEBHOOK,
            WebhookOperations.UPDATE_WEBHOOK_MESSAGE);

    /** Of a locked thread these are for everybody only while it is active. What an application answers would bring it back. */
    private static final Set<Operation> OF_UNLOCKED_ARCHIVED = Set.of(
            InteractionOperations.CREATE_INTERACTION,
            MessageOperations.DELETE_MESSAGE,
            MessageOperations.BULK_DELETE_MESSAGES,
            WebhookOperations.DELETE_WEBHOOK_MESSAGE);

    private ThreadRules() {}

    public static void require(GuildState guild, GuildMember member, GuildThread thread, Call call) {
        require(Permission.MANAGE_THREADS.in(guild.permissions().of(member, thread)), thread, call);
    }

    /** Of somebody who is no member, such as a webhook. */
    public static void requireOfStranger(GuildThread thread, Call call) {
        require(false, thread, call);
    }

    private static void require(boolean manages, GuildThread thread, Call call) {
        Operation operation = call.operation();
        if (thread.archived() && OF_ACTIVE.contains(operation)) {
            throw ApiException.of(ErrorCode.INVALID_ACTION_ON_ARCHIVED_THREAD);
        }
        boolean closed =
                OF_UNLOCKED.contains(operation) || (thread.archived() && OF_UNLOCKED_ARCHIVED.contains(operation));
        if (thread.locked() && !manages && closed) {
            throw ApiException.of(ErrorCode.THREAD_LOCKED);
        }
    }
}
