package io.guildhall.guild.activity;

import io.guildhall.guild.application.ApplicationAccess;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ActivityOperations;
import io.guildhall.model.table.catalogue.ActivityInstances;
import jakarta.inject.Singleton;
import java.util.Optional;

/** An application's bot or owner looks who takes part in an activity; its id says in which channel it runs. */
@Singleton
public final class GetActivityInstance implements UserOperation {
    @Override
    public Operation operation() {
        return ActivityOperations.GET_ACTIVITY_INSTANCE;
    }

    @Override
    public Reply handle(UserState application, Call call, Changes changes) {
        ApplicationAccess.requireManager(application, call);
        ApplicationAccess.application(application);
        String id = call.path("activity_instance");
        return channel(id)
                .flatMap(channel ->
                        application.context().storage().row(ActivityInstances.TABLE, channel, application.id()))
                .map(Activity::new)
                .filter(activity -> activity.id().equals(id))
                .map(activity -> Reply.json(activity.json()))
                .orElseThrow(ApiException::noSuchRoute);
    }

    /** What stands last in it. */
    private static Optional<Long> channel(String id) {
        try {
            return Optional.of(Snowflake.parse(id.substring(id.lastIndexOf('-') + 1)));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
