package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/** One field of what READY tells people: bots never get it. */
public interface ReadyPart {
    /** The field's name. */
    String field();

    /** Looks at the state in the mailbox; what that answers is asked outside of it, and may read the store and ask other owners. */
    Supplier<JsonNode> of(UserState user);
}
