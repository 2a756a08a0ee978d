package io.guildhall.messageindex.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import org.junit.jupiter.api.Test;

/** What of a message can be searched for. */
class DocumentsTest {
    @Test
    void aPlainMessageHasItsTextAndItsAuthor() {
        MessageDocument document = document("\"content\": \"hello\"");

        assertThat(document.id()).isEqualTo(1);
        assertThat(document.home()).isEqualTo(9);
        assertThat(document.channel()).isEqualTo(2);
        assertThat(document.author()).isEqualTo(3);
        assertThat(document.authorType()).isEqualTo(AuthorType.USER);
        assertThat(document.texts()).containsExactly("hello");
        assertThat(document.features()).isEmpty();
    }

    @Test
    void linksCountByWhereTheyLead() {
        MessageDocument document = document("\"content\": \"see HTTPS://www.Example.com:8080/x (http://a.b/c)\"");

        assertThat(document.linkHostnames()).containsExactlyInAnyOrder("www.example.com", "example.com", "a.b");
        assertThat(document.features()).containsExactly(Feature.LINK);
    }

    @Test
    void filesCountByNameEndingAndKind() {
        MessageDocument document = document("""
                "content": "", "attachments": [
                  {"id": "5", "filename": "Cat.PNG", "content_type": "image/png", "size": 1},
                  {"id": "6", "filename": "song.mp3", "content_type": "audio/mpeg", "size": 1}]
                """);

        assertThat(document.filenames()).containsExactlyInAnyOrder("Cat.PNG", "song.mp3");
        assertThat(MessageDocument.extension("Cat.PNG")).contains("png");
        assertThat(MessageDocument.extension("none.")).isEmpty();
        assertThat(document.features()).containsExactlyInAnyOrder(Feature.FILE, Feature.IMAGE, Feature.SOUND);
    }

    @Test
    void embedsPollsComponentsAndForwardsAreRead() {
        MessageDocument document = document("""
                "content": "", "embeds": [{"type": "video", "title": "title", "provider": {"name": "Tube"},
                    "fields": [{"name": "key", "value": "said"}], "footer": {"text": "foot"}}],
                "components": [{"type": 17, "components": [{"type": 10, "content": "shown"}]}],
                "poll": {"question": {"text": "which"}, "answers": [{"poll_media": {"text": "this"}}]},
                "message_reference": {"type": 1, "channel_id": "2", "message_id": "4"},
                "message_snapshots": [{"message": {"content": "forwarded"}}]
                """);

        assertThat(document.texts()).contains("title", "key", "said", "foot", "shown", "which", "this", "forwarded");
        assertThat(document.embeds()).containsExactly(EmbedKind.VIDEO);
        assertThat(document.embedProviders()).contains("Tube");
        assertThat(document.features())
                .containsExactlyInAnyOrder(Feature.EMBED, Feature.VIDEO, Feature.POLL, Feature.SNAPSHOT);
        assertThat(document.repliedToMessage()).isZero();
    }

    @Test
    void repliesNameWhatTheyReplyTo() {
        MessageDocument document = document("""
                "content": "yes", "type": 19, "message_reference": {"type": 0, "channel_id": "2", "message_id": "4"},
                "referenced_message": {"id": "4", "author": {"id": "8"}}
                """);

        assertThat(document.repliedToMessage()).isEqualTo(4);
        assertThat(document.repliedToAuthor()).isEqualTo(8);
    }

    @Test
    void webhooksAreNeitherPeopleNorBots() {
        assertThat(document("\"content\": \"x\", \"webhook_id\": \"3\"").authorType())
                .isEqualTo(AuthorType.WEBHOOK);
        assertThat(document("\"content\": \"x\", \"webhook_id\": \"3\", \"application_id\": \"3\"")
                        .authorType())
                .isEqualTo(AuthorType.USER);
    }

    private static MessageDocument document(String fields) {
        String defaults = """
                {"id": "1", "channel_id": "2", "type": 0, "author": {"id": "3", "username": "ann"},
                 "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": [],
                """;
        ObjectNode all = (ObjectNode) Json.parse(defaults + "\"content\": \"\"}");
        all.setAll((ObjectNode) Json.parse("{" + fields + "}"));
        return Documents.of(9, Json.read(all.toString(), Message.class));
    }
}
