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
        ProfileBody body = ProfileBody.of(call.body());
        Patch patch = new Patch(user.account(), call.audit())
                .put(body.globalName(), Users.GLOBAL_NAME)
                .put(body.avatar(), Users.AVATAR)
                .put(body.banner(), Users.BANNER)
                .put(body.accentColor(), Users.ACCENT_COLOR)
                .put(body.bio(), Users.BIO);
        if (body.username().hasValue()) {
            usernames.claim(user, body.username().required(), changes);
            patch.put(body.username(), Users.USERNAME);
        }
        if (patch.changed()) {
            profiles.apply(user, patch.row(), changes);
        }
        return Reply.json(Json.tree(user.self()));
    }
}
