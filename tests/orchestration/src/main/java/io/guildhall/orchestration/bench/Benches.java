package io.guildhall.orchestration.bench;

import java.util.List;

/** The measurements. Each takes its own arguments, prints one last line of numbers, and ends with its exit status. */
interface Benches {
    int permissions(List<String> arguments);

    int fanout(List<String> arguments);

    /** {@code --of DIR}: of the instance that was built in another checkout, so that the same load tells what changed between the two. */
    int messages(List<String> arguments);

    /** Clicks on a bot's buttons, with plain messages in the same run. */
    int interactions(List<String> arguments);

    /** A guild at its owner, with its store in the same process. */
    int guild(List<String> arguments);

    /** People who read, at their owner, with its store in the same process. */
    int readStates(List<String> arguments);

    /** {@code [--native] [SESSIONS...]}: a gateway that holds so many of them. */
    int idle(List<String> arguments);

    int storage(List<String> arguments);

    int migration(List<String> arguments);

    /** Messages against the rules of a guild. */
    int automod(List<String> arguments);

    /** {@code [REQUESTS]}: notifications through the pipeline, and a bare client beside it. */
    int push(List<String> arguments);

    /** {@code [MESSAGES [GUILDS]]}: so many messages through the event log into a cell, and found there; and the bare cell beside it. */
    int search(List<String> arguments);

    /** {@code [MESSAGES [GUILDS]]}: the web client in a browser, with a channel of so many messages and a person in so many guilds. */
    int web(List<String> arguments);

    int startup();
}
