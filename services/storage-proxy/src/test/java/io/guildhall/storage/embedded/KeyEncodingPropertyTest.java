package io.guildhall.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KeyEncodingPropertyTest {
    private static final Table ASCENDING = Table.named("ascending")
            .partition(Column.ofLong("partition"))
            .ascending(
                    Column.ofText("text"), Column.ofDouble("number"), Column.ofBlob("bytes"), Column.ofBoolean("flag"))
            .build();
    private static final Table DESCENDING = Table.named("descending")
            .partition(Column.ofLong("partition"))
            .descending(
                    Column.ofText("text"), Column.ofDouble("number"), Column.ofBlob("bytes"), Column.ofBoolean("flag"))
            .build();

    @Property
    void keysComeBackAsTheyWere(
            @ForAll long partition,
            @ForAll String text,
            @ForAll double number,
            @ForAll byte[] bytes,
            @ForAll boolean flag) {
        List<Value> key = List.of(ofLong(partition), ofText(text), ofDouble(number), ofBlob(bytes), ofBoolean(flag));

        assertThat(KeyEncoding.decode(ASCENDING, KeyEncoding.encode(ASCENDING, key)))
                .isEqualTo(key);
        assertThat(KeyEncoding.decode(DESCENDING, KeyEncoding.encode(DESCENDING, key)))
                .isEqualTo(key);
    }

    @Property
    void textKeepsTheOrderOfItsBytes(@ForAll String first, @ForAll String second) {
        int order = Arrays.compareUnsigned(
                ofText(first).getTextValue().getBytes(StandardCharsets.UTF_8),
                ofText(second).getTextValue().getBytes(StandardCharsets.UTF_8));
        assertOrder(order, ofText(first), ofText(second));
    }

    @Property
    void numbersKeepTheirOrder(@ForAll long partition, @ForAll double first, @ForAll double second) {
        Value text = ofText("same");
        assertThat(sign(compare(ASCENDING, List.of(text, ofDouble(first)), List.of(text, ofDouble(second)))))
                .isEqualTo(sign(Double.compare(first, second)));
    }

    @Property
    void bytesKeepTheirOrderAndNoneIsAPrefixOfAnother(@ForAll byte[] first, @ForAll byte[] second) {
        List<Value> start = List.of(ofText(""), ofDouble(0));
        List<Value> one = List.of(start.get(0), start.get(1), ofBlob(first));
        List<Value> other = List.of(start.get(0), start.get(1), ofBlob(second));

        int order = sign(Arrays.compareUnsigned(first, second));
        assertThat(sign(compare(ASCENDING, one, other))).isEqualTo(order);
        assertThat(sign(compare(DESCENDING, one, other))).isEqualTo(-order);
    }

    @Property
    void theSuccessorOfAPrefixIsAfterEverythingThatBeginsWithIt(@ForAll byte[] prefix, @ForAll byte[] rest) {
        byte[] longer = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, longer, prefix.length, rest.length);
        byte[] successor = KeyEncoding.successor(prefix);

        if (successor == null) {
            assertThat(prefix).isEqualTo("\u00ff".repeat(prefix.length).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            assertThat(Arrays.compareUnsigned(longer, successor)).isNegative();
        }
    }

    private static void assertOrder(int order, Value first, Value second) {
        assertThat(sign(compare(ASCENDING, List.of(first), List.of(second)))).isEqualTo(sign(order));
        assertThat(sign(compare(DESCENDING, List.of(first), List.of(second)))).isEqualTo(-sign(order));
    }

    private static int compare(Table table, List<Value> first, List<Value> second) {
        List<Value> partition = List.of(ofLong(1));
        return Arrays.compareUnsigned(
                KeyEncoding.encode(table, partition, first), KeyEncoding.encode(table, partition, second));
    }

    private static int sign(int order) {
        return Integer.signum(order);
    }

    private static Value ofLong(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }

    /** Text as protobuf keeps it: what is not valid UTF-16 is replaced. */
    private static Value ofText(String text) {
        String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Value.newBuilder()
                .setTextValueBytes(ByteString.copyFromUtf8(valid))
                .build();
    }

    private static Value ofDouble(double value) {
        return Value.newBuilder().setDoubleValue(value).build();
    }

    private static Value ofBlob(byte[] value) {
        return Value.newBuilder().setBlobValue(ByteString.copyFrom(value)).build();
    }

    private static Value ofBoolean(boolean value) {
        return Value.newBuilder().setBooleanValue(value).build();
    }
}
