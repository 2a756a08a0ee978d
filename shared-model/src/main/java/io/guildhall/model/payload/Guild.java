package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A guild in REST answers and in GUILD_UPDATE.
 *
 * @param approximateMemberCount only when asked for, and so is approximatePresenceCount
 */
@RegisterForReflection
public record Guild(
        @JsonUnwrapped GuildProperties properties,
        List<Role> roles,
        List<Emoji> emojis,
        List<Sticker> stickers,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer approximateMemberCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer approximatePresenceCount) {}
