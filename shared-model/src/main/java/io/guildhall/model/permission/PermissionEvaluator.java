package io.guildhall.model.permission;

/**
 * The permission rules. Pure functions that allocate nothing: the owner asks them for a member, the relay once for each
 * distinct set of roles.
 *
 * <p>A guild's owner may do everything. Otherwise @everyone and the member's roles are put together; ADMINISTRATOR then
 * means everything, in every channel. A channel changes that by its overwrites, and some denials imply others. A member
 * who is timed out keeps no more than the right to look.
 */
public final class PermissionEvaluator {
    /** What a member who is timed out may keep. */
    public static final long KEPT_WHEN_TIMED_OUT =
            Permission.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    private static final long NEEDS_SEND_MESSAGES = Permission.of(
            Permission.MENTION_EVERYONE, Permission.SEND_TTS_MESSAGES, Permission.ATTACH_FILES, Permission.EMBED_LINKS);

    private PermissionEvaluator() {}

    /** What the member may do in the guild as a whole. */
    public static long inGuild(boolean owner, boolean timedOut, RoleTable table, long[] memberRoles) {
        long base = base(owner, table, memberRoles);
        return timedOut && base != Permission.ALL ? base & KEPT_WHEN_TIMED_OUT : base;
    }

    /**
     * What the member may do in a channel; for a thread, with the overwrites of its parent.
     *
     * @param userId 0 asks for a member who has these roles and no overwrite of its own
     * @param memberRoles without @everyone
     */
    public static long inChannel(
            boolean owner,
            boolean timedOut,
            RoleTable table,
            long userId,
            long[] memberRoles,
            Overwrites overwrites,
            ChannelRules rules) {
        long base = base(owner, table, memberRoles);
        if (base == Permission.ALL) {
            return base;
        }
        long granted = withDenials(overwrites.apply(base, userId, memberRoles), rules);
        return timedOut ? granted & KEPT_WHEN_TIMED_OUT : granted;
    }

    private static long base(boolean owner, RoleTable table, long[] memberRoles) {
        if (owner) {
            return Permission.ALL;
        }
        long union = table.union(memberRoles);
        return Permission.ADMINISTRATOR.in(union) ? Permission.ALL : union;
    }

    private static long withDenials(long granted, ChannelRules rules) {
        if (!Permission.VIEW_CHANNEL.in(granted)) {
            return Permission.NONE;
        }
        return switch (rules) {
            case TEXT -> withoutSending(granted);
            case VOICE -> Permission.CONNECT.in(granted) ? withoutSending(granted) : Permission.NONE;
            case THREAD -> withoutSending(inThread(granted));
        };
    }

    /** SEND_MESSAGES says nothing in a thread; afterwards it says there what it says elsewhere. */
    private static long inThread(long granted) {
        return Permission.SEND_MESSAGES_IN_THREADS.in(granted)
                ? granted | Permission.SEND_MESSAGES.mask()
                : granted & ~Permission.SEND_MESSAGES.mask();
    }

    private static long withoutSending(long granted) {
        return Permission.SEND_MESSAGES.in(granted) ? granted : granted & ~NEEDS_SEND_MESSAGES;
    }
}
