package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Threads: begin one, be in one, find one. What else is done to threads is done by the operations of channels. */
public final class ThreadOperations {
    private static final String CHANNEL = "/channels/{channel_id}";
    private static final String MEMBERS = CHANNEL + "/thread-members";
    private static final String MEMBER = MEMBERS + "/{user_id}";
    private static final String ME = MEMBERS + "/@me";

    /** Which permission it needs depends on the kind of thread, so the handler asks for it. Files come with posts in forums. */
    public static final Operation CREATE_THREAD = post("createThread", CHANNEL + "/threads")
            .in(Scope.CHANNEL)
            .status(201)
            .body(ThreadShapes.CREATE)
            .withFiles()
            .needs(Permission.VIEW_CHANNEL)
            .audit(AuditAction.THREAD_CREATE)
            .build();

    public static final Operation CREATE_THREAD_FROM_MESSAGE = post(
                    "createThreadFromMessage", CHANNEL + "/messages/{message_id}/threads")
            .in(Scope.CHANNEL)
            .status(201)
            .body(ThreadShapes.FROM_MESSAGE)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY, Permission.CREATE_PUBLIC_THREADS)
            .audit(AuditAction.THREAD_CREATE)
            .build();

    public static final Operation JOIN_THREAD = put("joinThread", ME)
            .in(Scope.CHANNEL)
            .status(204)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    public static final Operation LEAVE_THREAD = delete("leaveThread", ME)
            .in(Scope.CHANNEL)
            .status(204)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    /** In a thread SEND_MESSAGES says what SEND_MESSAGES_IN_THREADS says in its parent. */
    public static final Operation ADD_THREAD_MEMBER = put("addThreadMember", MEMBER)
            .in(Scope.CHANNEL)
            .status(204)
            .needs(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES)
            .build();

    public static final Operation REMOVE_THREAD_MEMBER = delete("removeThreadMember", MEMBER)
            .in(Scope.CHANNEL)
            .status(204)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    public static final Operation GET_THREAD_MEMBER = get("getThreadMember", MEMBER)
            .in(Scope.CHANNEL)
            .query(ThreadShapes.MEMBER)
            .needs(Permission.VIEW_CHANNEL)
            .limit(RateLimit.READ)
            .build();

    public static final Operation LIST_THREAD_MEMBERS = get("listThreadMembers", MEMBERS)
            .in(Scope.CHANNEL)
            .query(ThreadShapes.MEMBERS)
            .needs(Permission.VIEW_CHANNEL)
            .limit(RateLimit.READ)
            .build();

    /** All that show to the caller. */
    public static final Operation LIST_ACTIVE_THREADS = get("listActiveThreads", "/guilds/{guild_id}/threads/active")
            .in(Scope.GUILD)
            .limit(RateLimit.READ)
            .build();

    public static final Operation LIST_PUBLIC_ARCHIVED_THREADS = get(
                    "listPublicArchivedThreads", CHANNEL + "/threads/archived/public")
            .in(Scope.CHANNEL)
            .query(ThreadShapes.ARCHIVED)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .limit(RateLimit.READ)
            .build();

    public static final Operation LIST_PRIVATE_ARCHIVED_THREADS = get(
                    "listPrivateArchivedThreads", CHANNEL + "/threads/archived/private")
            .in(Scope.CHANNEL)
            .query(ThreadShapes.ARCHIVED)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY, Permission.MANAGE_THREADS)
            .limit(RateLimit.READ)
            .build();

    public static final Operation LIST_MY_PRIVATE_ARCHIVED_THREADS = get(
                    "listMyPrivateArchivedThreads", CHANNEL + "/users/@me/threads/archived/private")
            .in(Scope.CHANNEL)
            .query(ThreadShapes.MY_ARCHIVED)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .limit(RateLimit.READ)
            .build();

    /** By name and tags, among the active ones and the archived ones that show to the caller. */
    public static final Operation SEARCH_THREADS = get("searchThreads", CHANNEL + "/threads/search")
            .in(Scope.CHANNEL)
            .query(ThreadShapes.SEARCH)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .build();

    private ThreadOperations() {}

    static List<Operation> all() {
        return List.of(
                CREATE_THREAD,
                CREATE_THREAD_FROM_MESSAGE,
                JOIN_THREAD,
                LEAVE_THREAD,
                ADD_THREAD_MEMBER,
                REMOVE_THREAD_MEMBER,
                GET_THREAD_MEMBER,
                LIST_THREAD_MEMBERS,
                LIST_ACTIVE_THREADS,
                LIST_PUBLIC_ARCHIVED_THREADS,
                LIST_PRIVATE_ARCHIVED_THREADS,
                LIST_MY_PRIVATE_ARCHIVED_THREADS,
                SEARCH_THREADS);
    }
}
