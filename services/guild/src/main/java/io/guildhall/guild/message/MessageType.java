package io.guildhall.guild.message;

/** The numbers of the message types that this service makes or treats in a way of their own. */
public final class MessageType {
    public static final long DEFAULT = 0;
    public static final long RECIPIENT_ADD = 1;
    public static final long RECIPIENT_REMOVE = 2;
    public static final long CHANNEL_NAME_CHANGE = 4;
    public static final long CHANNEL_ICON_CHANGE = 5;
    public static final long PIN_NOTICE = 6;
    public static final long JOIN_NOTICE = 7;
    public static final long FOLLOW_NOTICE = 12;
    public static final long THREAD_CREATED = 18;
    public static final long REPLY = 19;
    public static final long CHAT_INPUT_COMMAND = 20;
    public static final long THREAD_STARTER = 21;
    public static final long CONTEXT_MENU_COMMAND = 23;
    public static final long AUTO_MODERATION_ALERT = 24;
    public static final long POLL_RESULT = 46;

    private MessageType() {}

    /** True for what somebody wrote, false for notices of the system. */
    public static boolean written(long type) {
        return type == DEFAULT || type == REPLY || type == CHAT_INPUT_COMMAND || type == CONTEXT_MENU_COMMAND;
    }

    /** False for notices that stay: calls, group changes and the first message of a thread. */
    public static boolean deletable(long type) {
        return !((type >= 1 && type <= 5) || type == THREAD_STARTER);
    }
}
