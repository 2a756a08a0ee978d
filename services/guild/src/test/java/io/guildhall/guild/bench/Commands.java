package io.guildhall.guild.bench;

import io.guildhall.model.rpc.Command;

/** The commands of a load, by their number. */
interface Commands {
    Command at(int index);
}
