package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * A message. In events it carries the guild and the author's member, in REST answers it does not. Embeds and components
 * are kept as they were checked, in bytes until somebody looks into them. Its views cut it into the parts that answers and events are put together from.
 *
 * @param nonce as the sender gave it, text or number; only in what the sender itself gets to see
 * @param referencedMessage absent when there is no reply, JSON null when the message replied to is gone
 */
@RegisterForReflection
public record Message(
        @JsonView(Message.Head.class) String id,
        @JsonView(Message.Head.class) String channelId,
        @JsonView(Message.Head.class) int type,
        @JsonView(Message.Head.class) User author,
        @JsonView(Message.Content.class) String content,
        @JsonView(Message.Head.class) String timestamp,
        @JsonView(Message.Head.class) String editedTimestamp,
        @JsonView(Message.Head.class) boolean tts,
        @JsonView(Message.Head.class) boolean mentionEveryone,
        @JsonView(Message.Mentions.class) List<User> mentions,
        @JsonView(Message.Head.class) List<String> mentionRoles,
        @JsonView(Message.Content.class) List<Attachment> attachments,
        @JsonView(Message.Passed.class) JsonList embeds,
        @JsonView(Message.Passed.class) JsonList components,
        @JsonView(Message.Head.class) boolean pinned,
        @JsonView(Message.Head.class) int flags,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        List<Reaction> reactions,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode nonce,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        String webhookId,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        String applicationId,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        MessageReference messageReference,

        @JsonView(Message.Passed.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode referencedMessage,

        @JsonView(Message.Content.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode messageSnapshots,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode interactionMetadata,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode interaction,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode stickerItems,

        @JsonView(Message.Content.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode poll,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode sharedClientTheme,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode thread,

        @JsonView(Message.Head.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode moderationMetadata,

        @JsonView(Message.Scope.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        String guildId,

        @JsonView(Message.Scope.class) @JsonInclude(JsonInclude.Include.NON_NULL)
        Member member) {
    /** What every reader gets alike. */
    public interface Head {}

    /** Users; events of guilds say of each who it is there. */
    public interface Mentions {}

    /** What sessions without the MESSAGE_CONTENT intent get empty. */
    public interface Content {}

    /** What belongs to that and is bytes already; and the message that it replies to, which has parts of its own. */
    public interface Passed {}

    /** What only events of guilds have. */
    public interface Scope {}

    /** The message that it replies to, where there is one to be seen. */
    public Optional<JsonNode> repliedTo() {
        return Optional.ofNullable(referencedMessage).filter(JsonNode::isObject);
    }

    /** True when a session without MESSAGE_CONTENT gets less than others. */
    public boolean hasContent() {
        return !content.isEmpty()
                || poll != null
                || messageSnapshots != null
                || repliedTo().isPresent()
                || !embeds.isEmpty()
                || !attachments.isEmpty()
                || !components.isEmpty();
    }

    public Message withNonce(JsonNode given) {
        return new Message(
                id,
                channelId,
                type,
                author,
                content,
                timestamp,
                editedTimestamp,
                tts,
                mentionEveryone,
                mentions,
                mentionRoles,
                attachments,
                embeds,
                components,
                pinned,
                flags,
                reactions,
                given,
                webhookId,
                applicationId,
                messageReference,
                referencedMessage,
                messageSnapshots,
                interactionMetadata,
                interaction,
                stickerItems,
                poll,
                sharedClientTheme,
                thread,
                moderationMetadata,
                guildId,
                member);
    }
}
