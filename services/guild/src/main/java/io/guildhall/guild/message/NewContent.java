package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.emoji.WrittenEmojis;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;

/** Fills a new message with what a request says of it. */
record NewContent(Components components) {
    void fill(RowEdit message, Place place, Call call, MessageBody body, boolean spoken, List<Attachment> attachments) {
        EmojiUse emojis = MessageEmojis.of(place, call, message.view());
        message.set(
                        Messages.CONTENT,
                        WrittenEmojis.usable(emojis, body.content().or("")))
                .set(Messages.TTS, spoken)
                .set(Messages.FLAGS, body.flags().or(0L) & MessageFlag.OF_SENDER);
        if (!attachments.isEmpty()) {
            message.set(Messages.ATTACHMENTS, Json.bytes(attachments));
        }
        if (body.hasEmbeds()) {
            message.set(Messages.EMBEDS, Json.bytes(Embeds.clean(body.embeds().required(), attachments)));
        }
        if (body.hasComponents()) {
            PremiumButtons.require(place, message.view(), body.components().required());
            message.set(
                    Messages.COMPONENTS,
                    Json.bytes(components.clean(body.components().required(), attachments, emojis)));
        }
    }
}
