package io.guildhall.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {
    /** What every member, every channel and every message has, and is written and read with. */
    private static final List<Column<ByteString>> HOT = List.of(Members.PROFILE, Channels.OVERWRITES, Messages.AUTHOR);

    @Test
    void jsonOfTheMainRoadIsBytesFromTheTreeToTheWireAndBack() throws InvalidProtocolBufferException {
        ByteString json = Json.bytes(Json.object().put("name", "\u00e9"));
        for (Column<ByteString> column : HOT) {
            assertThat(column.type()).isEqualTo(ColumnType.TEXT);
            Value value = column.toValue(json);
            assertThat(value.getTextValueBytes()).isSameAs(json);
            Row read = Row.parseFrom(Row.newBuilder().addValues(value).build().toByteString());
            assertThat(column.decode().apply(read.getValues(0))).isEqualTo(json);
            assertThat(read.getValues(0).getTextValue()).isEqualTo(json.toStringUtf8());
        }
    }

    @Test
    void aListOfNothingIsEmpty() {
        assertThat(Json.readList(ByteString.EMPTY, String.class)).isEmpty();
        assertThat(Json.readList(ByteString.copyFromUtf8("[\"a\"]"), String.class))
                .containsExactly("a");
    }
}
