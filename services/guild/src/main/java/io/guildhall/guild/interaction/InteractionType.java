package io.guildhall.guild.interaction;

/** The numbers of what people do with an application. */
final class InteractionType {
    static final int COMMAND = 2;
    static final int COMPONENT = 3;
    static final int AUTOCOMPLETE = 4;
    static final int MODAL = 5;

    private InteractionType() {}
}
