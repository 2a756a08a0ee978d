package io.guildhall.guild.command;

import io.guildhall.guild.call.UserOperation;
import io.guildhall.model.id.SnowflakeGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Every operation on application commands: for everywhere, and for one guild. */
@Singleton
public final class CommandHandlers {
    private final CommandDraft drafts;

    public CommandHandlers(SnowflakeGenerator ids) {
        this.drafts = new CommandDraft(ids);
    }

    @Produces
    @Singleton
    public UserOperation listCommands() {
        return new CommandOperation("listCommands", new ListCommands());
    }

    @Produces
    @Singleton
    public UserOperation createCommand() {
        return new CommandOperation("createCommand", new CreateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation bulkSetCommands() {
        return new CommandOperation("bulkSetCommands", new BulkSetCommands(drafts));
    }

    @Produces
    @Singleton
    public UserOperation getCommand() {
        return new CommandOperation("getCommand", new GetCommand());
    }

    @Produces
    @Singleton
    public UserOperation updateCommand() {
        return new CommandOperation("updateCommand", new UpdateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation deleteCommand() {
        return new CommandOperation("deleteCommand", new DeleteCommand());
    }

    @Produces
    @Singleton
    public UserOperation listGuildCommands() {
        return new CommandOperation("listGuildCommands", new ListCommands());
    }

    @Produces
    @Singleton
    public UserOperation createGuildCommand() {
        return new CommandOperation("createGuildCommand", new CreateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation bulkSetGuildCommands() {
        return new CommandOperation("bulkSetGuildCommands", new BulkSetCommands(drafts));
    }

    @Produces
    @Singleton
    public UserOperation getGuildCommand() {
        return new CommandOperation("getGuildCommand", new GetCommand());
    }

    @Produces
    @Singleton
    public UserOperation updateGuildCommand() {
        return new CommandOperation("updateGuildCommand", new UpdateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation deleteGuildCommand() {
        return new CommandOperation("deleteGuildCommand", new DeleteCommand());
    }
}
