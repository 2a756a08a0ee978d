package io.guildhall.guild.interaction;

import io.guildhall.model.error.ApiException;
import java.util.Set;

/** The numbers of what an application may answer first. */
final class AnswerType {
    static final int MESSAGE = 4;
    static final int DEFERRED_MESSAGE = 5;
    static final int DEFERRED_UPDATE = 6;
    static final int UPDATE = 7;
    static final int CHOICES = 8;
    static final int MODAL = 9;
    static final int LAUNCH_ACTIVITY = 12;

    private static final Set<Integer> OF_UPDATES = Set.of(DEFERRED_UPDATE, UPDATE);
    private static final Set<Integer> OF_ALL = Set.of(MESSAGE, DEFERRED_MESSAGE, LAUNCH_ACTIVITY);

    private AnswerType() {}

    /** @throws ApiException 50035 when such an interaction is not answered so */
    static void require(StoredInteraction interaction, int answer) {
        boolean fits =
                switch (interaction.type()) {
                    case InteractionType.AUTOCOMPLETE -> answer == CHOICES;
                    case InteractionType.MODAL -> OF_ALL.contains(answer) || updates(interaction, answer);
                    default -> OF_ALL.contains(answer) || answer == MODAL || updates(interaction, answer);
                };
        if (!fits) {
            throw ApiException.invalidField(
                    "type", "INTERACTION_CALLBACK_TYPE_INVALID", "This interaction can not be answered in that way.");
        }
    }

    /** Only where there is a message to change. */
    private static boolean updates(StoredInteraction interaction, int answer) {
        return interaction.sourceId() != 0 && OF_UPDATES.contains(answer);
    }
}
