package io.guildhall.guild.user;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;

/** Changes the caller's profile. */
@Singleton
public final class UpdateMyUser implements UserOperation {
    private final UsernameChange usernames;
    private final ProfileChange profiles;

    public UpdateMyUser(UsernameChange usernames, ProfileChange profiles) {
        this.usernames = usernames;
        this.profiles = profiles;
    }

    @Override
    public Operation operation() {
        return UserOperations.UPDATE_MY_USER;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        Patch patch = new Patch(user.account(), call.body(), call.audit())
                .text("global_name", Users.GLOBAL_NAME)
                .text("avatar", Users.AVATAR)
                .text("banner", Users.BANNER)
                .number("accent_color", Users.ACCENT_COLOR)
                .text("bio", Users.BIO);
        if (call.hasValue("username")) {
            usernames.claim(user, call.body().get("username").asText(), changes);
            patch.text("username", Users.USERNAME);
        }
        if (patch.changed()) {
            profiles.apply(user, patch.row(), changes);
        }
        return Reply.json(Json.tree(user.self()));
    }
}
