package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** An attachment as Slack has them: what an embed is here. */
public record SlackAttachment(
        Given<String> title,
        Given<String> titleLink,
        Given<String> text,
        Given<String> color,
        Given<Long> ts,
        Given<String> pretext,
        Given<String> footer,
        Given<String> footerIcon,
        Given<String> authorName,
        Given<String> authorLink,
        Given<String> authorIcon,
        Given<String> imageUrl,
        Given<String> thumbUrl,
        Given<List<SlackField>> fields) {
    public static SlackAttachment of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SlackAttachment(
                fields.text("title"),
                fields.text("title_link"),
                fields.text("text"),
                fields.text("color"),
                fields.number("ts"),
                fields.text("pretext"),
                fields.text("footer"),
                fields.text("footer_icon"),
                fields.text("author_name"),
                fields.text("author_link"),
                fields.text("author_icon"),
                fields.text("image_url"),
                fields.text("thumb_url"),
                fields.list("fields", SlackField::of));
    }
}
