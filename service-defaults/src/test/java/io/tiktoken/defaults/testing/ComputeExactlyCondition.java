package io.tiktoken.defaults.testing;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds for a class that neither declares, takes, gives back, passes on nor computes a {@code double} or {@code float},
 * boxed or not. ArchUnit sees types and calls. What a method computes by itself begins with a constant or the conversion
 * of an integer, which only the bytecode shows.
 *
 * <p>An integer or a constant may be handed straight to a library whose parameters are floating-point numbers: no amount
 * comes back from there.
 */
final class ComputeExactlyCondition extends ArchCondition<JavaClass> {

    private static final Set<String> FLOATING_POINT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    /** Recorded sizes, and the percentage at which a circuit breaker opens. */
    private static final Pattern TAKES_ONLY = Pattern.compile("io[./](micrometer|github[./]resilience4j)[./].*");

    ComputeExactlyCondition() {
        super("compute without floating point");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream.of(boxed(type), declared(type), called(type), computed(type))
                .flatMap(offences -> offences)
                .forEach(offence -> events.add(SimpleConditionEvent.violated(type, offence)));
    }

    /** Type arguments included, such as that of a {@code List<Double>}. */
    private static Stream<String> boxed(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isFloating(dependency.getTargetClass()))
                .map(dependency -> dependency.getDescription());
    }

    private static Stream<String> declared(JavaClass type) {
        return Stream.concat(
                type.getFields().stream()
                        .filter(field -> isFloating(field.getRawType()))
                        .map(Object::toString),
                type.getCodeUnits().stream()
                        .filter(ComputeExactlyCondition::isFloating)
                        .map(Object::toString));
    }

    private static Stream<String> called(JavaClass type) {
        return Stream.concat(
                        type.getFieldAccessesFromSelf().stream()
                                .filter(access -> isFloating(access.getTarget().getRawType())),
                        Stream.concat(
                                        type.getCodeUnitCallsFromSelf().stream(),
                                        type.getCodeUnitReferencesFromSelf().stream())
                                .filter(access -> isFloating(access.getTarget())))
                .map(access -> access.getDescription());
    }

    private static Stream<String> computed(JavaClass type) {
        return ClassFile.of().parse(bytecode(type)).methods().stream()
                .filter(method ->
                        method.code().filter(ComputeExactlyCondition::computes).isPresent())
                .map(method -> "%s.%s computes with floating point"
                        .formatted(type.getName(), method.methodName().stringValue()));
    }

    private static byte[] bytecode(JavaClass type) {
        var source = type.getSource()
                .orElseThrow(
                        () -> new IllegalStateException("The bytecode of %s is not known".formatted(type.getName())));
        try (var file = source.getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean computes(CodeModel code) {
        var instructions =
                code.elementStream().filter(Instruction.class::isInstance).toList();
        return IntStream.range(1, instructions.size())
                .anyMatch(next -> isFloating(instructions.get(next - 1)) && !isHandedOver(instructions.get(next)));
    }

    private static boolean isFloating(CodeElement instruction) {
        return switch (instruction) {
            case ConstantInstruction constant -> isFloating(constant.typeKind());
            case ConvertInstruction conversion -> isFloating(conversion.toType());
            default -> false;
        };
    }

    private static boolean isHandedOver(CodeElement instruction) {
        return instruction instanceof InvokeInstruction call
                && takesOnly(call.owner().asInternalName());
    }

    private static boolean takesOnly(String owner) {
        return TAKES_ONLY.matcher(owner).matches();
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
    }

    private static boolean isFloating(JavaCodeUnit unit) {
        return isFloating(unit.getRawReturnType()) || isAnyFloating(unit.getRawParameterTypes());
    }

    private static boolean isFloating(CodeUnitAccessTarget unit) {
        return isFloating(unit.getRawReturnType())
                || !takesOnly(unit.getOwner().getName()) && isAnyFloating(unit.getRawParameterTypes());
    }

    private static boolean isAnyFloating(List<JavaClass> parameters) {
        return parameters.stream().anyMatch(ComputeExactlyCondition::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING_POINT.contains(type.getBaseComponentType().getName());
    }
}
