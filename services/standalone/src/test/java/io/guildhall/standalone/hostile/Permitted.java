package io.guildhall.standalone.hostile;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody may do of whom the matrix of authorisation expects that they may not, each with its reason. */
final class Permitted {
    private static final List<Caller> MEMBERS = List.of(Caller.BARE, Caller.PLAIN, Caller.TIMED_OUT);
    private static final List<Caller> WHO_SEE = List.of(Caller.PLAIN, Caller.TIMED_OUT);

    private static final Map<Caller, Set<String>> OPERATIONS = new EnumMap<>(Caller.class);

    /**
     * What a guild has to be allowed before even its owner may, what the caller shows (a code, another application's token), and a thread for
     * somebody who does not see its channel.
     */
    private static final Set<String> NOT_EVEN_OWNERS =
            Set.of("actionJoinRequest", "addMember", "addThreadMember", "setMfaLevel", "updateVanityUrl");

    static {
        // No guild is there yet, or one's own is left.
        permit(List.of(Caller.STRANGER, Caller.BARE, Caller.PLAIN, Caller.TIMED_OUT), "createGuild", "acceptInvite");
        permit(List.of(Caller.FOREIGN), "acceptInvite code");
        permit(MEMBERS, "leaveGuild");
        // What guilds let everybody do.
        permit(
                List.of(Caller.PLAIN),
                "addMyReaction",
                "createInteraction",
                "createInvite",
                "createMessage",
                "createThread",
                "createThreadFromMessage",
                "triggerTyping",
                "updateMyMember",
                "updateMyNick",
                "vote");
        // One's own, of which there is none, or which stays as it is.
        permit(WHO_SEE, "deleteMyJoinRequest", "submitJoinRequest", "deleteMyReaction", "leaveActivity", "leaveThread");
        permit(WHO_SEE, "unsubscribeFromScheduledEvent", "unsubscribeFromScheduledEventException");
        permit(List.of(Caller.FOREIGN), "leaveActivity application_id");
        permit(List.of(Caller.STRANGER), "deleteMention", "deleteReadState", "removeDevice");
        // A passkey is looked for among one's own, after the password; whatever somebody sees may be reported, after
        // the menu.
        permit(List.of(Caller.STRANGER), "createReport", "deletePasskey");
        // The answer is the same when there is no such lobby, and nothing happens.
        permit(List.of(Caller.STRANGER), "deleteLobby");
        // Whoever sees an event may say that they are interested, and whoever sees a thread may be in it.
        permit(MEMBERS, "subscribeToScheduledEvent", "subscribeToScheduledEventException");
        permit(WHO_SEE, "joinThread");
        // Only groups have recipients, and only who is in voice has a state there.
        permit(
                List.of(Caller.PLAIN, Caller.TIMED_OUT, Caller.BELOW),
                "addRecipient",
                "removeRecipient",
                "updateVoiceState");
        permit(WHO_SEE, "updateMyVoiceState");
        permit(List.of(Caller.PLAIN), "sendSound");
        // Discord asks for no higher role where neither a member nor a role is changed.
        permit(
                List.of(Caller.BELOW),
                "removeThreadMember",
                "deleteBan",
                "deleteOverwrite",
                "setOverwrite",
                "deleteUserReaction");
    }

    private Permitted() {}

    static boolean to(Caller caller, String operation, String parameter) {
        Set<String> permitted = OPERATIONS.getOrDefault(caller, Set.of());
        return permitted.contains(operation) || permitted.contains(operation + ' ' + parameter);
    }

    static boolean notEvenOwners(String operation) {
        return NOT_EVEN_OWNERS.contains(operation);
    }

    private static void permit(List<Caller> callers, String... operations) {
        callers.forEach(caller ->
                OPERATIONS.computeIfAbsent(caller, each -> new HashSet<>()).addAll(List.of(operations)));
    }
}
