package io.guildhall.guild.command;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ApplicationCommand;
import java.util.Arrays;
import java.util.Collection;

/** The types of commands, each with how many an application may have in one scope. */
enum CommandKind {
    CHAT_INPUT(1, 100),
    USER(2, 15),
    MESSAGE(3, 15),
    PRIMARY_ENTRY_POINT(4, 1);

    private final int number;
    private final int most;

    CommandKind(int number, int most) {
        this.number = number;
        this.most = most;
    }

    int number() {
        return number;
    }

    static CommandKind of(int number) {
        return Arrays.stream(values())
                .filter(kind -> kind.number == number)
                .findFirst()
                .orElseThrow(() ->
                        ApiException.invalidField("type", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4}."));
    }

    /** Refuses more commands in one scope than there may be. */
    static void requireWithinLimits(Collection<ApplicationCommand> commands) {
        for (CommandKind kind : values()) {
            long count = commands.stream()
                    .filter(command -> command.type() == kind.number)
                    .count();
            if (count > kind.most) {
                throw ApiException.of(
                        ErrorCode.MAXIMUM_NUMBER_OF_APPLICATION_COMMANDS_REACHED,
                        "Maximum number of application commands reached (" + kind.most + ")");
            }
        }
    }
}
