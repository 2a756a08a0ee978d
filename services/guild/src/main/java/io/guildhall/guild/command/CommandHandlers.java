package io.guildhall.guild.command;

import io.guildhall.guild.user.UserOperation;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.catalogue.CommandOperations;
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
        return new CommandOperation(CommandOperations.LIST_COMMANDS, new ListCommands());
    }

    @Produces
    @Singleton
    public UserOperation createCommand() {
        return new CommandOperation(CommandOperations.CREATE_COMMAND, new CreateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation bulkSetCommands() {
        return new CommandOperation(CommandOperations.BULK_SET_COMMANDS, new BulkSetCommands(drafts));
    }

    @Produces
    @Singleton
    public UserOperation getCommand() {
        return new CommandOperation(CommandOperations.GET_COMMAND, new GetCommand());
    }

    @Produces
    @Singleton
    public UserOperation updateCommand() {
        return new CommandOperation(CommandOperations.UPDATE_COMMAND, new UpdateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation deleteCommand() {
        return new CommandOperation(CommandOperations.DELETE_COMMAND, new DeleteCommand());
    }

    @Produces
    @Singleton
    public UserOperation listGuildCommands() {
        return new CommandOperation(CommandOperations.LIST_GUILD_COMMANDS, new ListCommands());
    }

    @Produces
    @Singleton
    public UserOperation createGuildCommand() {
        return new CommandOperation(CommandOperations.CREATE_GUILD_COMMAND, new CreateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation bulkSetGuildCommands() {
        return new CommandOperation(CommandOperations.BULK_SET_GUILD_COMMANDS, new BulkSetCommands(drafts));
    }

    @Produces
    @Singleton
    public UserOperation getGuildCommand() {
        return new CommandOperation(CommandOperations.GET_GUILD_COMMAND, new GetCommand());
    }

    @Produces
    @Singleton
    public UserOperation updateGuildCommand() {
        return new CommandOperation(CommandOperations.UPDATE_GUILD_COMMAND, new UpdateCommand(drafts));
    }

    @Produces
    @Singleton
    public UserOperation deleteGuildCommand() {
        return new CommandOperation(CommandOperations.DELETE_GUILD_COMMAND, new DeleteCommand());
    }
}
