package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A message. In events it carries the guild and the author's member, in REST answers it does not. Embeds and components
 * are kept as they were checked.
 *
 * @param nonce as the sender gave it, text or number; only in what the sender itself gets to see
 * @param referencedMessage absent when there is no reply, JSON null when the message replied to is gone
 */
@RegisterForReflection
public record Message(
        String id,
        String channelId,
        int type,
        User author,
        String content,
        String timestamp,
        String editedTimestamp,
        boolean tts,
        boolean mentionEveryone,
        List<User> mentions,
        List<String> mentionRoles,
        List<Attachment> attachments,
        List<JsonNode> embeds,
        List<JsonNode> components,
        boolean pinned,
        int flags,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Reaction> reactions,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode nonce,
        @JsonInclude(JsonInclude.Include.NON_NULL) String webhookId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String applicationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) MessageReference messageReference,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode referencedMessage,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode messageSnapshots,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode interactionMetadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode stickerItems,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode poll,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode thread,
        @JsonInclude(JsonInclude.Include.NON_NULL) String guildId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Member member) {}
