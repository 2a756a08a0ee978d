package io.guildhall.relay.audience;

import io.guildhall.model.gateway.Intent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One event's conditions, made ready to be asked about many sessions. */
final class Selection {
    private final int intents;
    private final boolean directOnly;
    private final List<VisibilityCache.Answers> answers;
    private final FormerAnswers former;
    /** Who could see it when it came, after what it tells of; null when that is no other question than who can now. */
    private final FormerAnswers then;

    private final boolean onlyChanged;
    private final boolean onlyGained;
    private final long[] admittedUsers;
    /** Who sees the channel at all; null when that makes no difference. */
    private final VisibilityCache.Answers sight;

    private final boolean bySight;
    private final boolean variants;
    private final long[] contentUsers;
    /** By the place of the event's content variants: who receives it. */
    private final List<long[]> variantUsers;

    private final long[] anyIntentUsers;

    /** @param visibility null for audiences without permissions: users and private channels */
    Selection(Event event, VisibilityCache visibility) {
        this(event, visibility, null);
    }

    /** @param past how things were when the event came; null when they were as they are now */
    Selection(Event event, VisibilityCache visibility, Then past) {
        intents = (int) event.getIntents();
        directOnly = event.getDirect();
        bySight = !event.getPayloadWithoutSight().isEmpty();
        variants = !event.getPayloadWithoutContent().isEmpty();
        contentUsers = sorted(event.getContentUsersList());
        variantUsers = event.getContentVariantsList().stream()
                .map(variant -> sorted(variant.getUsersList()))
                .toList();
        anyIntentUsers = sorted(event.getAnyIntentUsersList());
        boolean unconditional = event.getChannelId() == 0 && event.getPermissions() == 0;
        answers = visibility == null || unconditional
                ? null
                : deciding(event)
                        .map(channel -> visibility.answers(channel, event.getPermissions()))
                        .toList();
        former = answers != null && event.hasFormer()
                ? visibility.then(
                        (past == null ? visibility.present() : past).before(event.getFormer()),
                        deciding(event).toList(),
                        event.getPermissions())
                : null;
        then = answers != null && past != null
                ? visibility.then(past, deciding(event).toList(), event.getPermissions())
                : null;
        onlyChanged = event.getOnlyChanged();
        onlyGained = event.getOnlyGained();
        admittedUsers = sorted(event.getAdmittedUsersList());
        sight = answers == null || admittedUsers.length == 0
                ? null
                : visibility.answers(event.getChannelId(), Permission.NONE);
    }

    boolean takes(SessionTable table, int row) {
        int wanted = table.intents(row);
        return (intents == 0
                        || (wanted & intents & ~SessionTable.DIRECT) != 0
                        || isAmong(anyIntentUsers, table.user(row)))
                && (!directOnly || (wanted & SessionTable.DIRECT) != 0)
                && (answers == null || (bySight && former == null) || sees(table, row));
    }

    /** Sees it now; where the event tells of a change, saw it before as well, or only either of both. */
    private boolean sees(SessionTable table, int row) {
        int permissionClass = table.permissionClass(row);
        boolean now = shows(table, row) || isAdmitted(table, row);
        if (former == null) {
            return now;
        }
        boolean before = former.allowed(permissionClass, table.user(row));
        if (onlyGained) {
            return now && !before;
        }
        return onlyChanged ? now != before : now || before;
    }

    private boolean isAdmitted(SessionTable table, int row) {
        return sight != null && isAmong(admittedUsers, table.user(row)) && sight.allows(table.permissionClass(row));
    }

    /** What this session receives, as {@link FrameBuilder} counts: by whether it sees the channel, or message content, whichever decides. */
    int variant(SessionTable table, int row) {
        if (bySight) {
            return answers == null || shows(table, row) ? FrameBuilder.WHOLE : FrameBuilder.REDUCED;
        }
        if (!variants
                || (table.intents(row) & Intent.MESSAGE_CONTENT.bit()) != 0
                || isAmong(contentUsers, table.user(row))) {
            return FrameBuilder.WHOLE;
        }
        for (int variant = 0; variant < variantUsers.size(); variant++) {
            if (isAmong(variantUsers.get(variant), table.user(row))) {
                return variant;
            }
        }
        return FrameBuilder.REDUCED;
    }

    /**
     * Sees it now and, of what is past, saw it when it came. Who saw it only then is told of a hidden channel, and gets nothing that was said in
     * it; who sees it only now is told so by the change that came later.
     */
    private boolean shows(SessionTable table, int row) {
        int permissionClass = table.permissionClass(row);
        return sees(permissionClass) && (then == null || then.allowed(permissionClass, table.user(row)));
    }

    private boolean sees(int permissionClass) {
        for (VisibilityCache.Answers channel : answers) {
            if (channel.allows(permissionClass)) {
                return true;
            }
        }
        return false;
    }

    /** The channels of which a session needs to see one. */
    private static Stream<Long> deciding(Event event) {
        return Stream.concat(Stream.of(event.getChannelId()), event.getShownByList().stream());
    }

    private static long[] sorted(List<Long> users) {
        return users.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static boolean isAmong(long[] sorted, long user) {
        return sorted.length > 0 && Arrays.binarySearch(sorted, user) >= 0;
    }
}
