package io.guildhall.model.push;

/** What owners are asked by whoever sends notifications. */
public final class PushSteps {
    /** Of a guild: which members a message is meant for, some thousand at a time. */
    public static final String AUDIENCE = "pushAudience";

    /** Of a guild: which members wait for a scheduled event that begins, some thousand at a time. */
    public static final String EVENT_AUDIENCE = "pushEventAudience";

    /** Of a person: a message, or an event that begins, is meant for it among others. */
    public static final String MEANT = "pushMeant";

    /** Of a person: what one of its devices shows now of what it was to be told. */
    public static final String COMPOSE = "pushCompose";

    private PushSteps() {}
}
