package io.guildhall.model.rpc;

import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What nodes of two releases must agree on to understand each other, as lines: every field, enum value and call, and what
 * is reserved because it once was one.
 */
final class ContractShape {
    private final Set<String> lines = new TreeSet<>();

    private ContractShape() {}

    /** The internal contracts as they are now. */
    static Set<String> present() {
        ContractShape shape = new ContractShape();
        List.of(
                        SessionRef.getDescriptor().getFile(),
                        RelayFrame.getDescriptor().getFile(),
                        Command.getDescriptor().getFile(),
                        OwnerFrame.getDescriptor().getFile(),
                        ReadRequest.getDescriptor().getFile())
                .forEach(shape::add);
        return shape.lines;
    }

    /** What may stand in the place of a field or value that is gone. */
    static String reservation(String line) {
        String[] words = line.split(" ");
        return "reserved " + words[1] + " " + words[2];
    }

    private void add(FileDescriptor file) {
        file.getMessageTypes().forEach(this::add);
        file.getEnumTypes().forEach(this::add);
        file.getServices().forEach(this::add);
    }

    private void add(Descriptor message) {
        for (FieldDescriptor field : message.getFields()) {
            String label = field.isRepeated() ? "repeated" : "one";
            lines.add("field %s %d %s %s %s"
                    .formatted(message.getFullName(), field.getNumber(), field.getName(), label, type(field)));
        }
        for (ReservedRange range : message.toProto().getReservedRangeList()) {
            for (int number = range.getStart(); number < range.getEnd(); number++) {
                lines.add("reserved %s %d".formatted(message.getFullName(), number));
            }
        }
        message.getNestedTypes().forEach(this::add);
        message.getEnumTypes().forEach(this::add);
    }

    private void add(EnumDescriptor values) {
        for (EnumValueDescriptor value : values.getValues()) {
            lines.add("value %s %d %s".formatted(values.getFullName(), value.getNumber(), value.getName()));
        }
        values.toProto().getReservedRangeList().forEach(range -> {
            for (int number = range.getStart(); number <= range.getEnd(); number++) {
                lines.add("reserved %s %d".formatted(values.getFullName(), number));
            }
        });
    }

    private void add(ServiceDescriptor service) {
        for (MethodDescriptor method : service.getMethods()) {
            lines.add("call %s/%s %s%s returns %s%s"
                    .formatted(
                            service.getFullName(),
                            method.getName(),
                            method.isClientStreaming() ? "stream " : "",
                            method.getInputType().getFullName(),
                            method.isServerStreaming() ? "stream " : "",
                            method.getOutputType().getFullName()));
        }
    }

    private static String type(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING ->
                field.getType().name().toLowerCase(Locale.ROOT);
        };
    }
}
