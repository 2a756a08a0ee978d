package io.guildhall.model.payload;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Which mentions in a message's content take effect.
 *
 * @param parse kinds of which all do: roles, users, everyone
 * @param repliedUser whether a reply mentions the author that it replies to
 */
@RegisterForReflection
public record AllowedMentions(List<String> parse, List<String> roles, List<String> users, boolean repliedUser) {
    public AllowedMentions {
        parse = parse == null ? List.of() : List.copyOf(parse);
        roles = roles == null ? List.of() : List.copyOf(roles);
        users = users == null ? List.of() : List.copyOf(users);
    }
}
