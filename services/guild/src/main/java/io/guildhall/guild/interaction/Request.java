package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.message.AppMessage;
import java.util.Optional;

/**
 * What somebody wants of an application, checked.
 *
 * @param data as the application gets it
 * @param metadata what messages show of it, beside its id, its type, the person and the installation
 * @param source the message whose component was used, or whose component opened the modal
 * @param installation by which it may be asked
 */
record Request(ObjectNode data, ObjectNode metadata, Optional<AppMessage> source, Installation installation) {}
