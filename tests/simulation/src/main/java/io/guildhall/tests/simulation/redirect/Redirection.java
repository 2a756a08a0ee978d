package io.guildhall.tests.simulation.redirect;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rewrites a class so that it calls the methods marked with {@link InsteadOf}, directly and by method references. */
final class Redirection {
    private static final List<Class<?>> SUBSTITUTES =
            List.of(Time.class, Waits.class, Workers.class, Chance.class, Sets.class, Maps.class);

    private static final ClassDesc ESCAPES = describe(Escapes.class);
    private static final MethodTypeDesc MET = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private record Call(String owner, String name, String type) {}

    private record Substitute(ClassDesc owner, String name, MethodTypeDesc type) {}

    private final Map<Call, Substitute> substitutes = new HashMap<>();
    private final Map<String, ClassDesc> made = new HashMap<>();
    private final ClassFile classFile = ClassFile.of();

    private final Optional<Defect> defect;

    /** @param defect what is broken beside */
    Redirection(Optional<Defect> defect) {
        this.defect = defect;
        Substitutes.ALL.forEach((type, substitute) -> made.put(type.getName().replace('.', '/'), describe(substitute)));
        for (Class<?> holder : SUBSTITUTES) {
            for (Method method : holder.getDeclaredMethods()) {
                InsteadOf instead = method.getAnnotation(InsteadOf.class);
                if (instead != null) {
                    Arrays.stream(instead.value()).forEach(owner -> add(owner, method));
                }
            }
        }
    }

    byte[] apply(byte[] original) {
        return redirected(broken(original));
    }

    private byte[] broken(byte[] original) {
        ClassModel model = classFile.parse(original);
        return defect.filter(wrong -> model.thisClass().name().equalsString(wrong.owner()))
                .map(wrong -> classFile.transformClass(
                        model,
                        ClassTransform.transformingMethods(
                                method -> method.methodName().equalsString(wrong.method()), (method, element) -> {
                                    if (element instanceof CodeModel) {
                                        method.withCode(wrong::body);
                                    } else {
                                        method.with(element);
                                    }
                                })))
                .orElse(original);
    }

    private byte[] redirected(byte[] original) {
        ClassModel model = classFile.parse(original);
        boolean concerned = false;
        for (PoolEntry entry : model.constantPool()) {
            concerned = concerned
                    || entry instanceof MemberRefEntry member
                            && (substitute(member) != null
                                    || escapes(member)
                                    || made.containsKey(member.owner().asInternalName()));
        }
        boolean extendsOne = model.superclass()
                .map(type -> made.containsKey(type.asInternalName()))
                .orElse(false);
        return concerned
                ? classFile.transformClass(
                        model,
                        ClassTransform.transformingMethodBodies((code, element) -> rewrite(code, element, extendsOne)))
                : original;
    }

    private void add(Class<?> owner, Method method) {
        MethodTypeDesc type = MethodTypeDesc.of(
                describe(method.getReturnType()),
                Stream.of(method.getParameterTypes()).map(Redirection::describe).toList());
        Method original = original(owner, method);
        MethodTypeDesc before = MethodTypeDesc.of(
                describe(original.getReturnType()),
                Stream.of(original.getParameterTypes())
                        .map(Redirection::describe)
                        .toList());
        Substitute substitute = new Substitute(describe(method.getDeclaringClass()), method.getName(), type);
        substitutes.put(
                new Call(owner.getName().replace('.', '/'), method.getName(), before.descriptorString()), substitute);
    }

    /** The method of the JDK with the same parameters, or with those after the first. */
    private static Method original(Class<?> owner, Method method) {
        Class<?>[] all = method.getParameterTypes();
        for (Method candidate : owner.getMethods()) {
            boolean isStatic = Modifier.isStatic(candidate.getModifiers());
            Class<?>[] parameters = isStatic || all.length == 0 ? all : Arrays.copyOfRange(all, 1, all.length);
            if (candidate.getName().equals(method.getName())
                    && Arrays.equals(candidate.getParameterTypes(), parameters)
                    && !candidate.isBridge()) {
                return candidate;
            }
        }
        throw new IllegalStateException("nothing is redirected by " + method);
    }

    /** @param extendsOne true in a class that extends one of those that are made anew: its constructors call that one's */
    private void rewrite(CodeBuilder code, CodeElement element, boolean extendsOne) {
        switch (element) {
            case NewObjectInstruction creation
            when !extendsOne && made.containsKey(creation.className().asInternalName()) ->
                code.new_(made.get(creation.className().asInternalName()));
            case InvokeInstruction call
            when !extendsOne
                    && call.name().equalsString("<init>")
                    && made.containsKey(call.owner().asInternalName()) ->
                code.invokespecial(made.get(call.owner().asInternalName()), "<init>", call.typeSymbol());
            case InvokeInstruction call when substitute(call.method()) != null -> invoke(code, call);
            case InvokeInstruction call
            when escapes(call.method()) -> {
                code.ldc(call.owner().asInternalName() + "." + call.name().stringValue())
                        .invokestatic(ESCAPES, "met", MET);
                code.with(call);
            }
            case InvokeDynamicInstruction call -> {
                List<ConstantDesc> arguments =
                        call.bootstrapArgs().stream().map(this::handle).toList();
                if (arguments.equals(call.bootstrapArgs())) {
                    code.with(call);
                } else {
                    code.invokedynamic(DynamicCallSiteDesc.of(
                            call.bootstrapMethod(),
                            call.name().stringValue(),
                            call.typeSymbol(),
                            arguments.toArray(ConstantDesc[]::new)));
                }
            }
            default -> code.with(element);
        }
    }

    private void invoke(CodeBuilder code, InvokeInstruction call) {
        Substitute substitute = substitute(call.method());
        code.invokestatic(substitute.owner(), substitute.name(), substitute.type());
        ClassDesc expected = call.typeSymbol().returnType();
        if (!substitute.type().returnType().equals(expected)) {
            code.checkcast(expected);
        }
    }

    private ConstantDesc handle(ConstantDesc argument) {
        if (!(argument instanceof DirectMethodHandleDesc method)
                || method.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            return argument;
        }
        Substitute substitute =
                substitutes.get(new Call(internalName(method.owner()), method.methodName(), method.lookupDescriptor()));
        return substitute == null
                ? argument
                : MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.STATIC, substitute.owner(), substitute.name(), substitute.type());
    }

    private Substitute substitute(MemberRefEntry member) {
        return substitutes.get(new Call(
                member.owner().asInternalName(),
                member.name().stringValue(),
                member.type().stringValue()));
    }

    private static boolean escapes(MemberRefEntry member) {
        return Escapes.is(
                member.owner().asInternalName(),
                member.name().stringValue(),
                member.type().stringValue());
    }

    private static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    private static ClassDesc describe(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
