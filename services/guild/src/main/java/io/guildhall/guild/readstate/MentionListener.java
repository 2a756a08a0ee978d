package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.UserState;

/** Takes note of messages that mention a person by name, once of each, in the batch with which the mention counts. */
public interface MentionListener {
    /** @param mention what {@link io.guildhall.guild.message.MentionNotices} tells */
    void mentioned(UserState user, JsonNode mention, Changes changes);
}
